import { AsyncLocalStorage } from 'node:async_hooks'
import { RateLimiterMemory } from 'rate-limiter-flexible'

/** An authorization request names an address that this instance then asks; nobody may aim that at others. */
const most = 30
const windowSeconds = 60

/** Who makes this instance fetch client metadata, and how often. Per replica: each sends so much at most. */
export interface FetchTurns {
  /** Runs a request in the name of an address. */
  as<Result>(address: string, run: () => Promise<Result>): Promise<Result>
  /** Counts one fetch of whoever is asking. @throws Error when there were too many */
  take(): Promise<void>
}

export function createFetchTurns(): FetchTurns {
  const asking = new AsyncLocalStorage<string>()
  const limiter = new RateLimiterMemory({ points: most, duration: windowSeconds })
  return {
    as: (address, run) => asking.run(address, run),
    async take() {
      const address = asking.getStore() ?? 'unknown'
      await limiter.consume(address).catch(() => {
        throw new Error(
          `This address has asked for ${most} client documents within a minute. Wait a minute and try again.`,
        )
      })
    },
  }
}
