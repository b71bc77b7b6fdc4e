import { metaKeys, modernVersion } from '@connectory/wire'
import { eventsOf } from './event-stream.ts'
import { elementsOf, listIn, membersOf } from './json-span.ts'
import { listKinds, type ListKind } from './list-kinds.ts'
import { isObject, parseMessage, type JsonObject, type RequestMessage } from './message.ts'
import { codes } from './rpc-error.ts'
import { mediaType } from './upstream.ts'
import type { Missing } from './server-lists.ts'

/** A tool, prompt, resource or template as its server wrote it. */
export interface Listed {
  /** By which it is asked for: its name or URI. */
  readonly name: string
  /** The whole of it. */
  readonly text: string
  /** Where the name stands in the text, quotes included. */
  readonly nameStart: number
  readonly nameEnd: number
}

export type ReadList =
  | { readonly items: readonly Listed[]; readonly bytes: number; readonly ttlMs: number | undefined }
  /** `final`: asking the server again changes nothing. */
  | { readonly missing: Missing; readonly final: boolean }

/** A page may be short; a server whose list has no end must not be read for ever. */
const most = { pages: 100, items: 2_000, bytes: 4 * 1024 * 1024 }

/** The tool as data. */
export function toolOf({ text }: Listed): JsonObject {
  const tool: unknown = JSON.parse(text)
  return isObject(tool) ? tool : {}
}

type Ask = (message: RequestMessage) => Promise<Response>

/** Reads all pages of a list of a server. @param ask answers one message as the gateway answers a caller */
export async function readList(name: string, kind: ListKind, ask: Ask): Promise<ReadList> {
  const { method, member } = listKinds[kind]
  const items: Listed[] = []
  let bytes = 0
  let ttlMs: number | undefined
  let cursor: string | undefined
  for (let page = 1; ; page += 1) {
    const answer = await answerTo(ask, requestOf(method, cursor))
    if (answer === undefined) return broken(`${name} sent no list of ${kind}.`)
    const { text, error, result } = answer
    if (isObject(error)) return refused(`${name} did not list its ${kind}.`, error)
    if (!isObject(result) || !Array.isArray(result[member])) return broken(`${name} sent no list of ${kind}.`)
    if (typeof result['ttlMs'] === 'number') ttlMs = Math.min(ttlMs ?? Infinity, result['ttlMs'])
    bytes += text.length * 2
    items.push(...listedIn(text, kind))
    const { nextCursor } = result
    const goesOn = typeof nextCursor === 'string' && nextCursor !== cursor
    if (bytes > most.bytes * 2 || items.length > most.items || (goesOn && page === most.pages)) {
      return broken(`${name} has more ${kind} than fit into one list. Use its own endpoint.`)
    }
    if (!goesOn) return { items, bytes, ttlMs }
    cursor = nextCursor
  }
}

/** Reads what a server announces that it has: a list of capabilities, each as it was written. */
export async function readCapabilities(name: string, ask: Ask): Promise<ReadList> {
  const answer = await answerTo(ask, requestOf('server/discover', undefined))
  if (isObject(answer?.error)) return refused(`${name} did not say what it has.`, answer.error)
  if (!isObject(answer?.result)) return broken(`${name} did not say what it has.`)
  const { capabilities, ttlMs } = answer.result
  const items = Object.entries(isObject(capabilities) ? capabilities : {}).map(([capability, said]) => {
    return { name: capability, text: JSON.stringify(said), nameStart: 0, nameEnd: 0 }
  })
  return { items, bytes: answer.text.length * 2, ttlMs: typeof ttlMs === 'number' ? ttlMs : undefined }
}

interface Answer {
  readonly text: string
  readonly result: unknown
  readonly error: unknown
}

/** Undefined when it is none. */
async function answerTo(ask: Ask, message: RequestMessage): Promise<Answer | undefined> {
  const text = await textOf(await ask(message))
  const answer: unknown = text === undefined ? undefined : JSON.parse(text)
  if (text === undefined || !isObject(answer)) return undefined
  return { text, result: answer['result'], error: answer['error'] }
}

function broken(reason: string): ReadList {
  return { missing: { reason }, final: false }
}

function refused(sentence: string, { code, message, data }: JsonObject): ReadList {
  const connectUrl = isObject(data) ? data['connectUrl'] : undefined
  const ours = typeof code === 'number' && ourCodes.has(code)
  return {
    missing: {
      // What a server says of itself stays with it: this is shown beside what others have.
      reason: ours && typeof message === 'string' ? message : sentence,
      ...(typeof connectUrl === 'string' && { connectUrl }),
    },
    final: code === codes.notConnected || code === codes.stopped,
  }
}

const ourCodes: ReadonlySet<number> = new Set([
  codes.notConnected,
  codes.upstreamTimeout,
  codes.upstreamFault,
  codes.tooLarge,
  codes.rateLimited,
  codes.upstreamBusy,
  codes.stopped,
])

/** In the newer era, whatever the server speaks: the gateway translates. */
function requestOf(method: string, cursor: string | undefined): RequestMessage {
  const params = {
    ...(cursor !== undefined && { cursor }),
    _meta: { [metaKeys.protocolVersion]: modernVersion, [metaKeys.clientCapabilities]: {} },
  }
  const text = JSON.stringify({ jsonrpc: '2.0', id: 'gateway', method, params })
  const message = parseMessage(Buffer.from(text))
  if (message.kind !== 'request') throw new Error('A request of ours was read as something else.')
  return message
}

/** The message in an answer of the gateway: its body, or the event that carries it. */
async function textOf(response: Response): Promise<string | undefined> {
  if (mediaType(response.headers.get('content-type')) !== 'text/event-stream') {
    const text = await response.text()
    return text === '' ? undefined : text
  }
  let last: string | undefined
  if (response.body === null) return undefined
  for await (const { data } of eventsOf(response.body, most.bytes)) {
    if (data !== undefined && data.trim() !== '') last = data
  }
  return last
}

function listedIn(text: string, kind: ListKind): readonly Listed[] {
  const { member, key } = listKinds[kind]
  const list = listIn(text, member)
  if (list === undefined) return []
  return elementsOf(text, list.valueStart).flatMap(({ start, end }): Listed[] => {
    if (text[start] !== '{') return []
    const item = text.slice(start, end)
    const names = membersOf(item, 0).filter(({ name }) => name === key)
    const [first] = names
    // Readers differ in which of two names counts.
    if (first === undefined || names.length > 1) return []
    const value: unknown = JSON.parse(item.slice(first.valueStart, first.end))
    if (typeof value !== 'string' || value === '') return []
    return [{ name: value, text: item, nameStart: first.valueStart, nameEnd: first.end }]
  })
}
