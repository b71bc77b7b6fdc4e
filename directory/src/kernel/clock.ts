/** Time as a parameter: everything that asks for the time asks a Clock, so that tests and simulations can move it. */
export interface Clock {
  /** Read it only: who asks within the same millisecond may have got the same one. */
  now(): Date
}

let latest = new Date(0)

/** A call asks for the time nine times, and thousands of calls a second share their milliseconds. */
export const systemClock: Clock = {
  now() {
    const milliseconds = Date.now()
    if (latest.getTime() !== milliseconds) latest = new Date(milliseconds)
    return latest
  },
}

/** A clock that stands still until it is told to move. */
export interface ManualClock extends Clock {
  advance(milliseconds: number): void
}

export function manualClock(start: Date): ManualClock {
  let current = start.getTime()
  return {
    now: () => new Date(current),
    advance(milliseconds) {
      current += milliseconds
    },
  }
}
