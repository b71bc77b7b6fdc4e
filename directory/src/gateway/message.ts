import { membersOf, startOf, type Member } from './json-span.ts'
import { codes, Refusal } from './rpc-error.ts'

export type JsonObject = Readonly<Record<string, unknown>>

interface Base {
  /** As it came. */
  readonly text: string
  /** The members of the message in the text. */
  readonly members: Members
}

/** The members of an object by name, in their order. */
export type Members = Pick<ReadonlyMap<string, Member>, 'get' | 'values'>

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
export function uniqueMembers(text: string, start: number, where: string): Members {
  const all = membersOf(text, start)
  const members =
    all.length <= few ? new FewMembers(all) : new Map(all.map((member) => [member.name, member]))
  // Of two with one name only one is found by it.
  const hidden = all.find((member) => members.get(member.name) !== member)
  if (hidden === undefined) return members
  throw new Refusal(400, codes.invalidRequest, `${where} has the member "${hidden.name}" twice.`)
}

/** So many names are compared sooner than a map of them is made. Messages have four, their parameters two or three. */
const few = 8

class FewMembers implements Members {
  readonly #all: readonly Member[]

  constructor(all: readonly Member[]) {
    this.#all = all
  }

  get(name: string): Member | undefined {
    for (const member of this.#all) if (member.name === name) return member
    return undefined
  }

  values(): MapIterator<Member> {
    return this.#all.values()
  }
}
