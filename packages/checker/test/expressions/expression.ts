/** What an expression is made of, as far as it says which texts it can match. */
export type Expression =
  | { readonly is: 'one'; readonly of: readonly string[] }
  | { readonly is: 'row'; readonly of: readonly Expression[] }
  | { readonly is: 'choice'; readonly of: readonly Expression[] }
  | { readonly is: 'repeat'; readonly of: Expression; readonly least: number; readonly most: number }
  | { readonly is: 'edge' }
  | { readonly is: 'start' }
  | { readonly is: 'end' }

/** Characters to choose from: of a large class these stand for the others, as no word begins with two of them. */
const few = Array.from(' x1_-\n人かカ')
const printable = Array.from({ length: 95 }, (_, n) => String.fromCharCode(0x20 + n))
const many = [...printable, ...few, ...Array.from('\t。！？；、€£"\u201c\u201d\u201e\u00ab\u00bb')]

/** Reads an expression without flags; throws at what none of our phrases has. Looks ahead and behind count as nothing. */
export function expressionOf(source: string): Expression {
  const reader = new Reader(source)
  const read = reader.choice()
  if (!reader.done) throw new Error(`${source} has one bracket too many at ${reader.at}.`)
  return read
}

class Reader {
  at = 0
  private readonly source: string

  constructor(source: string) {
    this.source = source
  }

  get done(): boolean {
    return this.at >= this.source.length
  }

  choice(): Expression {
    const of = [this.row()]
    while (this.took('|')) of.push(this.row())
    return of.length === 1 && of[0] ? of[0] : { is: 'choice', of }
  }

  private row(): Expression {
    const of: Expression[] = []
    while (!this.done && !'|)'.includes(this.source.charAt(this.at))) of.push(this.repeated(this.part()))
    return { is: 'row', of }
  }

  private part(): Expression {
    if (this.took('(')) return this.group()
    if (this.took('^')) return { is: 'start' }
    if (this.took('$')) return { is: 'end' }
    if (this.took(String.raw`\b`)) return { is: 'edge' }
    const [atom = ''] = this.pattern(/\[(?:\\.|[^\]\\])+\]|\\u[0-9a-f]{4}|\\[^\d]|[^\\]/y)
    if (!/^[[\\.]/.test(atom)) return { is: 'one', of: [atom] }
    const one = new RegExp(`^${atom}$`)
    const all = [...new Set([...many, ...Array.from(atom)])].filter((character) => one.test(character))
    const of = all.length > 20 ? all.filter((character) => few.includes(character)) : all
    if (of.length === 0) throw new Error(`Nothing is known that ${atom} in ${this.source} matches.`)
    return { is: 'one', of }
  }

  private group(): Expression {
    const [, looks] = this.pattern(/(?:\?:|\?<\w+>|\?(<?[=!]))?/y)
    const of = this.choice()
    if (!this.took(')')) throw new Error(`${this.source} lacks a bracket at ${this.at}.`)
    return looks === undefined ? of : { is: 'row', of: [] }
  }

  private repeated(of: Expression): Expression {
    const [times, , least, most] = this.pattern(/(?:([?*+])|\{(\d+)(?:,(\d+))?\})?\??/y)
    if (times === undefined || times === '') return of
    const shorthand = { '?': [0, 1], '*': [0, Infinity], '+': [1, Infinity] }[times.charAt(0)]
    const [from = Number(least), to = Number(most ?? least)] = shorthand ?? []
    return { is: 'repeat', of, least: from, most: to }
  }

  private took(what: string): boolean {
    if (!this.source.startsWith(what, this.at)) return false
    this.at += what.length
    return true
  }

  private pattern(pattern: RegExp): RegExpExecArray {
    pattern.lastIndex = this.at
    const match = pattern.exec(this.source)
    if (!match) throw new Error(`${this.source} cannot be read at ${this.at}.`)
    this.at += match[0].length
    return match
  }
}
