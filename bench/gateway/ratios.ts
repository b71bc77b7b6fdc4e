import { figure } from '../measure/rounds.ts'
import type { Measured } from '../measure/results.ts'

export const columns = ['p50', 'p99', 'callsPerSecond', 'cpuMs', 'databaseCpuMs'] as const
export type Column = (typeof columns)[number]
/** What one block of calls gave: milliseconds of a call, calls a second. */
export type Row = Readonly<Record<Column, number>>

/** What was measured: for so many calls at a time, and for each path by name, a row for each block. */
export type Taken = ReadonlyMap<number, ReadonlyMap<string, readonly Row[]>>

/** What is compared, by the names of the paths. */
export interface Compared {
  readonly name: string
  readonly floor: string
  /** Programs of others between two HTTP connections. */
  readonly peers: readonly string[]
}

/** The ratios that have goals. */
export function ratiosOf(taken: Taken, compared: Compared): readonly Measured[] {
  const { name, floor } = compared
  const concurrents = [...taken.keys()]
  return [
    ...concurrents.flatMap((concurrent) => cpuRatios(taken, concurrent, compared)),
    {
      name: `${name}: p50 above the floor's, 1 at a time`,
      unit: 'ms',
      figure: figure([undisturbed(taken, 1, name, 'p50') - undisturbed(taken, 1, floor, 'p50')]),
      note: '',
      goal: { atMost: 0.3 },
    },
    ...concurrents
      .filter((concurrent) => concurrent > 1)
      .map((concurrent): Measured => ({
        name: `${name}: calls per second, against the floor's, ${concurrent}`,
        unit: 'x',
        ...divided(taken, concurrent, [name, floor], 'callsPerSecond'),
        goal: { atLeast: 0.8 },
      })),
  ]
}

function cpuRatios(taken: Taken, concurrent: number, { name, floor, peers }: Compared): readonly Measured[] {
  const row = (other: string, shown: string, goal?: Measured['goal']): Measured => ({
    name: `${name}: CPU per call, against ${shown}, ${concurrent}`,
    unit: 'x',
    ...divided(taken, concurrent, [name, other], 'cpuMs'),
    ...(goal !== undefined && { goal }),
  })
  const best = bestOf(taken.get(concurrent) ?? new Map(), peers)
  const ofFloor = row(floor, 'the floor', { atMost: 2 })
  if (best === undefined) return [ofFloor]
  // The third was drawn from figures at 16. One at a time a proxy that does nothing takes more than that (decision 0075).
  const ofPeer = row(best, best, concurrent === 1 ? undefined : { atMost: 1 / 3 })
  const bare = divided(taken, concurrent, [floor, best], 'cpuMs').figure.median
  const why = concurrent === 1 ? ', so a third is no goal here' : ''
  const note = `${ofPeer.note}; the bare proxy takes ${bare.toPrecision(2)} of it${why}`
  return [ofFloor, { ...ofPeer, note }]
}

/** Which of them takes the least processor time for a call, in the blocks that all have; undefined where there are none. */
export function bestOf(
  taken: ReadonlyMap<string, readonly Row[]>,
  peers: readonly string[],
): string | undefined {
  const rowsOfEach = peers.map((peer) => taken.get(peer) ?? [])
  const shared = Math.min(...rowsOfEach.map((rows) => rows.length))
  const cpu = rowsOfEach.map((rows) => quietQuarter(rows.slice(0, shared), 'cpuMs'))
  return peers[cpu.indexOf(Math.min(...cpu))]
}

type Pair = readonly [one: string, other: string]

/** One path's figure by another's. Beside it: the same of what the blocks have in the middle, and of all of them together. */
function divided(
  taken: Taken,
  concurrent: number,
  pair: Pair,
  column: 'cpuMs' | 'callsPerSecond',
): Pick<Measured, 'figure' | 'note'> {
  const by = (of: (rows: readonly Row[]) => number): number => {
    const [one = Number.NaN, other = Number.NaN] = pair.map((name) => of(rowsOf(taken, concurrent, name)))
    return one / other
  }
  const middle = by((rows) => figure(rows.map((row) => row[column])).median)
  // Calls a second are one by the time of a call, which is what adds up.
  const together =
    column === 'cpuMs'
      ? by((rows) => sum(rows.map((row) => row.cpuMs)) / rows.length)
      : by((rows) => rows.length / sum(rows.map((row) => 1 / row.callsPerSecond)))
  return {
    figure: figure([by((rows) => quietQuarter(rows, column))]),
    note: `medians ${middle.toPrecision(3)}, all blocks together ${together.toPrecision(3)}`,
  }
}

/** What a path has without what else the machine does, which only adds to it: a quarter of its blocks are better. */
export function undisturbed(taken: Taken, concurrent: number, name: string, column: Column): number {
  return quietQuarter(rowsOf(taken, concurrent, name), column)
}

function quietQuarter(rows: readonly Row[], column: Column): number {
  const values = rows.map((row) => row[column]).toSorted((one, other) => one - other)
  const best = column === 'callsPerSecond' ? values.toReversed() : values
  return best[Math.floor(best.length / 4)] ?? Number.NaN
}

function sum(values: readonly number[]): number {
  return values.reduce((before, value) => before + value, 0)
}

function rowsOf(taken: Taken, concurrent: number, name: string): readonly Row[] {
  return taken.get(concurrent)?.get(name) ?? []
}
