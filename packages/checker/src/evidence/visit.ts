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
  /** Stops the clock of the time cap, not the caller's stop; call what it returns to go on. */
  pause(): () => void
  end(): void
}

/** One signal for the caller's stop and for the time cap. Dispose it, else the process waits for the timer. */
export function startDeadline(timeoutMs: number, outer?: AbortSignal): Deadline {
  const controller = new AbortController()
  let left = timeoutMs
  let since = 0
  let timer: NodeJS.Timeout | undefined
  const start = (): void => {
    since = performance.now()
    timer = setTimeout(() => controller.abort(timeIsOver), left)
  }
  const stop = (): void => controller.abort('stopped')
  outer?.addEventListener('abort', stop, { once: true })
  if (outer?.aborted) stop()
  start()
  return {
    signal: controller.signal,
    pause(): () => void {
      clearTimeout(timer)
      left = Math.max(0, left - (performance.now() - since))
      return start
    },
    end(): void {
      clearTimeout(timer)
      outer?.removeEventListener('abort', stop)
    },
  }
}
