// Logistic regression with steps that shrink for each weight by itself (Adagrad); the same numbers in every run.
import { BUCKETS, type Features } from '../../packages/checker/src/text/model/features.ts'
import { KIND_BUCKETS, kinds, type SpokenKind } from '../../packages/checker/src/text/model/model.ts'

export interface Example {
  readonly features: Features
  readonly attack: boolean
  /** How much it counts. */
  readonly weight: number
  /** The writer or server. */
  readonly source: string
}

export interface Fitted {
  readonly bias: number
  readonly weights: Float64Array
}

const rounds = 6
const step = 0.3
const shrink = 4e-4
/** A feature counts when so many writers or servers have it: what only one has tells of its style. */
const fewestSources = 2

export function fit(examples: readonly Example[]): Fitted {
  const weights = new Float64Array(BUCKETS)
  const squares = new Float64Array(BUCKETS).fill(1e-3)
  const order = Uint32Array.from(examples, (_, index) => index)
  const shared = sharedBy(examples)
  const random = seeded(20_261_121)
  let [bias, biasSquares] = [0, 1e-3]
  for (let round = 0; round < rounds; round++) {
    shuffle(order, random)
    for (const index of order) {
      const example = examples[index]
      if (!example) continue
      const groups = groupsOf(example.features)
      const chance = 1 / (1 + Math.exp(-summed(groups, weights, bias)))
      const error = (chance - (example.attack ? 1 : 0)) * example.weight
      for (const group of groups) learn(group, error)
      biasSquares += error * error
      bias -= (step * error) / Math.sqrt(biasSquares)
    }
  }
  return { bias, weights }

  function learn(group: readonly number[], error: number): void {
    const value = 1 / Math.sqrt(group.length)
    for (const bucket of group) {
      if (!shared[bucket]) continue
      const slope = error * value + shrink * value * (weights[bucket] ?? 0)
      const sum = (squares[bucket] ?? 0) + slope * slope
      squares[bucket] = sum
      weights[bucket] = (weights[bucket] ?? 0) - (step * slope) / Math.sqrt(sum)
    }
  }
}

/** Which features come from enough sources; examples of one source stand together. */
function sharedBy(examples: readonly Example[]): Uint8Array {
  const sources = new Uint8Array(BUCKETS)
  const last: (string | undefined)[] = Array.from({ length: BUCKETS })
  for (const { features, source } of examples) {
    for (const bucket of groupsOf(features).flat()) {
      if (last[bucket] === source) continue
      last[bucket] = source
      sources[bucket] = Math.min(fewestSources, (sources[bucket] ?? 0) + 1)
    }
  }
  return sources.map((count) => (count < fewestSources ? 0 : 1))
}

export function scored(features: Features, weights: Float64Array, bias: number): number {
  return summed(groupsOf(features), weights, bias)
}

function summed(groups: readonly (readonly number[])[], weights: Float64Array, bias: number): number {
  let score = bias
  for (const group of groups) {
    let sum = 0
    for (const bucket of group) sum += weights[bucket] ?? 0
    score += sum / Math.sqrt(group.length)
  }
  return score
}

/** Which kind an attack is: one row of weights for each, learned from attacks alone. */
export function fitKinds(examples: readonly { features: Features; kind: SpokenKind }[]): Float64Array {
  const weights = new Float64Array(KIND_BUCKETS * kinds.length)
  const squares = new Float64Array(weights.length).fill(1e-3)
  const order = Uint32Array.from(examples, (_, index) => index)
  const random = seeded(7)
  for (let round = 0; round < rounds; round++) {
    shuffle(order, random)
    for (const index of order) {
      const example = examples[index]
      if (!example) continue
      const groups = groupsOf({ ...example.features, letters: [], denied: [] })
      for (const [row, kind] of kinds.entries()) {
        const at = (bucket: number) => row * KIND_BUCKETS + (bucket % KIND_BUCKETS)
        const score = total(groups, at)
        const error = 1 / (1 + Math.exp(-score)) - (kind === example.kind ? 1 : 0)
        for (const group of groups) learn(group, at, error)
      }
    }
  }
  return weights

  function total(groups: readonly (readonly number[])[], at: (bucket: number) => number): number {
    let score = 0
    for (const group of groups) {
      for (const bucket of group) score += (weights[at(bucket)] ?? 0) / Math.sqrt(group.length)
    }
    return score
  }

  function learn(group: readonly number[], at: (bucket: number) => number, error: number): void {
    const slope = error / Math.sqrt(group.length)
    for (const bucket of group) {
      const place = at(bucket)
      const sum = (squares[place] ?? 0) + slope * slope
      squares[place] = sum
      weights[place] = (weights[place] ?? 0) - (step * slope) / Math.sqrt(sum)
    }
  }
}

/** Whole numbers from -127 to 127; a few very large weights are cut so that the others keep their differences. */
export function quantized(weights: Float64Array): { scale: number; bytes: Int8Array } {
  const sizes = weights.map(Math.abs).toSorted()
  const largest = sizes[Math.floor(sizes.length * 0.9995)] ?? 1
  const scale = largest / 127
  return {
    scale,
    bytes: Int8Array.from(weights, (weight) => Math.max(-127, Math.min(127, Math.round(weight / scale)))),
  }
}

function groupsOf({ words, letters, concepts, pairs, denied }: Features): readonly (readonly number[])[] {
  return [words, letters, concepts, pairs, denied].filter(({ length }) => length > 0)
}

function shuffle(order: Uint32Array, random: () => number): void {
  for (let last = order.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1))
    const kept = order[last] ?? 0
    order[last] = order[other] ?? 0
    order[other] = kept
  }
}

/** Numbers from 0 to 1, the same in every run. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = Math.trunc(state + 0x6d2b_79f5)
    let bits = Math.imul(state ^ (state >>> 15), state | 1)
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61)
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32
  }
}
