import assert from 'node:assert/strict'
import { test } from 'node:test'
import { startFixture } from '../../test/conformance-fixture/start.ts'
import { gatewayBed, modern } from '../../test/gateway-bed.ts'

test('an older caller is passed on, not translated, where the server speaks both; a session that it ends stays ended', async () => {
  await using server = await startFixture()
  await using bed = await gatewayBed()
  const ada = bed.connections.person('ada')
  bed.connections.list('tool', server.url)
  await bed.connect(ada, 'tool')
  const token = bed.token(ada, 'tool')
  const newer = modern('prompts/list')
  assert.match(
    await (await bed.post('tool', token, newer.body, newer.headers)).text(),
    /"resultType":"complete"/,
  )
  const clientInfo = { name: 'a', version: '1' }
  const params = { protocolVersion: '2025-11-25', capabilities: {}, clientInfo }
  const opened = await bed.post('tool', token, { jsonrpc: '2.0', id: 1, method: 'initialize', params })
  assert.match(await opened.text(), /"logging":/)
  const headers = {
    'mcp-session-id': opened.headers.get('mcp-session-id') ?? '',
    'mcp-protocol-version': '2025-11-25',
  }
  assert.notEqual(headers['mcp-session-id'], '')
  const list = { jsonrpc: '2.0', id: 2, method: 'prompts/list', params: {} }
  const listed = await (await bed.post('tool', token, list, headers)).text()
  assert.match(listed, /test_simple_prompt/)
  assert.doesNotMatch(listed, /resultType/)
  const authorization = `Bearer ${token}`
  const ended = await fetch(bed.endpoint('tool'), {
    method: 'DELETE',
    headers: { ...headers, authorization },
  })
  assert.equal(ended.status, 200)
  assert.equal((await bed.post('tool', token, list, headers)).status, 404)
})
