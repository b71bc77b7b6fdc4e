import { membersOf, startOf, type Member } from './json-span.ts'
import { codes, Refusal } from './rpc-error.ts'

export type JsonObject = Readonly<Record<string, unknown>>

interface Base {
  /** As it came. */
  readonly text: string
  /** The members of the message in the text. */
  readonly members: ReadonlyMap<string, Member>
}

/** One message of a caller. A request waits for an answer with its id; the others do not. */
export type Message =
  | (Base & {
      readonly kind: 'request'
      readonly id: string | number
      readonly method: string
      readonly params: JsonObject
    })
  | (Base & { readonly kind: 'notification'; readonly method: string; readonly params: JsonObject })
  | (Base & { readonly kind: 'response'; readonly id: string | number | null })

export type RequestMessage = Extract<Message, { kind: 'request' }>

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** @throws Refusal 400 */
export function parseMessage(body: Uint8Array): Message {
  const text = decode(body)
  const value = parse(text)
  if (Array.isArray(value)) {
    throw new Refusal(
      400,
      codes.invalidRequest,
      'Batches are not taken here. Send one JSON-RPC message per POST.',
    )
  }
  if (!isObject(value) || value['jsonrpc'] !== '2.0') {
    throw new Refusal(400, codes.invalidRequest, 'The body is not a JSON-RPC 2.0 message.')
  }
  const base = { text, members: uniqueMembers(text, startOf(text), 'The message') }
  const { id, method, params = {} } = value as { id?: unknown; method?: unknown; params?: unknown }
  if (method === undefined) return readResponse(base, value)
  if (typeof method !== 'string') throw new Refusal(400, codes.invalidRequest, 'The method must be a string.')
  if (!isObject(params)) throw new Refusal(400, codes.invalidParams, 'The params must be an object.')
  if (id === undefined) return { ...base, kind: 'notification', method, params }
  if (typeof id !== 'string' && typeof id !== 'number') {
    throw new Refusal(400, codes.invalidRequest, 'The id must be a string or a number.')
  }
  return { ...base, kind: 'request', id, method, params }
}

function readResponse(base: Base, value: JsonObject): Message {
  const { id } = value
  const answers = 'result' in value || 'error' in value
  if (answers && (typeof id === 'string' || typeof id === 'number' || id === null)) {
    return { ...base, kind: 'response', id }
  }
  throw new Refusal(
    400,
    codes.invalidRequest,
    'The body is neither a request nor a notification nor a response.',
  )
}

/** Reads one text after another; it keeps nothing between them. */
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

function decode(body: Uint8Array): string {
  try {
    return utf8.decode(body)
  } catch {
    throw new Refusal(400, codes.parse, 'The body is not UTF-8.')
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new Refusal(400, codes.parse, 'The body is not JSON.')
  }
}

/**
 * Members by name. A name that stands twice is refused: readers differ in which one counts, and what was checked
 * here must be what the server reads.
 */
export function uniqueMembers(text: string, start: number, where: string): ReadonlyMap<string, Member> {
  const members = new Map<string, Member>()
  for (const member of membersOf(text, start)) {
    if (members.has(member.name)) {
      throw new Refusal(400, codes.invalidRequest, `${where} has the member "${member.name}" twice.`)
    }
    members.set(member.name, member)
  }
  return members
}
