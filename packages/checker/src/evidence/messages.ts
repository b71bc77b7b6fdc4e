import { isObject, metaKeys, type JsonObject } from '@connectory/wire'
import { faultsOfError, faultsOfResult, faultsOfServerMessage, type Deviation } from '../message-schema.ts'
import { visible } from '../text/visible.ts'
import { couldNotLook, notRequested, seen, type Looked } from './evidence.ts'
import type { NegotiationFacts } from './facts.ts'
import { askedIn, messagesIn, type Asked, type Heard } from './heard.ts'
import type { MessageFacts, MessageFault } from './protocol-facts.ts'

type Fault = Omit<MessageFault, 'count'>
type Place = Pick<Fault, 'method' | 'revision'>

const MOST_FAULTS = 100
const MOST_TEXT = 200

/** Holds every message of the visit against the schema of its revision. Call it when nothing more is asked. */
export async function judgeMessages(
  heard: readonly Heard[],
  url: URL,
  negotiation: Looked<NegotiationFacts>,
  asksForLogin: boolean,
): Promise<Looked<MessageFacts>> {
  if (!negotiation.looked) return negotiation
  let judged = 0
  const faults = new Map<string, MessageFault>()
  for (const one of heard) {
    if (one.url !== url.href) continue
    const asked = askedIn(one)
    for (const message of await messagesIn(one)) {
      const found = faultsOf(message, one, asked)
      if (!found) continue
      judged += 1
      for (const fault of found) count(faults, fault)
    }
  }
  if (judged === 0) return couldNotLook('no-messages')
  const value = { judged, faults: [...faults.values()].slice(0, MOST_FAULTS) }
  // What is behind a login was not heard: without a fault the server was seen only in part.
  return asksForLogin && value.faults.length === 0 ? notRequested('needs-login') : seen(value)
}

/** Entries of one list that share a fault are one fault: its place is the first of them. */
function count(faults: Map<string, MessageFault>, fault: Fault): void {
  const { name, method, kind, problem } = fault
  const key = JSON.stringify([name, method, kind, problem, fault.where.replace(/\/\d+(?=\/|$)/g, '/*')])
  const known = faults.get(key)
  faults.set(key, known ? { ...known, count: known.count + 1 } : { ...fault, count: 1 })
}

/** Undefined for what is no message and need not be one: a page with an error status, an answer to a notification. */
function faultsOf(message: unknown, heard: Heard, asked: Asked): Fault[] | undefined {
  const place = placeOf(heard, asked, message)
  const ok = heard.status >= 200 && heard.status < 300
  if (message === undefined) {
    if (!ok || asked.ids === undefined) return undefined
    return [{ ...place, name: 'not-json', kind: 'answer', where: '', problem: 'is not JSON' }]
  }
  if (Array.isArray(message)) return faultsOfBatch(message, heard, asked, place)
  if (!isObject(message) || !('jsonrpc' in message)) {
    if (!ok || asked.ids === undefined) return undefined
    const problem = isObject(message) ? 'is missing' : 'is missing, the answer is no object'
    return [{ ...place, name: 'jsonrpc', kind: 'answer', where: '/jsonrpc', problem }]
  }
  if (message['jsonrpc'] !== '2.0') {
    return [{ ...place, name: 'jsonrpc', kind: 'answer', where: '/jsonrpc', problem: 'is not "2.0"' }]
  }
  if ('method' in message) return faultsOfItsOwn(message, place)
  if (asked.ids === undefined) return 'error' in message ? faultsInError(message, place) : undefined
  return [...faultsInId(message, asked.ids, ok, place), ...faultsInOutcome(message, asked, place)]
}

/** An array that answers a batch is judged member by member; it answers a single request wrongly. */
function faultsOfBatch(message: unknown[], heard: Heard, asked: Asked, place: Place): Fault[] {
  const members = message.flatMap((each) => (isObject(each) ? (faultsOf(each, heard, asked) ?? []) : []))
  if (asked.method === undefined) return members
  return [
    { ...place, name: 'shape', kind: 'answer', where: '', problem: 'is an array for a single request' },
    ...members,
  ]
}

/** A notification or a request of the server. */
function faultsOfItsOwn(message: JsonObject, { revision }: Place): Fault[] {
  const kind = 'id' in message ? 'request' : 'notification'
  if (typeof message['method'] !== 'string') {
    return [
      { name: 'shape', kind, method: '', ...known(revision), where: '/method', problem: 'must be string' },
    ]
  }
  const method = short(message['method'])
  if (revision === undefined) return []
  return faultsOfServerMessage(revision, method, message).map((deviation) => {
    return { name: 'shape', kind, method, revision, ...trimmed(deviation) }
  })
}

function faultsInId(message: JsonObject, ids: readonly unknown[], ok: boolean, place: Place): Fault[] {
  const { id } = message
  const kind = 'error' in message ? 'error' : 'result'
  const about = { ...place, kind, where: '/id' } as const
  if (id !== undefined && id !== null) {
    return ids.includes(id) ? [] : [{ ...about, name: 'id', problem: differs(id, ids) }]
  }
  if (kind === 'result') return [{ ...about, name: 'id', problem: id === null ? 'is null' : 'is missing' }]
  // With an error status the answer may come from before the body was read.
  return ok ? [{ ...about, name: 'nameless', problem: id === null ? 'is null' : 'is missing' }] : []
}

function differs(id: unknown, ids: readonly unknown[]): string {
  const sameText = ids.some((each) => String(each) === String(id))
  return sameText ? `is ${typeof id} instead of ${typeof ids[0]}` : 'is another one'
}

function faultsInOutcome(message: JsonObject, asked: Asked, place: Place): Fault[] {
  if ('error' in message) return faultsInError(message, place)
  if (!('result' in message)) {
    return [{ ...place, name: 'no-outcome', kind: 'answer', where: '/result', problem: 'is missing' }]
  }
  const { revision } = place
  const { method } = asked
  if (revision === undefined || method === undefined) return []
  return faultsOfResult(revision, method, message['result'])
    .filter(({ where }) => !isNamedElsewhere(method, where))
    .map((deviation): Fault => {
      const { where, problem } = trimmed(deviation)
      const opens = isOpening(method, deviation.where)
      return {
        ...place,
        name: opens ? 'opening' : 'shape',
        kind: 'result',
        where: `/result${where}`,
        problem,
      }
    })
}

function faultsInError(message: JsonObject, place: Place): Fault[] {
  return faultsOfError(place.revision ?? '2025-11-25', message).map((deviation) => {
    return { ...place, name: 'shape', kind: 'error', ...trimmed(deviation) }
  })
}

/** Facts that have a rule of their own: the version, the lists themselves, what a tool says of itself, caching. */
function isNamedElsewhere(method: string, where: string): boolean {
  if (where === '/ttlMs' || where === '/cacheScope') return true
  if (method === 'initialize') return where === '/protocolVersion'
  if (method === 'tools/list') {
    return /^\/tools(\/\d+(\/(name|title|description|inputSchema|annotations)(\/.*)?)?)?$/.test(where)
  }
  return /^\/(resources|resourceTemplates|prompts|completion)$/.test(where)
}

/** Without these a client cannot open the conversation at all. */
function isOpening(method: string, where: string): boolean {
  if (method !== 'initialize' && method !== 'server/discover') return false
  return where === '' || /^\/(capabilities|serverInfo|serverInfo\/name|serverInfo\/version)$/.test(where)
}

/** The revision that the request named; for the opening of an earlier era the one that the server chose. */
function placeOf({ version }: Heard, { method = '', params }: Asked, message: unknown): Place {
  const meta = isObject(params?.['_meta']) ? params['_meta'] : {}
  const named = meta[metaKeys.protocolVersion] ?? version
  if (method !== 'initialize') {
    return { method, ...known(typeof named === 'string' ? named : '2025-03-26') }
  }
  const result = isObject(message) && isObject(message['result']) ? message['result'] : {}
  const chosen = result['protocolVersion']
  return { method, ...known(typeof chosen === 'string' ? chosen : undefined) }
}

function known(revision: string | undefined): Pick<Fault, 'revision'> {
  return revision === undefined ? {} : { revision: short(revision) }
}

function trimmed({ where, problem }: Deviation): Deviation {
  return { where: short(where), problem: short(problem) }
}

function short(text: string): string {
  return visible(text.slice(0, MOST_TEXT))
}
