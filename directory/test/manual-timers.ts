/** Timers that run when a test says that time has passed. */
export interface ManualTimers {
  readonly after: (milliseconds: number, run: () => void) => () => void
  /** Runs what is due until then, in the order of time. */
  advance(milliseconds: number): void
  /** How many wait, or how many of those that were set to wait for so long. */
  waiting(milliseconds?: number): number
}

export function manualTimers(): ManualTimers {
  let now = 0
  const timers = new Set<{ readonly at: number; readonly set: number; readonly run: () => void }>()
  return {
    after(milliseconds, run) {
      const timer = { at: now + milliseconds, set: milliseconds, run }
      timers.add(timer)
      return () => void timers.delete(timer)
    },
    advance(milliseconds) {
      const until = now + milliseconds
      for (;;) {
        const [next] = [...timers].filter(({ at }) => at <= until).toSorted((one, other) => one.at - other.at)
        if (next === undefined) break
        timers.delete(next)
        now = next.at
        next.run()
      }
      now = until
    },
    waiting: (milliseconds) =>
      [...timers].filter(({ set }) => milliseconds === undefined || set === milliseconds).length,
  }
}
