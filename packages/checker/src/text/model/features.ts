import { conceptsOf, NEGATION } from './concepts.ts'
import type { Reading } from './reading.ts'
import { isDense } from './tokens.ts'

/** How many weights there are: a feature's number is a hash of what it is. */
export const BUCKETS = 2 ** 20
/** Concepts are paired with those up to so many words later. */
const NEAR = 5
const CONCEPTS = 128

/** The numbers of what a text holds, each once, in groups that weigh alike however many there are in them. */
export interface Features {
  /** Words, and two and three of them in a row. */
  readonly words: readonly number[]
  /** Three to five letters in a row inside a word. */
  readonly letters: readonly number[]
  /** Concepts, and the one at the beginning. */
  readonly concepts: readonly number[]
  /** Two concepts close to each other, in their order. */
  readonly pairs: readonly number[]
  /** What a clause or sentence speaks of that also denies or forbids something, and how long the text is. */
  readonly denied: readonly number[]
}

const marked = new Int32Array(BUCKETS)
let round = 0

/** Each number once, in the order of their coming. All share their marks: one is filled after the other. */
class Numbers {
  readonly list: number[] = []
  private readonly round = ++round

  add(hash: number): void {
    const bucket = mixed(hash) & (BUCKETS - 1)
    if (marked[bucket] === this.round) return
    marked[bucket] = this.round
    this.list.push(bucket)
  }
}

/** A text without words has no features. */
export function featuresOf(reading: Reading): Features {
  return { ...coarseFeaturesOf(reading), letters: lettersIn(reading) }
}

/** Without the letters, which are most of the work. */
export function coarseFeaturesOf(reading: Reading): Omit<Features, 'letters'> {
  const clauses = reading.clauses.map((clause) => conceptsOf(clause))
  const found = clauses.flat()
  return {
    words: wordsIn(reading),
    concepts: conceptsIn(found, reading),
    pairs: pairsIn(found),
    denied: deniedIn(clauses, reading),
  }
}

function wordsIn({ tokens }: Reading): readonly number[] {
  const numbers = new Numbers()
  const hashes = tokens.map((token) => hashOf(token))
  for (let at = 0; at < tokens.length; at++) {
    let hash = hashes[at] ?? 0
    numbers.add(hash)
    const most = isDense(tokens[at] ?? '') ? 4 : 3
    for (let length = 2; length <= most && at + length <= tokens.length; length++) {
      hash = joined(hash, hashes[at + length - 1] ?? 0)
      numbers.add(hash)
    }
  }
  return numbers.list
}

const EDGE = 0x5f

export function lettersIn({ tokens }: Reading): readonly number[] {
  const numbers = new Numbers()
  for (const token of tokens) {
    if (token.length < 3 || isDense(token)) continue
    for (let from = -1; from < token.length - 1; from++) {
      let hash = 0x2f0b_4a27
      for (let length = 1; length <= 5 && from + length <= token.length + 1; length++) {
        const at = from + length - 1
        hash = Math.imul(hash ^ (at < 0 || at >= token.length ? EDGE : token.charCodeAt(at)), 0x0100_0193)
        if (length >= 3) numbers.add(hash)
      }
    }
  }
  return numbers.list
}

type Found = readonly (readonly number[])[]

function conceptsIn(found: Found, { quoted }: Reading): readonly number[] {
  const numbers = new Numbers()
  for (const one of found[0] ?? []) numbers.add(0x1000_0000 + one)
  for (const some of found) for (const one of some) numbers.add(0x2000_0000 + one)
  for (const some of conceptsOf(quoted)) for (const one of some) numbers.add(0x4000_0000 + one)
  return numbers.list
}

function pairsIn(found: Found): readonly number[] {
  const numbers = new Numbers()
  for (let at = 0; at < found.length; at++) {
    const near = found.slice(at + 1, at + 1 + NEAR).flat()
    for (const one of found[at] ?? []) {
      for (const other of near) if (other !== one) numbers.add(0x3000_0000 + one * CONCEPTS + other)
    }
  }
  return numbers.list
}

function deniedIn(clauses: readonly Found[], { tokens }: Reading): readonly number[] {
  const numbers = new Numbers()
  numbers.add(0x7000_0000 + Math.min(12, Math.floor(2 * Math.log2(1 + tokens.length))))
  const denies = clauses.map((clause) => clause.some((some) => some.includes(NEGATION)))
  if (!denies.includes(true)) return numbers.list
  for (const [index, clause] of clauses.entries()) {
    for (const one of clause.flat()) {
      if (denies[index]) numbers.add(0x5000_0000 + one)
      numbers.add(0x6000_0000 + one)
    }
  }
  return numbers.list
}

function hashOf(text: string): number {
  let hash = 0x811c_9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x0100_0193)
  return hash
}

function joined(hash: number, other: number): number {
  return Math.imul(hash ^ Math.imul(other, 0x9e37_79b1), 0x85eb_ca6b)
}

function mixed(hash: number): number {
  let bits = hash ^ (hash >>> 15)
  bits = Math.imul(bits, 0x2c1b_3c6d)
  return bits ^ (bits >>> 13) ^ (bits >>> 17)
}
