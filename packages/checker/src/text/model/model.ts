import { inflateRawSync } from 'node:zlib'
import { BUCKETS, coarseFeaturesOf, featuresOf, type Features } from './features.ts'
import { tongueOf, type Tongue } from './language.ts'
import type { Reading } from './reading.ts'
import { tokensOf } from './tokens.ts'
import { coarseScore, letterScore, type Weighed } from './weighing.ts'

export const kinds = [
  'override',
  'exfil',
  'conceal',
  'crosstool',
  'precond',
  'consent',
  'sensread',
  'harvest',
  'fetch',
  'pseudotag',
] as const
export type SpokenKind = (typeof kinds)[number]

/** Kinds are told apart by fewer weights each. */
export const KIND_BUCKETS = 2 ** 12

/** What was learned. Weights are whole numbers from -127 to 127 times a scale. */
export interface Learned {
  readonly bias: number
  readonly scale: number
  readonly weights: Int8Array
  /** One row of KIND_BUCKETS for each kind. */
  readonly kindWeights: Int8Array
  /** What a sentence must reach, by its language: how often a harmless one does differs. */
  readonly thresholds: Readonly<Record<Tongue, number>>
}

/** A text of fewer words than this is not judged. */
export const FEWEST_WORDS = 5

/** More than letters add: a text that is so far below its threshold without them needs no closer look. */
const REACH = 5

/** How far a text is beyond the threshold of its language; undefined for one too short or far too low. */
export function marginOf(weighed: Weighed, learned: Learned): number | undefined {
  const { tokens } = weighed
  if (tokens.length < FEWEST_WORDS) return undefined
  const coarse = coarseScore(weighed, learned)
  if (coarse < -REACH) return undefined
  const threshold = learned.thresholds[tongueOf(tokens)]
  if (coarse < threshold - REACH) return undefined
  return coarse + letterScore(weighed, learned) - threshold
}

function summed(groups: readonly (readonly number[])[], { weights, scale }: Learned): number {
  let score = 0
  for (const group of groups) {
    let sum = 0
    for (const bucket of group) sum += weights[bucket] ?? 0
    if (group.length > 0) score += sum / Math.sqrt(group.length)
  }
  return scale * score
}

export function scoreOf({ words, letters, concepts, pairs, denied }: Features, learned: Learned): number {
  return learned.bias + summed([words, letters, concepts, pairs, denied], learned)
}

export function kindOf(reading: Reading, { kindWeights }: Learned): SpokenKind {
  const { words, concepts, pairs } = coarseFeaturesOf(reading)
  let best: SpokenKind = 'override'
  let most = -Infinity
  for (const [row, kind] of kinds.entries()) {
    let score = 0
    for (const group of [words, concepts, pairs]) {
      let sum = 0
      for (const bucket of group) sum += kindWeights[row * KIND_BUCKETS + (bucket % KIND_BUCKETS)] ?? 0
      if (group.length > 0) score += sum / Math.sqrt(group.length)
    }
    if (score > most) [best, most] = [kind, score]
  }
  return best
}

const MOST_WORDS = 120

/** The words without which the text would have counted least, the weightiest first. */
export function weightiest(comparable: string, reading: Reading, learned: Learned, count: number): string[] {
  const pieces = comparable.match(/[a-z\u00df']+|[\u3005\u3040-\u30ff\u3400-\u9fff]{1,2}/g) ?? []
  const whole = scoreOf(featuresOf(reading), learned)
  const losses = new Map<string, number>()
  for (const piece of new Set(pieces.slice(0, MOST_WORDS))) {
    const dropped = new Set(tokensOf(piece))
    losses.set(piece, whole - scoreOf(featuresOf(without(reading, dropped)), learned))
  }
  return [...losses]
    .filter(([, loss]) => loss > 0)
    .toSorted(([, one], [, other]) => other - one)
    .slice(0, count)
    .map(([piece]) => piece)
}

function without({ tokens, quoted, clauses }: Reading, dropped: ReadonlySet<string>): Reading {
  const rest = (words: readonly string[]) => words.filter((word) => !dropped.has(word))
  return { tokens: rest(tokens), quoted: rest(quoted), clauses: clauses.map((clause) => rest(clause)) }
}

/** Reads what the training wrote: one byte for each weight, most of them zero, deflated, in base64. */
export function learnedFrom(
  written: Omit<Learned, 'weights' | 'kindWeights'> & { weights: string; kindWeights: string },
): Learned {
  const bytes = (text: string, length: number) => {
    const read = new Int8Array(inflateRawSync(Buffer.from(text, 'base64')))
    if (read.length !== length) throw new Error(`The text model has ${read.length} weights, not ${length}.`)
    return read
  }
  return {
    ...written,
    weights: bytes(written.weights, BUCKETS),
    kindWeights: bytes(written.kindWeights, KIND_BUCKETS * kinds.length),
  }
}
