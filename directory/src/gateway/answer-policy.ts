import { estimateTokens } from '@connectory/wire'
import type { Call } from './call.ts'
import type { CapOptions } from './cap-result.ts'
import type { After } from './deadline.ts'
import type { GatewayDependencies, GatewayLimits } from './gateway.ts'
import type { ListKind } from './list-kinds.ts'
import { keepFor } from './read-more.ts'
import type { Rests } from './rests.ts'
import type { Standing } from './standing.ts'
import type { ServerLists } from './server-lists.ts'

/** What every answer goes through before the caller gets it, and what decides how long a stream may stay open. */
export interface AnswerPolicy extends Pick<
  GatewayDependencies,
  'holds' | 'connections' | 'catalogue' | 'config' | 'log'
> {
  readonly limits: Pick<GatewayLimits, 'resultTokens' | 'resultCharacters' | 'continuation'>
  readonly rests: Rests
  readonly after: After
  readonly standing: Standing
  readonly lists: Readonly<Record<ListKind, Pick<ServerLists, 'changed'>>>
}

/** Most tokens or characters of a result, whichever are counted. */
export function mostOf(limits: AnswerPolicy['limits']): number {
  return limits.resultCharacters ?? limits.resultTokens
}

/** The cap of a call's results: in characters where that profile is set, else in tokens. */
export function capOf(call: Call): CapOptions {
  const { limits, rests } = call.policy
  const keep = keepFor(limits.continuation, call, rests)
  const most = limits.resultCharacters
  return {
    ...(most === undefined
      ? { limit: limits.resultTokens, unit: 'tokens', count: (text) => tokensOf(text, limits.resultTokens) }
      : { limit: most, unit: 'characters', count: (text) => text.length }),
    ...(keep !== undefined && { keep }),
  }
}

function tokensOf(text: string, limit: number): number {
  return estimateTokens(text, limit).tokens
}
