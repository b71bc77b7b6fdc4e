import { isWireError, WireError } from './errors.ts'
import { isObject, type JsonObject, type MessageId } from './json-rpc.ts'
import { maxNesting, nestsTooDeep } from './nesting.ts'
import type { SafeResponse } from './safe-fetch.ts'
import { readServerSentEvents } from './sse.ts'
import { holdsTooManyValues, mostValues } from './value-count.ts'

export interface Answer {
  /** The parsed message, judged by nobody. */
  readonly message: JsonObject
  /** The same, exactly as it was sent. */
  readonly text: string
  /** False when the server answered with an error that names no id. */
  readonly idMatches: boolean
}

export interface Reading {
  readonly answer?: Answer
  readonly problem?: WireError
  /** What of the body was read, for the evidence. */
  readonly seen: string
}

/** Reads a response until the answer to message `id`; without an id only the status counts. Never throws for what the server did. */
export async function readAnswer(
  response: SafeResponse,
  id: MessageId | undefined,
  onMessage?: (message: JsonObject, text: string) => void,
): Promise<Reading> {
  const type = mediaType(response.headers)
  const ok = response.status >= 200 && response.status < 300
  try {
    if (ok && id !== undefined && type === 'text/event-stream')
      return await readStream(response, id, onMessage)
    const text = await response.text()
    if (ok && id === undefined) return { seen: text }
    const answer = id === undefined ? undefined : answerInText(text, id)
    if (ok)
      return {
        seen: text,
        ...(answer === undefined
          ? { problem: noAnswer(response, type, text) }
          : checkedType(answer, response, type)),
      }
    return { seen: text, ...(answer && { answer }), problem: badStatus(response, text) }
  } catch (error) {
    if (isWireError(error)) return { seen: '', problem: error }
    throw error
  }
}

/** A right answer under a wrong content-type is still shown, and still wrong. */
function checkedType(
  answer: Answer,
  response: SafeResponse,
  type: string,
): Pick<Reading, 'answer' | 'problem'> {
  if (type === 'application/json') return { answer }
  const problem = new WireError(
    'wrong-content-type',
    `${response.url} answers with content-type "${type || 'none'}". Send application/json or text/event-stream.`,
    { url: response.url, contentType: type },
  )
  return { answer, problem }
}

/** How much of an event stream is handed to the evidence: as much as a plain JSON body may have. */
const maxSeen = 8 * 1024 * 1024

async function readStream(
  response: SafeResponse,
  id: MessageId,
  onMessage: ((message: JsonObject, text: string) => void) | undefined,
): Promise<Reading> {
  const reader = response.body.getReader()
  let seen = ''
  let otherId: unknown
  try {
    for await (const { event, data } of readServerSentEvents(reader)) {
      if (seen.length < maxSeen) {
        seen += `event: ${event}\ndata: ${data.slice(0, maxSeen).replaceAll('\n', '\ndata: ')}\n\n`
      }
      // Servers that can be resumed open with an event that has an id and no data.
      if (event !== 'message' || data.trim() === '') continue
      const parsed = parse(data)
      if (parsed === undefined) {
        drainQuietly(reader)
        return { seen, problem: notJson(response, 'text/event-stream', data) }
      }
      const answer = answerIn(parsed, data, id)
      if (answer !== undefined) {
        drainQuietly(reader)
        return { answer, seen }
      }
      if (isObject(parsed)) {
        if ('method' in parsed) onMessage?.(parsed, data)
        else otherId = parsed['id']
      }
    }
  } catch (error) {
    if (isWireError(error)) return { seen, problem: error }
    throw error
  }
  return { seen, problem: otherId === undefined ? streamEnded(response) : idMismatch(response, id, otherId) }
}

/**
 * After the answer a good server ends the stream, and the connection can be used again. One that does not
 * is cut off after a moment. Nobody waits for this.
 */
function drainQuietly(reader: ReadableStreamDefaultReader<Uint8Array>): void {
  const cut = setTimeout(() => void reader.cancel().catch(() => undefined), 500)
  const drain = async (): Promise<void> => {
    while (!(await reader.read()).done);
  }
  drain()
    .catch(() => undefined)
    .finally(() => clearTimeout(cut))
}

/** Our answer in one message or in a batch (2025-03-26 had them; some servers still send them). */
function answerIn(parsed: unknown, text: string, id: MessageId): Answer | undefined {
  if (Array.isArray(parsed)) {
    const member: unknown = parsed.find((each) => isObject(each) && each['id'] === id)
    return member === undefined ? undefined : answerIn(member, JSON.stringify(member), id)
  }
  if (!isObject(parsed) || parsed['jsonrpc'] !== '2.0' || 'method' in parsed) return undefined
  const idMatches = parsed['id'] === id
  const namelessError = isObject(parsed['error']) && (parsed['id'] === null || parsed['id'] === undefined)
  return idMatches || namelessError ? { message: parsed, text, idMatches } : undefined
}

function answerInText(text: string, id: MessageId): Answer | undefined {
  const parsed = parse(text)
  return parsed === undefined ? undefined : answerIn(parsed, text, id)
}

function parse(text: string): unknown {
  if (holdsTooManyValues(text) || nestsTooDeep(text)) return undefined
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function noAnswer(response: SafeResponse, type: string, text: string): WireError {
  const parsed = parse(text)
  if (text === '')
    return new WireError(
      'stream-ended',
      `${response.url} answers ${response.status} with an empty body. Send a JSON-RPC response.`,
      { url: response.url, status: response.status, contentType: type },
    )
  if (parsed === undefined) return notJson(response, type, text)
  if (isObject(parsed) && parsed['jsonrpc'] === '2.0' && 'id' in parsed)
    return idMismatch(response, undefined, parsed['id'])
  return new WireError(
    'not-json-rpc',
    `${response.url} answers with JSON that is not a JSON-RPC 2.0 response.`,
    { url: response.url, status: response.status, contentType: type, excerpt: text.slice(0, 300) },
  )
}

function notJson(response: SafeResponse, type: string, text: string): WireError {
  const unread = whyUnread(text)
  if (unread !== undefined)
    return new WireError('not-json', `${response.url} answers with JSON that ${unread}; it was not read.`, {
      url: response.url,
      status: response.status,
      contentType: type,
      excerpt: text.slice(0, 300),
      unread,
    })
  const html = /^\s*</.test(text)
  return new WireError(
    html ? 'wrong-content-type' : 'not-json',
    `${response.url} answers with ${html ? 'an HTML page' : 'something that is not JSON'} (content-type ${type || 'missing'}). Check that the URL is the MCP endpoint.`,
    { url: response.url, status: response.status, contentType: type, excerpt: text.slice(0, 300) },
  )
}

/** What would hold up, or end, whoever parses it. */
function whyUnread(text: string): string | undefined {
  if (nestsTooDeep(text)) return `nests more than ${maxNesting} levels deep`
  return holdsTooManyValues(text) ? `holds more than ${mostValues} values` : undefined
}

function idMismatch(response: SafeResponse, sent: unknown, got: unknown): WireError {
  return new WireError(
    'id-mismatch',
    `${response.url} answers with id ${JSON.stringify(got)}, which was not asked. Repeat the request's id.`,
    { url: response.url, sent, got },
  )
}

function streamEnded(response: SafeResponse): WireError {
  return new WireError(
    'stream-ended',
    `${response.url} ended its event stream without an answer to the request.`,
    { url: response.url },
  )
}

function badStatus(response: SafeResponse, text: string): WireError {
  const { status, url, headers } = response
  const facts = { url, status, excerpt: text.slice(0, 300) }
  if (status === 401) {
    return new WireError('unauthorized', `${url} asks for a login (401).`, {
      ...facts,
      challenge: headers.get('www-authenticate'),
    })
  }
  if (status === 429) {
    return new WireError(
      'rate-limited',
      `${url} says that there are too many requests (429). Try again later.`,
      { ...facts, retryAfter: headers.get('retry-after') },
    )
  }
  if (status >= 300 && status < 400) {
    return new WireError(
      'redirect-refused',
      `${url} redirects (${status}) to ${headers.get('location') ?? 'nowhere'}. Use the final URL.`,
      { ...facts, to: headers.get('location') },
    )
  }
  return new WireError('http-status', `${url} answers with HTTP status ${status}.`, {
    ...facts,
    ...(status === 403 && { challenge: headers.get('www-authenticate') }),
  })
}

/** Media type in lower case, without parameters; '' when missing. */
export function mediaType(headers: Headers): string {
  return (headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? ''
}
