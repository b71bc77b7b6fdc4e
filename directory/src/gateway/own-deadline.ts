import type { Deadline } from './deadline.ts'
import { StopSwitch } from './stop-switch.ts'

/** For work that outlasts the request that began it: it ends when somebody ends it. */
export class OwnDeadline implements Deadline {
  readonly signal = new StopSwitch()
  readonly limitMs: number | undefined
  #why: 'timeout' | 'cancelled' | undefined

  /** @param limitMs the most that it may take; undefined for what is meant to stay open */
  constructor(limitMs: number | undefined) {
    this.limitMs = limitMs
  }

  reason(): 'timeout' | 'cancelled' | undefined {
    return this.#why
  }

  stop(reason: 'timeout' | 'cancelled'): void {
    this.#why ??= reason
    this.signal.raise()
  }

  cancel(): void {
    this.stop('cancelled')
  }

  /** The silence of a server counts in the request that waits for it. */
  progress(): void {
    return undefined
  }

  [Symbol.dispose](): void {
    return undefined
  }
}
