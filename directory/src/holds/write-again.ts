import type { Endpoint } from '../catalogue/index.ts'
import type { HoldsDependencies } from './create-holds.ts'
import type { Hold, HoldId } from './model.ts'
import { writeChanges, type Changes } from './write-changes.ts'

/** What one list showed. */
interface Work {
  readonly endpoint: Endpoint
  readonly changes: Changes
  /** Held here already. */
  readonly found: readonly Hold[]
}

/** It holds here meanwhile, but nobody else knows of it, and nobody can release it. */
const pauseMs = 5_000

/**
 * Writes changes, one list after the other; again where that failed, until it is done: any part of it may have been
 * done before.
 * @param written is told which holds are in the database; what it could not do is done again too
 */
export function createWriter(
  deps: HoldsDependencies,
  written: (found: readonly Hold[], ids: ReadonlySet<HoldId>) => Promise<void>,
) {
  let writing: Promise<void> = Promise.resolve()
  let failed: readonly Work[] = []
  let nextAt = 0
  const doOne = async (work: Work): Promise<void> => {
    try {
      await written(work.found, await writeChanges(deps, work.endpoint, work.changes))
    } catch (error) {
      failed = [...failed, work]
      nextAt = deps.clock.now().getTime() + pauseMs
      const { listing } = work.endpoint
      deps.log.error(
        { err: error, listing },
        'Changed tools could not be noted; they are held here, and noted later',
      )
    }
  }
  const write = (work: Work): void => {
    writing = writing.then(() => doOne(work))
  }
  return {
    write,
    /** What failed a while ago. */
    again(): void {
      if (failed.length === 0 || deps.clock.now().getTime() < nextAt) return
      const works = failed
      failed = []
      for (const work of works) write(work)
    },
    settled: () => writing,
  }
}
