import {
  isObject,
  legacyHeaders,
  modernHeaders,
  modernParams,
  modernVersion,
  newestLegacyVersion,
  postMessage,
  type PostOutcome,
} from '@connectory/wire'
import type { Opening } from './facts.ts'
import type { Visit } from './visit.ts'

export const clientInfo = { name: 'connectory', version: '0.1.0' } as const

/** Longer than any healthy server needs, short enough that both openings fit into one check. */
const stepMs = 10_000
const MOST_EXCERPT = 300

/** Asks as clients since 2026-07-28 do. @throws WireError when no answer came */
export async function askDiscover(visit: Visit): Promise<PostOutcome> {
  const params = modernParams({}, clientInfo)
  return postMessage(
    visit.url.href,
    { jsonrpc: '2.0', id: 1, method: 'server/discover', params },
    { ...shared(visit), headers: modernHeaders('server/discover', params) },
  )
}

/** Asks as clients before 2026-07-28 do, and ends the session at once. @throws WireError when no answer came */
export async function askInitialize(visit: Visit, token?: string): Promise<PostOutcome> {
  const params = { protocolVersion: newestLegacyVersion, capabilities: {}, clientInfo }
  const outcome = await postMessage(
    visit.url.href,
    { jsonrpc: '2.0', id: 1, method: 'initialize', params },
    { ...shared(visit), token, ...(token === undefined ? {} : { step: 'initialize with an invalid token' }) },
  )
  const session = outcome.headers.get('mcp-session-id')
  if (session !== null) await endSession(visit, session)
  return outcome
}

/** Opens with a version of our choice, to see which one the server answers. @throws WireError when no answer came */
export async function tryVersion(
  visit: Visit,
  protocolVersion: string,
  token?: string,
): Promise<PostOutcome> {
  const params = { protocolVersion, capabilities: {}, clientInfo }
  const step = `initialize with version ${protocolVersion}`
  const outcome = await postMessage(
    visit.url.href,
    { jsonrpc: '2.0', id: 1, method: 'initialize', params },
    { ...shared(visit), token, step },
  )
  const session = outcome.headers.get('mcp-session-id')
  if (session !== null) await endSession(visit, session)
  return outcome
}

function shared({ fetch, log, signal }: Visit) {
  return { fetch, evidence: log, signal, timeoutMs: stepMs }
}

/** Says that a session is over. */
export async function endSession(visit: Visit, session: string): Promise<void> {
  try {
    const headers = legacyHeaders(newestLegacyVersion, session)
    const answer = await visit.fetch(visit.url, {
      method: 'DELETE',
      headers,
      timeoutMs: 3_000,
      signal: visit.signal,
    })
    await answer.body.cancel()
  } catch {
    // A session that nobody ends runs out by itself; the check does not depend on it.
  }
}

/** An opening as a rule reads it; undefined when the answer says nothing about the protocol (busy, broken off). */
export function readOpening(
  outcome: PostOutcome,
  versionsOf: typeof versionsOfDiscover,
): Opening | undefined {
  const { status, contentType, answer, problem } = outcome
  const about = {
    status,
    ...(contentType === '' ? {} : { contentType }),
    protocolVersions: [],
    excerpt: (outcome.exchange?.response?.body ?? '').slice(0, MOST_EXCERPT),
  }
  if (status >= 500 || status === 429 || (problem && brokenOff.has(problem.code))) return undefined
  if (status >= 300 && status < 400) return undefined
  if (status === 401) return { ...about, outcome: 'protected' }
  if (status === 403) return isWall(outcome) ? undefined : { ...about, outcome: 'protected' }
  if (answer === undefined || problem?.code === 'wrong-content-type') return { ...about, outcome: 'not-mcp' }
  const versions = 'result' in answer.message ? versionsOf(answer.message['result']) : undefined
  if (versions === undefined) return { ...about, outcome: 'refused' }
  return { ...about, outcome: 'result', protocolVersions: versions }
}

const brokenOff: ReadonlySet<string> = new Set([
  'body-too-large',
  'timeout',
  'headers-timeout',
  'cancelled',
  'connection-lost',
  'bad-encoding',
  'bad-http',
])

/** A page for people with 403 is a wall before the server (a bot filter), not the server's own answer. */
function isWall({ contentType, headers }: PostOutcome): boolean {
  return contentType === 'text/html' && headers.get('www-authenticate') === null
}

/** The versions that an answer to server/discover lists; undefined when it is no such answer. */
export function versionsOfDiscover(result: unknown): string[] | undefined {
  const listed = isObject(result) ? result['supportedVersions'] : undefined
  const versions = Array.isArray(listed) ? listed.filter((each) => typeof each === 'string') : []
  return versions.includes(modernVersion) ? versions : undefined
}

export function versionsOfInitialize(result: unknown): string[] | undefined {
  if (!isObject(result)) return undefined
  return typeof result['protocolVersion'] === 'string' ? [result['protocolVersion']] : []
}
