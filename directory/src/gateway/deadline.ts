import type { StopSignal } from '@connectory/wire'
import { StopSwitch } from './stop-switch.ts'

/** A timer: runs something after so many milliseconds, unless it is stopped before. Tests bring their own. */
export type After = (milliseconds: number, run: () => void) => () => void

export const systemAfter: After = (milliseconds, run) => {
  const timer = setTimeout(run, milliseconds)
  return () => clearTimeout(timer)
}

/** Waits so many milliseconds, or until the signal is raised. */
export async function pause(after: After, milliseconds: number, signal: StopSignal): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  const stop = after(milliseconds, resolve)
  signal.addEventListener('abort', resolve, { once: true })
  if (signal.aborted) resolve()
  await promise
  stop()
  signal.removeEventListener('abort', resolve)
}

/** How long a call may take, in milliseconds. */
export interface CallTime {
  /** Whole time when the server says nothing, and the longest silence between two signs of progress. */
  readonly silenceMs: number
  /** Whole time, progress or not. */
  readonly wholeMs: number
}

/** Ends a call: when its time is up, or when its caller has gone. */
export interface Deadline extends Disposable {
  readonly signal: StopSignal
  /** The most that the whole call may take; undefined for streams that are meant to stay open. */
  readonly limitMs: number | undefined
  /** Why the signal was raised; undefined while it was not. */
  reason(): 'timeout' | 'cancelled' | undefined
  cancel(): void
  /** The server has shown that it is at work: the silence begins anew, the whole time does not. */
  progress(): void
}

export function startDeadline(
  time: CallTime | undefined,
  callerGone: StopSignal | undefined,
  after: After,
): Deadline {
  return new RunningDeadline(time, callerGone, after)
}

const nothing = (): void => undefined

class RunningDeadline implements Deadline {
  readonly signal = new StopSwitch()
  readonly limitMs: number | undefined
  readonly #silenceMs: number | undefined
  readonly #after: After
  readonly #callerGone: StopSignal | undefined
  readonly #stopWhole: () => void
  #stopSilence: () => void
  #why: 'timeout' | 'cancelled' | undefined
  #over = false
  readonly #onTime = (): void => this.#stop('timeout')
  readonly cancel = (): void => this.#stop('cancelled')

  constructor(time: CallTime | undefined, callerGone: StopSignal | undefined, after: After) {
    this.limitMs = time?.wholeMs
    this.#after = after
    this.#callerGone = callerGone
    // Where the whole time is no longer than a silence may be, progress changes nothing.
    this.#silenceMs = time !== undefined && time.silenceMs < time.wholeMs ? time.silenceMs : undefined
    this.#stopWhole = this.#start(this.limitMs)
    this.#stopSilence = this.#start(this.#silenceMs)
    callerGone?.addEventListener('abort', this.cancel, { once: true })
    if (callerGone?.aborted === true) this.cancel()
  }

  reason(): 'timeout' | 'cancelled' | undefined {
    return this.#why
  }

  progress(): void {
    if (this.#over || this.#silenceMs === undefined) return
    this.#stopSilence()
    this.#stopSilence = this.#start(this.#silenceMs)
  }

  [Symbol.dispose](): void {
    this.#over = true
    this.#stopWhole()
    this.#stopSilence()
    this.#callerGone?.removeEventListener('abort', this.cancel)
  }

  #start(milliseconds: number | undefined): () => void {
    return milliseconds === undefined ? nothing : this.#after(milliseconds, this.#onTime)
  }

  #stop(reason: 'timeout' | 'cancelled'): void {
    this.#why ??= reason
    this.signal.raise()
  }
}
