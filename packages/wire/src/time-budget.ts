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

export function startBudget(options: BudgetOptions): Budget {
  return new RunningBudget(options)
}

type Reason = 'timeout' | 'headers-timeout' | 'cancelled'

const nothing = (): void => undefined

/** A class, for a closure for each of these takes longer to make and to collect. */
class RunningBudget implements Budget {
  readonly #options: BudgetOptions
  readonly #total: NodeJS.Timeout
  #headers: NodeJS.Timeout | undefined
  #stopping = nothing
  #reason: Reason | undefined
  readonly #stop = (why: Reason): void => {
    this.#reason ??= why
    this.#stopping()
  }
  readonly #cancel = (): void => this.#stop('cancelled')
  readonly end = (): void => {
    this.#stopping = nothing
    clearTimeout(this.#total)
    clearTimeout(this.#headers)
    this.#options.signal?.removeEventListener('abort', this.#cancel)
  }

  constructor(options: BudgetOptions) {
    this.#options = options
    const { totalMs, signal } = options
    this.#total = setTimeout(this.#stop, totalMs, 'timeout')
    this.restart()
    signal?.addEventListener('abort', this.#cancel, { once: true })
    if (signal?.aborted === true) this.#cancel()
  }

  onStop(run: () => void): void {
    this.#stopping = run
    if (this.#reason !== undefined) run()
  }

  headersArrived(): void {
    clearTimeout(this.#headers)
  }

  restart(): void {
    const { totalMs, headersMs } = this.#options
    if (headersMs < totalMs) this.#headers = setTimeout(this.#stop, headersMs, 'headers-timeout')
  }

  verdict(url: URL): WireError | undefined {
    return this.#reason === undefined ? undefined : stopped(this.#reason, url, this.#options)
  }
}

function stopped(
  reason: Reason,
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
