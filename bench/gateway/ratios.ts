import { figure, type Figure } from '../measure/rounds.ts'
import type { Measured } from '../measure/results.ts'

export const columns = ['p50', 'p99', 'callsPerSecond', 'cpuMs', 'databaseCpuMs'] as const
export type Column = (typeof columns)[number]
/** What one block of calls gave: milliseconds of a call, calls a second. */
export type Row = Readonly<Record<Column, number>>

/** What was measured: for so many calls at a time, and for each path by name, a row for each turn. */
export type Taken = ReadonlyMap<number, ReadonlyMap<string, readonly Row[]>>

/** What is compared, by the names of the paths. */
export interface Compared {
  readonly name: string
  readonly floor: string
  /** Programs of others between two HTTP connections. */
  readonly peers: readonly string[]
}

type Pair = readonly [one: string, other: string]

/** The ratios that have goals. */
export function ratiosOf(taken: Taken, compared: Compared): readonly Measured[] {
  const { name, floor } = compared
  const concurrents = [...taken.keys()]
  return [
    ...concurrents.flatMap((concurrent) => cpuRatios(taken, concurrent, compared)),
    {
      name: `${name}: p50 above the floor's, 1 at a time`,
      unit: 'ms',
      figure: pairs(taken, 1, [name, floor], 'p50', (one, other) => one - other),
      note: '',
      goal: { atMost: 0.3 },
    },
    ...concurrents
      .filter((concurrent) => concurrent > 1)
      .map((concurrent): Measured => ({
        name: `${name}: calls per second, against the floor's, ${concurrent}`,
        unit: 'x',
        figure: pairs(taken, concurrent, [name, floor], 'callsPerSecond', divided),
        note: together(taken, concurrent, [floor, name], (row) => 1 / row.callsPerSecond),
        goal: { atLeast: 0.8 },
      })),
  ]
}

function cpuRatios(taken: Taken, concurrent: number, { name, floor, peers }: Compared): readonly Measured[] {
  const row = (other: string, shown: string, goal?: Measured['goal']): Measured => ({
    name: `${name}: CPU per call, against ${shown}, ${concurrent}`,
    unit: 'x',
    figure: pairs(taken, concurrent, [name, other], 'cpuMs', divided),
    note: together(taken, concurrent, [name, other], (row) => row.cpuMs),
    ...(goal !== undefined && { goal }),
  })
  const [best] = peers
    .map((peer) => ({ peer, cpu: median(taken, concurrent, peer, 'cpuMs') }))
    .toSorted((one, other) => one.cpu - other.cpu)
  const ofFloor = row(floor, 'the floor', { atMost: 2 })
  if (best === undefined) return [ofFloor]
  // The third was drawn from figures at 16. One at a time a proxy that does nothing takes more than that (decision 0075).
  const ofPeer = row(best.peer, best.peer, concurrent === 1 ? undefined : { atMost: 1 / 3 })
  const bare = pairs(taken, concurrent, [floor, best.peer], 'cpuMs', divided).median
  const why = concurrent === 1 ? ', so a third is no goal here' : ''
  const note = `${ofPeer.note}; the bare proxy takes ${bare.toPrecision(2)} of it${why}`
  return [ofFloor, { ...ofPeer, note }]
}

/** Turn by turn. */
function pairs(
  taken: Taken,
  concurrent: number,
  [one, other]: Pair,
  column: Column,
  of: (one: number, other: number) => number,
): Figure {
  const second = values(taken, concurrent, other, column)
  return figure(
    values(taken, concurrent, one, column).map((value, at) => of(value, second[at] ?? Number.NaN)),
  )
}

function divided(one: number, other: number): number {
  return one / other
}

/** What comes in few of the turns, such as a collection of the whole heap, is in this and not in their median. */
function together(taken: Taken, concurrent: number, [one, other]: Pair, of: (row: Row) => number): string {
  const sum = (name: string): number =>
    rowsOf(taken, concurrent, name).reduce((before, row) => before + of(row), 0)
  return `all turns together ${(sum(one) / sum(other)).toPrecision(3)}`
}

function rowsOf(taken: Taken, concurrent: number, name: string): readonly Row[] {
  return taken.get(concurrent)?.get(name) ?? []
}

function values(taken: Taken, concurrent: number, name: string, column: Column): readonly number[] {
  return rowsOf(taken, concurrent, name).map((row) => row[column])
}

export function median(taken: Taken, concurrent: number, name: string, column: Column): number {
  return figure(values(taken, concurrent, name, column)).median
}
