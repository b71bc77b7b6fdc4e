/** What an MCP server answers that has one tool, `echo`. Nothing else is measured in it, so it does as little as it can. */
export interface EchoMessage {
  readonly id?: string | number
  readonly method?: string
  readonly params?: {
    readonly protocolVersion?: string
    readonly arguments?: { readonly text?: string }
  }
}

const tool = {
  name: 'echo',
  description: 'Gives back the text that it gets.',
  inputSchema: { type: 'object', properties: { text: { type: 'string' } }, required: ['text'] },
  annotations: { readOnlyHint: true },
}
const serverInfo = { name: 'echo', version: '1.0.0' }

/** The result for a request of either era; undefined for a notification. */
export function echo({ id, method, params }: EchoMessage, modern: boolean): string | undefined {
  if (id === undefined) return undefined
  const complete = modern ? { resultType: 'complete' } : {}
  const result = (value: object): string => JSON.stringify({ jsonrpc: '2.0', id, result: value })
  if (method === 'tools/call') {
    return result({ ...complete, content: [{ type: 'text', text: params?.arguments?.text ?? '' }] })
  }
  if (method === 'tools/list') return result({ ...complete, tools: [tool] })
  if (method === 'initialize' && !modern) {
    const protocolVersion = params?.protocolVersion ?? '2025-11-25'
    return result({ protocolVersion, capabilities: { tools: {} }, serverInfo })
  }
  if (method === 'server/discover' && modern) {
    return result({
      ...complete,
      supportedVersions: ['2026-07-28'],
      capabilities: { tools: {} },
      ttlMs: 60_000,
      cacheScope: 'private',
      _meta: { 'io.modelcontextprotocol/serverInfo': serverInfo },
    })
  }
  if (method === 'ping') return result({})
  return JSON.stringify({ jsonrpc: '2.0', id, error: { code: -32601, message: 'Method not found' } })
}
