import { isWireError, legacyHeaders, openServer, postMessage, type Opening } from '@connectory/wire'
import { doesNotApply, seen, type Looked } from './evidence.ts'
import { clientInfo } from './openings.ts'
import type { SessionLoginFacts } from './sign-in-facts.ts'
import { whyNot, type Visit } from './visit.ts'

const timeoutMs = 15_000
/** What servers say that know no sessions, because they speak 2026-07-28 alone. */
const noSession: ReadonlySet<string> = new Set([
  'rpc-error',
  'http-status',
  'unknown-version',
  'not-json-rpc',
])
const wrongToken = 'connectory-check-invalid-token'

/** Opens a session with the token, and uses its id without one and with a wrong one. */
export async function collectSessionLogin(visit: Visit, token: string): Promise<Looked<SessionLoginFacts>> {
  const { fetch, log: evidence, signal } = visit
  let opening: Opening
  try {
    opening = await openServer(visit.url.href, {
      era: 'legacy',
      token,
      fetch,
      evidence,
      signal,
      clientInfo,
      timeoutMs,
    })
  } catch (error) {
    const spoken = isWireError(error) && noSession.has(error.code)
    return spoken ? doesNotApply('no-session') : whyNot(visit, error, 'step-failed')
  }
  try {
    if (opening.session.id === undefined) return doesNotApply('no-session')
    return seen({ without: await ask(visit, opening), wrong: await ask(visit, opening, wrongToken) })
  } catch (error) {
    return whyNot(visit, error, 'step-failed')
  } finally {
    await opening.close()
  }
}

async function ask({ url, fetch, log, signal }: Visit, opening: Opening, token?: string) {
  const outcome = await postMessage(
    url.href,
    { jsonrpc: '2.0', id: 9, method: 'tools/list', params: {} },
    {
      fetch,
      evidence: log,
      signal,
      timeoutMs,
      token,
      headers: legacyHeaders(opening.protocolVersion, opening.session.id),
      step: `tools/list in the session, ${token === undefined ? 'without a token' : 'with an invalid token'}`,
    },
  )
  const served = outcome.answer !== undefined && 'result' in outcome.answer.message
  return { status: outcome.status, served }
}
