/**
 * Whether a pattern can take exponential time, read from its text alone: something repeated without end inside
 * something repeated, so that one text can be divided in very many ways, such as (a+)+ or (\w+\s?)*. What a fixed
 * separator divides, such as (-[a-z]+)*, is quick and stays unnamed.
 */
export function isSlowPattern(pattern: string): boolean {
  if (pattern.length > MOST_LENGTH) return false
  const reader: Reader = { text: pattern, at: 0 }
  const root = readAlternatives(reader)
  // What is left over has a bracket too many: no pattern.
  return reader.at === pattern.length && holdsSlowGroup(root)
}

const MOST_LENGTH = 2_000
/** So many rounds of a group divide a text in as many ways as rounds without end. */
const MANY_ROUNDS = 10
const MOST_VARIANTS = 50

interface Reader {
  readonly text: string
  at: number
}

type Sequence = readonly Element[]

/** One character out of a set, or a group; `most` may be Infinity. */
interface Element {
  readonly least: number
  readonly most: number
  /** The source of what stands for one character. */
  readonly character?: string
  readonly group?: readonly Sequence[]
}

function readAlternatives(reader: Reader): Sequence[] {
  const all: Element[][] = [[]]
  while (reader.at < reader.text.length && reader.text[reader.at] !== ')') {
    if (reader.text[reader.at] === '|') {
      reader.at += 1
      all.push([])
      continue
    }
    const atom = readAtom(reader)
    const [least, most] = readQuantifier(reader)
    if (atom) all.at(-1)?.push({ ...atom, least, most })
  }
  return all
}

/** Undefined for what takes no character: a look around, an anchor, a reference. */
function readAtom(reader: Reader): Pick<Element, 'character' | 'group'> | undefined {
  const rest = reader.text.slice(reader.at)
  const opening = /^\((?:\?(?:[:=!]|<[=!]|<[^>]*>))?/.exec(rest)?.[0]
  if (opening === undefined) {
    const character =
      /^(?:\[(?:\\[^]|[^\]\\])*\]|\\(?:[pP]\{[^}]*\}|u\{[^}]*\}|u[\da-fA-F]{4}|x[\da-fA-F]{2}|c[A-Za-z]|k<[^>]*>|[^])|[^])/u.exec(
        rest,
      )?.[0] ?? rest
    reader.at += character.length
    return /^(?:[$^]|\\[bBk1-9])/.test(character) ? undefined : { character }
  }
  reader.at += opening.length
  const group = readAlternatives(reader)
  reader.at += 1
  return /[=!]$/.test(opening) ? undefined : { group }
}

function readQuantifier(reader: Reader): [least: number, most: number] {
  const found = /^(?:([*+?])|\{(\d+)(,(\d*))?\})\??/.exec(reader.text.slice(reader.at, reader.at + 40))
  if (!found) return [1, 1]
  reader.at += found[0].length
  const [, sign, least = '1', range, most = ''] = found
  if (sign !== undefined) return [sign === '+' ? 1 : 0, sign === '?' ? 1 : Infinity]
  if (range === undefined) return [Number(least), Number(least)]
  return [Number(least), most === '' ? Infinity : Number(most)]
}

function holdsSlowGroup(alternatives: readonly Sequence[]): boolean {
  return alternatives.some((sequence) =>
    sequence.some(({ group, most }) => {
      if (!group) return false
      return (most >= MANY_ROUNDS && variantsOf(group).some(isDivisible)) || holdsSlowGroup(group)
    }),
  )
}

/** The ways through a group, with what is grouped only once put in its place. */
function variantsOf(alternatives: readonly Sequence[]): Sequence[] {
  return alternatives
    .flatMap((sequence) => sequence.reduce<Sequence[]>(withElement, [[]]))
    .slice(0, MOST_VARIANTS)
}

function withElement(variants: readonly Sequence[], element: Element): Sequence[] {
  const { group, most, least } = element
  const inner: readonly Sequence[] = group && most === 1 ? variantsOf(group) : [[element]]
  const placed = inner.map((sequence) =>
    least === 0 ? sequence.map((each) => ({ ...each, least: 0 })) : sequence,
  )
  return variants.flatMap((variant) => placed.map((more) => [...variant, ...more])).slice(0, MOST_VARIANTS)
}

/** Whether a text of one character alone can be divided into rounds in many ways: no separator marks their ends. */
function isDivisible(round: Sequence): boolean {
  return round.some((run) => {
    if (run.most !== Infinity) return false
    const demanded = round.filter((other) => other !== run && other.least > 0)
    if (demanded.length === 0) return true
    const sets = demanded.map(charactersOf)
    return charactersOf(run).some((character) => sets.every((set) => set.includes(character)))
  })
}

/** Enough to tell sets apart that patterns are written with. */
const samples = [
  ...Array.from({ length: 95 }, (_, index) => String.fromCodePoint(32 + index)),
  '\n',
  'é',
  '中',
]

/** Of the samples, those that the element can be. Only a pattern for a single character is run. */
function charactersOf({ character, group = [] }: Element): string[] {
  if (character === undefined) {
    return group.flatMap(([only, ...more]) => (only && more.length === 0 ? charactersOf(only) : []))
  }
  for (const flags of ['u', '']) {
    try {
      const one = new RegExp(`^(?:${character})$`, flags)
      return samples.filter((sample) => one.test(sample))
    } catch {
      // Some patterns are legal without the flag alone.
    }
  }
  return []
}
