import { legacyHeaders } from '@connectory/wire'
import type { Heard } from './ask.ts'
import { seen, type Looked } from './evidence.ts'
import type { Ground } from './ground.ts'
import { initializeMessage, type Manner, type OddMessage } from './odd-message.ts'

type LegacyManner = Extract<Manner, { era: 'legacy' }>

/** An opening of the era before 2026-07-28, with whatever is odd about it. Its session id is noted, for TRN-16. */
export async function openOddly(
  { ask, sessionIds }: Ground,
  step: string,
  { headers, body }: OddMessage = initializeMessage(),
): Promise<Looked<Heard & { readonly manner?: LegacyManner }>> {
  const heard = await ask({ step, headers, body })
  if (!heard.looked) return heard
  const session = heard.value.headers.get('mcp-session-id') ?? undefined
  if (session !== undefined && headers['mcp-session-id'] === undefined) sessionIds.push(session)
  const result = heard.value.message?.['result']
  if (typeof result !== 'object' || result === null || !('protocolVersion' in result)) return heard
  const version = String(result.protocolVersion).slice(0, 40)
  const manner: LegacyManner = { era: 'legacy', version, ...(session === undefined ? {} : { session }) }
  return seen({ ...heard.value, manner })
}

/** Ends the session where there is one. The answer is undefined where there is nothing to end. */
export async function endOddly(
  { ask }: Ground,
  manner: LegacyManner | undefined,
): Promise<Looked<Heard> | undefined> {
  if (manner?.session === undefined) return undefined
  const headers = legacyHeaders(manner.version, manner.session)
  return ask({ step: 'DELETE the session', method: 'DELETE', headers, timeoutMs: 3_000 })
}
