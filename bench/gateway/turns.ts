import { setTimeout as pause } from 'node:timers/promises'
import { openPatiently, type Way, type Workers } from './load.ts'
import { cpuMs } from './processes.ts'
import type { Row } from './ratios.ts'
import { settleMs } from './trials.ts'

/** What calls go through. */
export interface Path {
  readonly name: string
  readonly note: string
  readonly way: Way
  /** Processor time so far of what stands in the way, in milliseconds; 0 when nothing does. */
  readonly cpu: () => number
  /** Of others: whether it stands between two HTTP connections, as ours does. */
  readonly httpToHttp?: boolean
}

export interface Blocks {
  /** Calls at a time. */
  readonly concurrent: number
  /** Of one block. */
  readonly calls: number
  /** Blocks of a path in one turn. */
  readonly inARow: number
  readonly turns: {
    /** Of all paths, for their figures and to see which are compared. */
    readonly all: number
    /** Afterwards, of those that are compared. */
    readonly compared: number
  }
}

export interface Measuring {
  readonly paths: readonly Path[]
  /** The names of the paths that take further turns, by what the turns of all gave. */
  readonly compared: (taken: ReadonlyMap<string, readonly Row[]>) => readonly string[]
  /** Process id of the database, whose processor time is counted apart. */
  readonly database: number
}

/** Each path's rows by its name, a row for each block; every other turn goes backwards. */
export async function takeTurns(
  { concurrent, calls, inARow, turns }: Blocks,
  { paths, compared, database }: Measuring,
): Promise<ReadonlyMap<string, readonly Row[]>> {
  const opened: Opened[] = []
  for (const path of paths) {
    opened.push({ path, workers: await openPatiently(path.way, concurrent), rows: [] })
  }
  const turn = async (some: readonly Opened[]): Promise<void> => {
    for (const { path, workers, rows } of some) {
      // Others have called since its last turn, and the processor's caches are full of what they needed: who serves all day
      // has gone round in its memory. Ours takes 700 calls for that.
      await workers.call(calls)
      for (let nth = 0; nth < inARow; nth += 1) rows.push(await block(path, { workers, calls, database }))
      // What is put off until after the calls, such as their records, meets nobody else's.
      await pause(settleMs)
    }
  }
  for (let n = 0; n < turns.all; n += 1) await turn(n % 2 === 0 ? opened : opened.toReversed())
  const taken = new Map(opened.map(({ path, rows }) => [path.name, rows]))
  const names = compared(taken)
  const further = opened.filter(({ path }) => names.includes(path.name))
  for (let n = 0; n < turns.compared; n += 1) await turn(n % 2 === 0 ? further : further.toReversed())
  for (const { workers } of opened) workers.close()
  return taken
}

interface Opened {
  readonly path: Path
  readonly workers: Workers
  readonly rows: Row[]
}

interface Called {
  readonly workers: Workers
  readonly calls: number
  readonly database: number
}

/** What an earlier block put off comes in this one, as its own does in the next. */
async function block({ cpu }: Path, { workers, calls, database }: Called): Promise<Row> {
  const databaseCpu = (): number => cpuMs(database, 'family')
  const before = [cpu(), databaseCpu()] as const
  const timed = await workers.call(calls)
  return { ...timed, cpuMs: (cpu() - before[0]) / calls, databaseCpuMs: (databaseCpu() - before[1]) / calls }
}
