import type { ServerResponse } from 'node:http'
import {
  reply,
  scriptedServer,
  type Received,
  type ScriptedServer,
} from '../directory/test/scripted-server.ts'

export interface ToolServer extends ScriptedServer {
  /** What happens at tools/call from now on; the check before a listing needs only a list. */
  onCall: (received: Received, response: ServerResponse) => void | Promise<void>
  /** Text files of its site, by their paths. */
  readonly files: Map<string, string>
  /** The tools of the list from now on. */
  tools: readonly unknown[]
  /** Before each answer to tools/list. */
  onList: () => void | Promise<void>
}

export const echoTool = {
  name: 'read_example',
  title: 'Read an example',
  description: 'Returns the example with this number.',
  annotations: { title: 'Read an example', readOnlyHint: true, destructiveHint: false, openWorldHint: false },
  inputSchema: {
    type: 'object',
    properties: { number: { type: 'integer', description: 'Which example; the first is 1.' } },
    required: ['number'],
    additionalProperties: false,
  },
}

/** An open server with one harmless tool, whose answers a test can change while the product uses it. */
export async function toolServer(era: 'modern' | 'legacy' = 'modern'): Promise<ToolServer> {
  const server = await scriptedServer(era, async (received, response, request) => {
    const { method, id } = received.message
    const file = shown.files.get(request.url ?? '')
    if (file !== undefined) return void response.writeHead(200, { 'content-type': 'text/plain' }).end(file)
    if (received.method !== 'POST') return void response.writeHead(405, { allow: 'POST' }).end()
    if (method === 'tools/call') return await shown.onCall(received, response)
    if (method !== 'tools/list') {
      return reply(response, 200, { jsonrpc: '2.0', id, error: { code: -32601, message: 'Unknown method' } })
    }
    await shown.onList()
    const cache = era === 'modern' ? { resultType: 'complete', ttlMs: 1000, cacheScope: 'private' } : {}
    reply(response, 200, { jsonrpc: '2.0', id, result: { tools: shown.tools, ...cache } })
  })
  const shown: ToolServer = {
    ...server,
    files: new Map(),
    tools: [echoTool],
    onList: () => {},
    onCall: (received, response) => answerText(received, response, 'example'),
  }
  return shown
}

export function answerText(received: Received, response: ServerResponse, text: string): void {
  const { id } = received.message
  reply(response, 200, {
    jsonrpc: '2.0',
    id,
    result: { resultType: 'complete', content: [{ type: 'text', text }] },
  })
}
