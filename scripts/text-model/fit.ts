// Logistic regression with steps that shrink for each weight by itself (Adagrad); the same numbers in every run.
import { BUCKETS, type Features } from '../../packages/checker/src/text/model/features.ts'
import { KIND_BUCKETS, kinds, type SpokenKind } from '../../packages/checker/src/text/model/model.ts'

export interface Example {
  /** Which item of the table. */
  readonly item: number
  readonly attack: boolean
  /** How much it counts. */
  readonly weight: number
  /** The writer or server. */
  readonly source: string
}

export interface Fitted {
  readonly bias: number
  readonly weights: Float32Array
}

const rounds = 6
const step = 0.3
const shrink = 4e-4
/** A feature counts when so many writers or servers have it: what only one has tells of its style. */
const fewestSources = 2
const GROUPS = 5
/** So large a sum of squares that a weight never moves. */
const unmoved = 1e30

/** The features of all texts, each an item, in one row of numbers. */
export class Table {
  private numbers = new Int32Array(2 ** 24)
  private used = 0
  /** Where each group of each item begins. */
  readonly begins: number[] = [0]
  /** What a weight counts in each group. */
  readonly counts: number[] = []

  add(features: Features): number {
    const { words, letters, concepts, pairs, denied } = features
    for (const group of [words, letters, concepts, pairs, denied]) {
      if (this.used + group.length > this.numbers.length) this.grow()
      this.numbers.set(group, this.used)
      this.used += group.length
      this.begins.push(this.used)
      this.counts.push(group.length > 0 ? 1 / Math.sqrt(group.length) : 0)
    }
    return this.counts.length / GROUPS - 1
  }

  get buckets(): Int32Array {
    return this.numbers
  }

  private grow(): void {
    const larger = new Int32Array(this.numbers.length * 2)
    larger.set(this.numbers)
    this.numbers = larger
  }
}

export function fit(table: Table, examples: readonly Example[]): Fitted {
  const { begins, counts, buckets } = table
  /** A weight and its sum of squares stand beside each other. */
  const state = startingState(table, examples)
  const order = Uint32Array.from(examples, (_, index) => index)
  const random = seeded(20_261_121)
  let [bias, biasSquares] = [0, 1e-3]
  for (let round = 0; round < rounds; round++) {
    shuffle(order, random)
    for (const index of order) {
      const example = examples[index]
      if (!example) continue
      const first = example.item * GROUPS
      let score = bias
      for (let group = first; group < first + GROUPS; group++) score += summed(group)
      const error = (1 / (1 + Math.exp(-score)) - (example.attack ? 1 : 0)) * example.weight
      for (let group = first; group < first + GROUPS; group++) learn(group, error)
      biasSquares += error * error
      bias -= (step * error) / Math.sqrt(biasSquares)
    }
  }
  return {
    bias,
    weights: Float32Array.from({ length: BUCKETS }, (_, bucket) =>
      state[2 * bucket + 1] === Math.fround(unmoved) ? 0 : (state[2 * bucket] ?? 0),
    ),
  }

  function summed(group: number): number {
    const end = begins[group + 1] ?? 0
    let sum = 0
    for (let at = begins[group] ?? 0; at < end; at++) sum += state[2 * (buckets[at] ?? 0)] ?? 0
    return sum * (counts[group] ?? 0)
  }

  function learn(group: number, error: number): void {
    const value = counts[group] ?? 0
    const end = begins[group + 1] ?? 0
    for (let at = begins[group] ?? 0; at < end; at++) {
      const place = 2 * (buckets[at] ?? 0)
      const weight = state[place] ?? 0
      const slope = (error + shrink * weight) * value
      const sum = (state[place + 1] ?? 0) + slope * slope
      state[place + 1] = sum
      state[place] = weight - (step * slope) / Math.sqrt(sum)
    }
  }
}

/** Only features that come from enough sources can move; examples of one source stand together. */
function startingState({ begins, buckets }: Table, examples: readonly Example[]): Float32Array {
  const sources = new Uint8Array(BUCKETS)
  const last = new Int32Array(BUCKETS)
  const known = new Map<string, number>()
  for (const { item, source } of examples) {
    const number = known.get(source) ?? known.size + 1
    known.set(source, number)
    for (let at = begins[item * GROUPS] ?? 0; at < (begins[item * GROUPS + GROUPS] ?? 0); at++) {
      const bucket = buckets[at] ?? 0
      if (last[bucket] === number) continue
      last[bucket] = number
      sources[bucket] = Math.min(fewestSources, (sources[bucket] ?? 0) + 1)
    }
  }
  const state = new Float32Array(2 * BUCKETS)
  for (const [bucket, count] of sources.entries())
    state[2 * bucket + 1] = count < fewestSources ? unmoved : 1e-3
  return state
}

export function scored(table: Table, item: number, { weights, bias }: Fitted): number {
  const { begins, counts, buckets } = table
  let score = bias
  for (let group = item * GROUPS; group < item * GROUPS + GROUPS; group++) {
    let sum = 0
    for (let at = begins[group] ?? 0; at < (begins[group + 1] ?? 0); at++)
      sum += weights[buckets[at] ?? 0] ?? 0
    score += sum * (counts[group] ?? 0)
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
export function quantized(weights: Float32Array | Float64Array): { scale: number; bytes: Int8Array } {
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
