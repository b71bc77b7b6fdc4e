import { reply, type Script } from './scripted-server.ts'

/** A server of 2025-11-25 with sessions; `lose` forgets them all. */
export function sessionful(lost: 404 | 400 = 404) {
  let sessions = new Set<string>()
  let opened = 0
  const cancelled: unknown[] = []
  const script: Script = ({ message, headers }, response) => {
    const { id, method } = message
    if (method === 'server/discover') {
      return reply(response, 400, {
        jsonrpc: '2.0',
        id: null,
        error: { code: -32000, message: 'No session' },
      })
    }
    if (method === 'initialize') {
      const session = `s${(opened += 1)}`
      sessions.add(session)
      const serverInfo = { name: 'old', version: '1' }
      const result = {
        protocolVersion: '2025-11-25',
        capabilities: { tools: {} },
        serverInfo,
        instructions: 'Old.',
      }
      return reply(response, 200, { jsonrpc: '2.0', id, result }, { 'mcp-session-id': session })
    }
    if (!sessions.has(String(headers['mcp-session-id']))) {
      const error = { code: -32000, message: 'Bad Request: No valid session ID provided' }
      return reply(response, lost, { jsonrpc: '2.0', id, error })
    }
    if (method === 'notifications/cancelled') cancelled.push(message.params)
    if (id === undefined) return void response.writeHead(202).end()
    if (method === 'tools/list') {
      return reply(response, 200, {
        jsonrpc: '2.0',
        id,
        result: { tools: [{ name: 'echo', inputSchema: {} }] },
      })
    }
    if (message.params?.['name'] === 'slow') return
    const text = JSON.stringify(message.params?.['arguments'])
    response.writeHead(200, { 'content-type': 'text/event-stream' })
    response.end(
      `data: {"jsonrpc":"2.0","id":${JSON.stringify(id)},"result":{"content":[{"type":"text","text":${JSON.stringify(text)}}],"n":1.50}}\n\n`,
    )
  }
  return {
    script,
    cancelled,
    opened: () => opened,
    lose: () => (sessions = new Set()),
  }
}
