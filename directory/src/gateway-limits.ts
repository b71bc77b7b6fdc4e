import type { Config } from './config/index.ts'
import type { GatewayLimits } from './gateway/index.ts'

/** What the configuration says of the gateway's limits, as the gateway takes it. */
export function gatewayLimits(config: Config): Partial<GatewayLimits> {
  const byClient = Object.entries(config.callSecondsByClient)
  return {
    callMs: config.callSeconds * 1000,
    clientMs: Object.fromEntries(byClient.map(([client, seconds]) => [client, seconds * 1000])),
    queue: { atOnce: config.upstreamCalls, waitMs: 10_000, waitingEach: 100 },
    continuation: config.resultContinuation,
    mergedTools: config.mergedTools,
    rates: config.rateLimits,
    ...(config.resultCap === 'characters' && { resultCharacters: 150_000 }),
  }
}
