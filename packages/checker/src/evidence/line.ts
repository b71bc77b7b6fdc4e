import {
  legacyHeaders,
  modernHeaders,
  modernParams,
  openServer,
  postMessage,
  type JsonObject,
  type Opening,
  type PostOptions,
  type PostOutcome,
} from '@connectory/wire'
import { clientInfo } from './openings.ts'
import type { Visit } from './visit.ts'

export interface Question {
  readonly method: string
  readonly params?: JsonObject
  /** The params exactly as they are, without what the era demands. */
  readonly bare?: boolean
  readonly headers?: Readonly<Record<string, string>>
  /** Headers that the era demands and that this question leaves out. */
  readonly without?: readonly string[]
  readonly id?: number | string
  readonly text?: string
  readonly step?: string
}

/** A conversation of one era in which anything may be said: a probe breaks one rule at a time. */
export interface Line {
  readonly era: 'modern' | 'legacy'
  readonly version: string
  readonly capabilities: unknown
  ask(question: Question): Promise<PostOutcome>
  close(): Promise<void>
}

/** A probe that a server does not answer must not use up the visit's time. */
const probeMs = 6_000

/** @throws WireError when the conversation cannot be opened */
export async function openLine(visit: Visit, era: Line['era'], token?: string): Promise<Line> {
  const { fetch, log: evidence, signal } = visit
  const credential = token === undefined ? {} : { token }
  const shared = { fetch, evidence, signal, timeoutMs: probeMs, ...credential }
  const opening = await openServer(visit.url.href, { ...shared, era, clientInfo })
  let lastId = 100
  return {
    era,
    version: opening.protocolVersion,
    capabilities: opening.capabilities,
    ask(question) {
      lastId += 1
      const { method, id = lastId, text, step = method } = question
      const { params, headers } = dressed(opening, question)
      const options: PostOptions = { ...shared, headers, text, step }
      return postMessage(visit.url.href, { jsonrpc: '2.0', id, method, params }, options)
    },
    close: () => opening.close(),
  }
}

function dressed(
  { era, protocolVersion, session }: Opening,
  { method, params = {}, bare = false, headers: more = {}, without = [] }: Question,
): { readonly params: JsonObject; readonly headers: Record<string, string> } {
  const full = bare || era === 'legacy' ? params : modernParams(params, clientInfo)
  const usual = era === 'legacy' ? legacyHeaders(protocolVersion, session.id) : modernHeaders(method, full)
  const all = Object.entries({ ...usual, ...more }).filter(([name]) => !without.includes(name))
  return { params: full, headers: Object.fromEntries(all) }
}
