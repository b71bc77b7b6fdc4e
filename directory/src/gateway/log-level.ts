import { BoundedMap } from '../kernel/index.ts'
import { ask, type AskDependencies } from './ask-server.ts'
import type { Call } from './call.ts'
import { isObject, parseMessage, type JsonObject } from './message.ts'
import type { Opened } from './openings.ts'

/** From talkative to silent. @see RFC 5424 section 6.2.1 */
export const levels = [
  'debug',
  'info',
  'notice',
  'warning',
  'error',
  'critical',
  'alert',
  'emergency',
] as const

export type LogLevel = (typeof levels)[number]

const levelKey = 'io.modelcontextprotocol/logLevel'

export function logLevelIn(said: unknown): LogLevel | undefined {
  return levels.find((level) => level === said)
}

/** What older callers of newer servers have asked for, by the name of their session. Per replica: another writes none. */
export type LogLevels = BoundedMap<string, LogLevel>

export function createLogLevels(): LogLevels {
  return new BoundedMap(10_000)
}

/** A newer caller says with each request which messages it wants, or that it wants none. */
export function wantedBy({ message, era }: Call): LogLevel | undefined {
  const meta = era === 'modern' && message.kind === 'request' ? message.params['_meta'] : undefined
  return logLevelIn(isObject(meta) ? meta[levelKey] : undefined)
}

/** Whether a server with these capabilities writes messages. */
export function logs(announced: unknown): boolean {
  return isObject(announced) && isObject(announced['logging'])
}

/** Whether this is a log message that somebody who wants this level is shown. */
export function isLogFor(wanted: LogLevel | undefined, { method, params }: JsonObject): boolean {
  if (wanted === undefined || method !== 'notifications/message' || !isObject(params)) return false
  return levels.findIndex((level) => level === params['level']) >= levels.indexOf(wanted)
}

/** What sessions of ours with older servers were set to: each is for several callers, and set to what the most curious wants. */
const setTo = new WeakMap<Opened, LogLevel>()

/** Whose turn it is to set the level of a session: who set another at the same time would not know which one stays. */
const turns = new WeakMap<Opened, Promise<void>>()

/** An older server has one level for a session. @throws what breaks the exchange */
export async function wantAtOlder(deps: AskDependencies, call: Call): Promise<void> {
  const wanted = wantedBy(call)
  if (wanted === undefined) return
  const opening = await deps.openings.of(call)
  if (!logs(opening.capabilities) || hearsAll(opening, wanted)) return
  const mine = (turns.get(opening) ?? Promise.resolve()).then(() => setLevel(deps, call, { opening, wanted }))
  turns.set(
    opening,
    mine.catch(() => undefined),
  )
  await mine
}

/** Whether nobody needs to be told who wants this level. */
function hearsAll(opening: Opened, wanted: LogLevel): boolean {
  const known = setTo.get(opening)
  return known !== undefined && levels.indexOf(known) <= levels.indexOf(wanted)
}

async function setLevel(
  deps: AskDependencies,
  call: Call,
  { opening, wanted }: { readonly opening: Opened; readonly wanted: LogLevel },
): Promise<void> {
  if (hearsAll(opening, wanted)) return
  const params = { level: wanted }
  const message = parseMessage(
    Buffer.from(JSON.stringify({ jsonrpc: '2.0', id: 0, method: 'logging/setLevel', params })),
  )
  if (message.kind !== 'request') throw new Error('A request of ours is none.')
  const { error } = await ask(deps, call, message, { era: 'legacy', onMessage: () => undefined })
  if (error === undefined) setTo.set(opening, wanted)
}
