// The servers that `npm run bench -- monitor` looks at, in a process of their own; it tells its port, then its CPU time.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

const discovered = {
  resultType: 'complete',
  supportedVersions: ['2026-07-28'],
  capabilities: { tools: {} },
  ttlMs: 1000,
  cacheScope: 'private',
  _meta: { 'io.modelcontextprotocol/serverInfo': { name: 'target', version: '1' } },
}
const tools = Array.from({ length: 10 }, (_, n) => ({
  name: `tool_${n}`,
  description: 'Does what its name says, and nothing else.',
  inputSchema: { type: 'object', properties: { text: { type: 'string' } } },
  annotations: { readOnlyHint: true },
}))

const server = createServer(async (request, response) => {
  const body = Buffer.concat(await request.toArray()).toString('utf8')
  const { id, method } = JSON.parse(body) as { readonly id: number; readonly method: string }
  const result = method === 'tools/list' ? { resultType: 'complete', tools } : discovered
  response.writeHead(200, { 'content-type': 'application/json' })
  response.end(JSON.stringify({ jsonrpc: '2.0', id, result }))
})
server.listen(0, '0.0.0.0', () => process.send?.((server.address() as AddressInfo).port))
process.on('message', () => process.send?.(process.cpuUsage()))
process.on('disconnect', () => process.exit())
