import { metaKeys, modernVersion } from '@connectory/wire'
import { eventsOf } from './event-stream.ts'
import { elementsOf, membersOf, toolsIn } from './json-span.ts'
import { isObject, parseMessage, type JsonObject, type RequestMessage } from './message.ts'
import { codes } from './rpc-error.ts'
import { mediaType } from './upstream.ts'
import type { Missing } from './tool-lists.ts'

/** A tool as its server wrote it. */
export interface ListedTool {
  readonly name: string
  /** The whole tool. */
  readonly text: string
  /** Where the name stands in the text, quotes included. */
  readonly nameStart: number
  readonly nameEnd: number
}

export type ReadList =
  | { readonly tools: readonly ListedTool[]; readonly bytes: number; readonly ttlMs: number | undefined }
  /** `final`: asking the server again changes nothing. */
  | { readonly missing: Missing; readonly final: boolean }

const most = { pages: 20, tools: 2_000, bytes: 4 * 1024 * 1024 }

/** The tool as data. */
export function toolOf({ text }: ListedTool): JsonObject {
  const tool: unknown = JSON.parse(text)
  return isObject(tool) ? tool : {}
}

/** Reads all pages of a server's tools. @param ask answers one message as the gateway answers a caller */
export async function readToolList(
  name: string,
  ask: (message: RequestMessage) => Promise<Response>,
): Promise<ReadList> {
  const tools: ListedTool[] = []
  let bytes = 0
  let ttlMs: number | undefined
  let cursor: string | undefined
  for (let page = 0; page < most.pages; page += 1) {
    const text = await textOf(await ask(listMessage(cursor)))
    const answer: unknown = text === undefined ? undefined : JSON.parse(text)
    if (text === undefined || !isObject(answer)) return broken(`${name} sent no list of tools.`)
    const { error, result } = answer
    if (isObject(error)) return refused(name, error)
    if (!isObject(result) || !Array.isArray(result['tools'])) return broken(`${name} sent no list of tools.`)
    if (typeof result['ttlMs'] === 'number') ttlMs = Math.min(ttlMs ?? Infinity, result['ttlMs'])
    bytes += text.length * 2
    tools.push(...listedIn(text))
    if (bytes > most.bytes * 2 || tools.length > most.tools) {
      return broken(`${name} has more tools than fit into one list. Use its own endpoint.`)
    }
    const { nextCursor } = result
    if (typeof nextCursor !== 'string' || nextCursor === cursor) break
    cursor = nextCursor
  }
  return { tools, bytes, ttlMs }
}

function broken(reason: string): ReadList {
  return { missing: { reason }, final: false }
}

function refused(name: string, { code, message, data }: JsonObject): ReadList {
  const connectUrl = isObject(data) ? data['connectUrl'] : undefined
  const ours = typeof code === 'number' && ourCodes.has(code)
  return {
    missing: {
      // What a server says of itself stays with it: this is shown beside the tools of others.
      reason: ours && typeof message === 'string' ? message : `${name} did not list its tools.`,
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
function listMessage(cursor: string | undefined): RequestMessage {
  const params = {
    ...(cursor !== undefined && { cursor }),
    _meta: { [metaKeys.protocolVersion]: modernVersion, [metaKeys.clientCapabilities]: {} },
  }
  const text = JSON.stringify({ jsonrpc: '2.0', id: 'tools', method: 'tools/list', params })
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

function listedIn(text: string): readonly ListedTool[] {
  const list = toolsIn(text)
  if (list === undefined) return []
  return elementsOf(text, list.valueStart).flatMap(({ start, end }): ListedTool[] => {
    if (text[start] !== '{') return []
    const tool = text.slice(start, end)
    const names = membersOf(tool, 0).filter(({ name }) => name === 'name')
    const [first] = names
    // Readers differ in which of two names counts.
    if (first === undefined || names.length > 1) return []
    const value: unknown = JSON.parse(tool.slice(first.valueStart, first.end))
    if (typeof value !== 'string' || value === '') return []
    return [{ name: value, text: tool, nameStart: first.valueStart, nameEnd: first.end }]
  })
}
