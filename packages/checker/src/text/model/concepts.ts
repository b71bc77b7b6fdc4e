import { circumstances } from './circumstances.ts'
import { deeds } from './deeds.ts'
import { things } from './things.ts'
import { isDense, tokensOf } from './tokens.ts'

interface Term {
  readonly concept: number
  /** What comes after the first word. */
  readonly rest: readonly Part[]
}
interface Part {
  readonly word: string
  readonly open: boolean
}
interface Branch {
  readonly next: Map<string, Branch>
  readonly concepts: number[]
}

/** The number of the concept that denies. */
export const NEGATION = Object.keys(things).length + Object.keys(deeds).indexOf('neg')

const whole = new Map<string, Term[]>()
const beginnings = new Map<string, Term[]>()
const dense: Branch = { next: new Map(), concepts: [] }
let longestBeginning = 0
for (const [concept, terms] of [
  ...Object.values(things),
  ...Object.values(deeds),
  ...Object.values(circumstances),
].entries()) {
  for (const term of terms.trim().split(/\s+/)) enter(concept, term)
}

/**
 * Which concepts each word stands for: an entry for every Latin word and mark, also where it stands for none, and for
 * every run of Chinese or Japanese characters that is known.
 */
export function conceptsOf(words: readonly string[]): (readonly number[])[] {
  const found: (readonly number[])[] = []
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? ''
    if (!isDense(word)) {
      found.push(latin(words, at, word))
      continue
    }
    const { concepts, length } = longest(words, at)
    if (concepts.length > 0) found.push(concepts)
    at += length - 1
  }
  return found
}

const none: readonly number[] = []
const known = new Map<string, readonly Term[]>()
const MOST_KNOWN = 20_000

function latin(words: readonly string[], at: number, word: string): readonly number[] {
  let terms = known.get(word)
  if (!terms) {
    if (known.size >= MOST_KNOWN) known.clear()
    known.set(word, (terms = termsOf(word)))
  }
  if (terms.length === 0) return none
  const concepts: number[] = []
  for (const { concept, rest } of terms) {
    if (concepts.includes(concept)) continue
    if (rest.every((part, index) => fits(words[at + 1 + index], part))) concepts.push(concept)
  }
  return concepts
}

function termsOf(word: string): readonly Term[] {
  const terms = [...(whole.get(word) ?? [])]
  for (let length = 1; length <= Math.min(word.length, longestBeginning); length++) {
    terms.push(...(beginnings.get(word.slice(0, length)) ?? []))
  }
  return terms
}

function fits(word: string | undefined, { word: wanted, open }: Part): boolean {
  return word !== undefined && (open ? word.startsWith(wanted) : word === wanted)
}

function longest(words: readonly string[], from: number): { concepts: readonly number[]; length: number } {
  let branch: Branch | undefined = dense
  let best: { concepts: readonly number[]; length: number } = { concepts: none, length: 1 }
  for (let at = from; at < words.length; at++) {
    branch = branch.next.get(words[at] ?? '')
    if (!branch) break
    if (branch.concepts.length > 0) best = { concepts: branch.concepts, length: at - from + 1 }
  }
  return best
}

function enter(concept: number, term: string): void {
  const spaced = term.replaceAll(/[_-]/g, ' ')
  const words = tokensOf(spaced)
  const first = words[0]
  if (first === undefined) return
  if (isDense(first)) {
    let branch = dense
    for (const word of words) {
      let next = branch.next.get(word)
      if (!next) branch.next.set(word, (next = { next: new Map(), concepts: [] }))
      branch = next
    }
    if (!branch.concepts.includes(concept)) branch.concepts.push(concept)
    return
  }
  const open = spaced.split(' ').map((word) => word.endsWith('*'))
  const parts = words.map((word, index) => ({ word, open: open[index] ?? false }))
  const table = parts[0]?.open ? beginnings : whole
  if (parts[0]?.open) longestBeginning = Math.max(longestBeginning, first.length)
  table.set(first, [...(table.get(first) ?? []), { concept, rest: parts.slice(1) }])
}
