import type { StopSignal } from '@connectory/wire'
import { StopSwitch } from './stop-switch.ts'

/** A timer: runs something after so many milliseconds, unless it is stopped before. Tests bring their own. */
export type After = (milliseconds: number, run: () => void) => () => void

export const systemAfter: After = (milliseconds, run) => {
  const timer = setTimeout(run, milliseconds)
  return () => clearTimeout(timer)
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
  const signal = new StopSwitch()
  let why: 'timeout' | 'cancelled' | undefined
  const stop = (reason: 'timeout' | 'cancelled'): void => {
    why ??= reason
    signal.raise()
  }
  const cancel = (): void => stop('cancelled')
  const start = (milliseconds: number | undefined): (() => void) =>
    milliseconds === undefined ? () => undefined : after(milliseconds, () => stop('timeout'))
  const stopWhole = start(time?.wholeMs)
  // Where the whole time is no longer than a silence may be, progress changes nothing.
  const silenceMs = time !== undefined && time.silenceMs < time.wholeMs ? time.silenceMs : undefined
  let stopSilence = start(silenceMs)
  let over = false
  callerGone?.addEventListener('abort', cancel, { once: true })
  if (callerGone?.aborted === true) cancel()
  return {
    signal,
    limitMs: time?.wholeMs,
    reason: () => why,
    cancel,
    progress() {
      if (over || silenceMs === undefined) return
      stopSilence()
      stopSilence = start(silenceMs)
    },
    [Symbol.dispose]() {
      over = true
      stopWhole()
      stopSilence()
      callerGone?.removeEventListener('abort', cancel)
    },
  }
}
