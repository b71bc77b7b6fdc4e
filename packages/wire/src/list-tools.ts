import { isWireError, WireError } from './errors.ts'
import { isObject } from './json-rpc.ts'
import type { Opening } from './conversation.ts'
import { requireResult, type Reply } from './reply.ts'

/** One tool as the server wrote it. */
export interface RawTool {
  readonly tool: unknown
  /** Page, from 0. */
  readonly page: number
  /** Place in the whole list, from 0. */
  readonly index: number
}

export interface ToolList {
  readonly tools: readonly RawTool[]
  readonly pages: readonly Reply[]
  readonly ended: 'complete' | 'page-cap' | 'tool-cap' | 'repeated-cursor' | 'error'
  /** For 'error' what happened, for 'repeated-cursor' the cursor. */
  readonly detail?: string
  readonly error?: WireError
}

export interface ListOptions {
  readonly maxPages?: number
  readonly maxTools?: number
  /** Of all pages together; they are kept. Default 16 MiB. */
  readonly maxTotalBytes?: number
  readonly timeoutMs?: number
  readonly signal?: AbortSignal
}

/**
 * Reads tools/list page by page. Never throws for what the server did; says how the list ended. An empty
 * string is a cursor like any other. @see MCP server/utilities/pagination
 */
export async function listTools(opening: Opening, options: ListOptions = {}): Promise<ToolList> {
  const { maxPages = 100, maxTools = 5000, maxTotalBytes = 16 * 1024 * 1024, ...request } = options
  let bytes = 0
  const tools: RawTool[] = []
  const pages: Reply[] = []
  const seen = new Set<string>()
  let cursor: string | undefined
  for (let page = 0; page < maxPages; page += 1) {
    let result: unknown
    try {
      const reply = await opening.request('tools/list', cursor === undefined ? {} : { cursor }, request)
      bytes += Buffer.byteLength(reply.text)
      if (bytes > maxTotalBytes) throw tooMuch(opening.url, maxTotalBytes)
      pages.push(reply)
      result = requireResult(reply, 'tools/list', opening.url)
    } catch (error) {
      if (!isWireError(error)) throw error
      return { tools, pages, ended: 'error', detail: error.message, error }
    }
    if (!isObject(result) || !Array.isArray(result['tools'])) {
      return { tools, pages, ended: 'error', detail: 'The result of tools/list has no array "tools".' }
    }
    for (const tool of result['tools']) {
      if (tools.length >= maxTools) return { tools, pages, ended: 'tool-cap' }
      tools.push({ tool, page, index: tools.length })
    }
    const next = result['nextCursor']
    if (typeof next !== 'string') return { tools, pages, ended: 'complete' }
    if (seen.has(next)) return { tools, pages, ended: 'repeated-cursor', detail: next }
    seen.add(next)
    cursor = next
  }
  return { tools, pages, ended: 'page-cap' }
}

function tooMuch(url: string, maxTotalBytes: number): WireError {
  return new WireError(
    'body-too-large',
    `The pages of tools/list of ${url} have more than ${maxTotalBytes} bytes together; reading stopped. Shorten what the tools say of themselves.`,
    { url, maxTotalBytes },
  )
}
