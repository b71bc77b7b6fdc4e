/** Ends a call: when its time is up, or when its caller has gone. Progress of the server does not extend it. */
export interface Deadline extends Disposable {
  readonly signal: AbortSignal
  /** The time of the whole call; undefined for streams that are meant to stay open. */
  readonly limitMs: number | undefined
  /** Why the signal was raised; undefined while it was not. */
  reason(): 'timeout' | 'cancelled' | undefined
  cancel(): void
}

export function startDeadline(callMs: number | undefined, callerGone: AbortSignal | undefined): Deadline {
  const controller = new AbortController()
  let why: 'timeout' | 'cancelled' | undefined
  const stop = (reason: 'timeout' | 'cancelled'): void => {
    why ??= reason
    controller.abort()
  }
  const cancel = (): void => stop('cancelled')
  const timer = callMs === undefined ? undefined : setTimeout(stop, callMs, 'timeout')
  callerGone?.addEventListener('abort', cancel, { once: true })
  if (callerGone?.aborted === true) cancel()
  return {
    signal: controller.signal,
    limitMs: callMs,
    reason: () => why,
    cancel,
    [Symbol.dispose]() {
      clearTimeout(timer)
      callerGone?.removeEventListener('abort', cancel)
    },
  }
}
