import { WireError } from './errors.ts'
import type { StopSignal } from './stop-signal.ts'

/** The time of one call: a total cap, a cap until the headers, and the caller's own signal. */
export interface Budget {
  /** Runs at once when the time is up or the caller has gone, also when that was before. One at a time. */
  onStop(run: () => void): void
  headersArrived(): void
  /** A next hop waits for its own headers; the total goes on counting. */
  restart(): void
  readonly end: () => void
  /** Why we stopped, when it was us. */
  verdict(url: URL): WireError | undefined
}

export interface BudgetOptions {
  readonly totalMs: number
  readonly headersMs: number
  readonly signal: StopSignal | undefined
}

export function startBudget({ totalMs, headersMs, signal }: BudgetOptions): Budget {
  let stopping = (): void => undefined
  let reason: 'timeout' | 'headers-timeout' | 'cancelled' | undefined
  const stop = (why: typeof reason): void => {
    reason ??= why
    stopping()
  }
  const cancel = (): void => stop('cancelled')
  const total = setTimeout(stop, totalMs, 'timeout')
  const startHeaders = (): NodeJS.Timeout | undefined =>
    headersMs < totalMs ? setTimeout(stop, headersMs, 'headers-timeout') : undefined
  let headers = startHeaders()
  signal?.addEventListener('abort', cancel, { once: true })
  if (signal?.aborted === true) cancel()
  return {
    onStop(run) {
      stopping = run
      if (reason !== undefined) run()
    },
    headersArrived: () => clearTimeout(headers),
    restart: () => (headers = startHeaders()),
    end() {
      stopping = () => undefined
      clearTimeout(total)
      clearTimeout(headers)
      signal?.removeEventListener('abort', cancel)
    },
    verdict: (url) => (reason === undefined ? undefined : stopped(reason, url, { totalMs, headersMs })),
  }
}

function stopped(
  reason: 'timeout' | 'headers-timeout' | 'cancelled',
  url: URL,
  { totalMs, headersMs }: { totalMs: number; headersMs: number },
): WireError {
  const facts = { url: url.href, host: url.host }
  switch (reason) {
    case 'timeout':
      return new WireError('timeout', `${url.host} did not finish its answer within ${totalMs / 1000} s.`, {
        ...facts,
        timeoutMs: totalMs,
      })
    case 'headers-timeout':
      return new WireError(
        'headers-timeout',
        `${url.host} sent no complete response headers within ${headersMs / 1000} s.`,
        { ...facts, timeoutMs: headersMs },
      )
    case 'cancelled':
      return new WireError('cancelled', `The request to ${url.host} was cancelled.`, facts)
  }
}
