import { plainOf } from '../../src/text/plain.ts'
import { type Expression, expressionOf } from './expression.ts'

/** How far a text has been written that the expression matches, as far as it matters for what comes. */
interface Written {
  readonly text: string
  /** The letters of the word at its end, at most four; "*" when the word can be none of the stems any more. */
  readonly word: string
  readonly before: 'nothing' | 'word' | 'other'
  readonly next?: 'word' | 'other' | 'nothing'
}

type Ways = ReadonlyMap<string, Written>

const LETTERS = 4
const STRANGE = '*'

/**
 * The shortest text found that the expression matches and none of whose words begins with one of the stems (a stem of
 * fewer than four letters is a whole word); undefined when every match has one. Words are those of `addStems`. All ways
 * through the expression are followed, with what may stand beside a match; only a condition on what stands before or
 * behind is not asked for.
 */
export function matchWithout(stems: readonly string[], pattern: RegExp): string | undefined {
  const search = new Search(stems)
  const ends = search.after(expressionOf(pattern.source), search.starts())
  return search.shortest(ends)
}

class Search {
  private readonly stems: ReadonlySet<string>
  private readonly beginnings: ReadonlySet<string>

  constructor(stems: readonly string[]) {
    this.stems = new Set(stems)
    this.beginnings = new Set(stems.flatMap((stem) => Array.from(stem, (_, n) => stem.slice(0, n + 1))))
  }

  /** At the beginning of a text, of a word, and in the middle of a word. */
  starts(): Ways {
    return ways([
      { text: '', word: '', before: 'nothing' },
      { text: ' ', word: '', before: 'other' },
      { text: 'xxxx', word: STRANGE, before: 'word' },
      { text: '\u00df', word: '', before: 'other' },
    ])
  }

  after(part: Expression, from: Ways): Ways {
    if (part.is === 'row') return part.of.reduce<Ways>((reached, each) => this.after(each, reached), from)
    if (part.is === 'choice') return ways(part.of.flatMap((each) => [...this.after(each, from).values()]))
    if (part.is === 'repeat') return this.repeated(part, from)
    const each = [...from.values()]
    if (part.is === 'one') {
      return ways(each.flatMap((written) => part.of.flatMap((one) => this.add(written, one) ?? [])))
    }
    if (part.is === 'start') return ways(each.filter(({ before }) => before === 'nothing'))
    return ways(each.flatMap((written) => bounded(written, part.is)))
  }

  private repeated({ of, least, most }: Expression & { is: 'repeat' }, from: Ways): Ways {
    let last = from
    const reached: Written[] = least === 0 ? [...from.values()] : []
    for (let times = 1; times <= most; times++) {
      last = this.after(of, last)
      const known = ways(reached)
      // What was reached before leads nowhere new.
      if (times > least && [...last.keys()].every((key) => known.has(key))) break
      if (times >= least) reached.push(...last.values())
    }
    return ways(reached)
  }

  private add(written: Written, one: string): Written | undefined {
    if (!isPlain(one)) return undefined
    const is = /\w/.test(one) ? 'word' : 'other'
    if (written.next !== undefined && written.next !== is) return undefined
    const text = written.text + one
    if (!/[a-z]/.test(one)) {
      return this.stems.has(written.word) ? undefined : { text, word: '', before: is }
    }
    if (written.word === STRANGE) return { text, word: STRANGE, before: is }
    const word = written.word + one
    if (word.length === LETTERS && this.stems.has(word)) return undefined
    return { text, word: this.beginnings.has(word) && word.length < LETTERS ? word : STRANGE, before: is }
  }

  shortest(ends: Ways): string | undefined {
    const texts = [...ends.values()].flatMap((written) => [
      ...(written.next === 'word' || this.stems.has(written.word) ? [] : [written.text]),
      ...['x', '_', '-'].flatMap((one) => {
        const more = this.add(written, one)
        return more && !this.stems.has(more.word) ? [more.text] : []
      }),
    ])
    return texts.toSorted((a, b) => a.length - b.length)[0]
  }
}

const plainCharacters = new Map<string, boolean>()

/** Whether the comparable form of a text has the character at all. */
function isPlain(one: string): boolean {
  const known = plainCharacters.get(one) ?? plainOf(one).text === one
  plainCharacters.set(one, known)
  return known
}

function bounded(written: Written, is: 'edge' | 'end'): Written[] {
  const other = written.before === 'word' ? 'other' : 'word'
  const next = is === 'end' ? 'nothing' : other
  if (written.next === undefined || written.next === next) return [{ ...written, next }]
  // The end of a text is no letter either.
  return [written.next, next].toSorted().join() === 'nothing,other' ? [{ ...written, next: 'nothing' }] : []
}

function ways(all: readonly Written[]): Ways {
  const found = new Map<string, Written>()
  for (const one of all) {
    const key = `${one.word}/${one.before}/${one.next ?? ''}`
    const known = found.get(key)
    if (!known || known.text.length > one.text.length) found.set(key, one)
  }
  return found
}
