import { isWireError, type EvidenceLog, type SafeFetch } from '@connectory/wire'
import { couldNotLook, type Looked } from './evidence.ts'

/** What every step of one collection shares. */
export interface Visit {
  readonly url: URL
  readonly fetch: SafeFetch
  readonly log: EvidenceLog
  readonly now: () => Date
  /** Aborted when the caller stops the check and when its time is over. */
  readonly signal: AbortSignal
  readonly seconds: number
}

/**
 * What a stranger's fault means for the part that was being looked at. Anything else is our bug and goes on.
 * @throws the error itself when it is not a WireError
 */
export function whyNot(visit: Visit, error: unknown, code = 'unreachable'): Looked<never> {
  if (!isWireError(error)) throw error
  if (visit.signal.aborted) {
    const timeOver = visit.signal.reason === timeIsOver
    return timeOver ? couldNotLook('time-over', { seconds: visit.seconds }) : couldNotLook('stopped')
  }
  return couldNotLook(code, { problem: error.message })
}

const timeIsOver = 'time is over'

export interface Deadline {
  readonly signal: AbortSignal
  end(): void
}

/** One signal for the caller's stop and for the time cap. Dispose it, else the process waits for the timer. */
export function startDeadline(timeoutMs: number, outer?: AbortSignal): Deadline {
  const controller = new AbortController()
  const timer = setTimeout(() => controller.abort(timeIsOver), timeoutMs)
  const stop = (): void => controller.abort('stopped')
  outer?.addEventListener('abort', stop, { once: true })
  if (outer?.aborted) stop()
  return {
    signal: controller.signal,
    end(): void {
      clearTimeout(timer)
      outer?.removeEventListener('abort', stop)
    },
  }
}
