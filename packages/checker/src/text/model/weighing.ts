import { conceptsOf, NEGATION } from './concepts.ts'
import { BUCKETS } from './features.ts'
import type { Learned } from './model.ts'
import type { Reading } from './reading.ts'
import { isDense } from './tokens.ts'

/** What is weighed of one or two sentences: their words, and what these stand for. */
export interface Weighed {
  readonly tokens: readonly string[]
  /** A number for each token. */
  readonly hashes: readonly number[]
  /** The concepts of each word, clause by clause. */
  readonly clauses: readonly Found[]
  readonly quoted: Found
}
type Found = readonly (readonly number[])[]

/** Concepts are paired with those up to so many words later. */
const NEAR = 5
const CONCEPTS = 128

const marked = new Int32Array(BUCKETS)
let round = 0

function nextRound(): number {
  if (round === 0x7fff_ffff) {
    marked.fill(0)
    round = 0
  }
  return ++round
}

/** The weights of a group of features, each counted once. All share their marks: one is filled after the other. */
class Group {
  private readonly round = nextRound()
  private readonly weights: Int8Array
  private sum = 0
  private count = 0

  constructor(weights: Int8Array) {
    this.weights = weights
  }

  add(hash: number): void {
    let bucket = hash ^ (hash >>> 15)
    bucket = Math.imul(bucket, 0x2c1b_3c6d)
    bucket = (bucket ^ (bucket >>> 13) ^ (bucket >>> 17)) & (BUCKETS - 1)
    if (marked[bucket] === this.round) return
    marked[bucket] = this.round
    this.count += 1
    this.sum += this.weights[bucket] ?? 0
  }

  get weight(): number {
    return this.count > 0 ? this.sum / Math.sqrt(this.count) : 0
  }
}

/**
 * The score of `coarseFeaturesOf`, to the last bit, without lists of features: a server's tools are thousands of
 * sentences. Training reads the features; margins.test.ts holds that both say the same.
 */
export function coarseScore(said: Weighed, { bias, scale, weights }: Learned): number {
  const found = said.clauses.flat()
  let score = 0
  for (const fill of [fillWords, fillConcepts, fillPairs, fillDenied]) {
    const group = new Group(weights)
    fill(group, said, found)
    score += group.weight
  }
  return bias + scale * score
}

function fillWords(group: Group, { tokens, hashes }: Weighed): void {
  for (let at = 0; at < hashes.length; at++) {
    let hash = hashes[at] ?? 0
    group.add(hash)
    const end = Math.min(hashes.length, at + (isDense(tokens[at] ?? '') ? 4 : 3))
    for (let next = at + 1; next < end; next++) {
      hash = joined(hash, hashes[next] ?? 0)
      group.add(hash)
    }
  }
}

const EDGE = 0x5f

/** What three to five letters in a row add to the score, as `lettersIn` says. */
export function letterScore({ tokens }: Weighed, { scale, weights }: Learned): number {
  const group = new Group(weights)
  for (const token of tokens) {
    if (token.length < 3 || isDense(token)) continue
    for (let from = -1; from < token.length - 1; from++) {
      let hash = 0x2f0b_4a27
      const end = Math.min(from + 5, token.length + 1)
      for (let at = from; at < end; at++) {
        const letter = at < 0 || at >= token.length ? EDGE : token.charCodeAt(at)
        hash = Math.imul(hash ^ letter, 0x0100_0193)
        if (at >= from + 2) group.add(hash)
      }
    }
  }
  return scale * group.weight
}

function fillConcepts(group: Group, { quoted }: Weighed, found: Found): void {
  for (const one of found[0] ?? []) group.add(0x1000_0000 + one)
  for (const some of found) for (const one of some) group.add(0x2000_0000 + one)
  for (const some of quoted) for (const one of some) group.add(0x4000_0000 + one)
}

function fillPairs(group: Group, _said: Weighed, found: Found): void {
  for (const [at, some] of found.entries()) {
    if (some.length === 0) continue
    const end = Math.min(found.length, at + 1 + NEAR)
    for (let next = at + 1; next < end; next++) addPairs(group, some, found[next] ?? [])
  }
}

function addPairs(group: Group, some: readonly number[], others: readonly number[]): void {
  for (const other of others) {
    for (const one of some) if (other !== one) group.add(0x3000_0000 + one * CONCEPTS + other)
  }
}

function fillDenied(group: Group, { tokens, clauses }: Weighed): void {
  group.add(0x7000_0000 + Math.min(12, Math.floor(2 * Math.log2(1 + tokens.length))))
  if (!clauses.some((clause) => isDenying(clause))) return
  for (const clause of clauses) {
    const denies = isDenying(clause)
    for (const some of clause) {
      for (const one of some) {
        if (denies) group.add(0x5000_0000 + one)
        group.add(0x6000_0000 + one)
      }
    }
  }
}

function isDenying(clause: Found): boolean {
  return clause.some((some) => some.includes(NEGATION))
}

export function weighedOf({ tokens, clauses, quoted }: Reading): Weighed {
  return {
    tokens,
    hashes: hashesOf(tokens),
    clauses: clauses.map((clause) => conceptsOf(clause)),
    quoted: conceptsOf(quoted),
  }
}

function hashesOf(tokens: readonly string[]): readonly number[] {
  return tokens.map((token) => hashOf(token))
}

function hashOf(text: string): number {
  let hash = 0x811c_9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x0100_0193)
  return hash
}

function joined(hash: number, other: number): number {
  return Math.imul(hash ^ Math.imul(other, 0x9e37_79b1), 0x85eb_ca6b)
}
