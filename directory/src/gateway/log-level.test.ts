import assert from 'node:assert/strict'
import { test } from 'node:test'
import { until } from '../../../test/until.ts'
import { askedClient, bedWith } from '../../test/asked-client.ts'
import { gatewayBed, modern } from '../../test/gateway-bed.ts'
import { reply, scriptedServer } from '../../test/scripted-server.ts'

const levelKey = 'io.modelcontextprotocol/logLevel'

test('an older client gets what a newer server logs, from the level on that it has set, and before that nothing', async () => {
  await using between = await bedWith('modern')
  await using able = await askedClient(between.bed, between.at, 'legacy', {})
  const { client } = able
  const heard: string[] = []
  client.setNotificationHandler('notifications/message', ({ params }) => void heard.push(params.level))
  const call = () => client.callTool({ name: 'test_tool_with_logging', arguments: {} })
  assert.ok(client.getServerCapabilities()?.logging)
  await call()
  await client.setLoggingLevel('error')
  await call()
  assert.deepEqual(heard, [])
  await client.setLoggingLevel('info')
  await call()
  assert.ok(heard.length > 0 && heard.every((level) => level === 'info'))
  await assert.rejects(client.setLoggingLevel(Object('loud')), {
    code: -32602,
    message: /one of debug, info, .*emergency/,
  })
})

test('a newer client gets what an older server logs, as far as each of its requests asks for it', async () => {
  await using between = await bedWith('legacy')
  await using able = await askedClient(between.bed, between.at, { pin: '2026-07-28' }, {})
  const { client } = able
  const heard: string[] = []
  client.setNotificationHandler('notifications/message', ({ params }) => void heard.push(params.level))
  const call = (_meta: Record<string, unknown>) =>
    client.callTool({ name: 'test_tool_with_logging', arguments: {}, _meta })
  await call({ [levelKey]: 'info' })
  const first = heard.length
  assert.ok(first > 0)
  await call({ [levelKey]: 'error' })
  await call({})
  assert.equal(heard.length, first)
  await call({ [levelKey]: 'debug' })
  assert.equal(heard.length, 2 * first)
})

test('of two newer callers that ask an older server at the same time the more curious has its level in the end', async () => {
  const set: unknown[] = []
  const held: (() => void)[] = []
  await using server = await scriptedServer(
    'legacy',
    ({ message: { id, method, params } }, response) => {
      const answer = (result: object) => reply(response, 200, { jsonrpc: '2.0', id, result })
      const serverInfo = { name: 'talks', version: '1' }
      const capabilities = { tools: {}, logging: {} }
      if (method === 'initialize') {
        return answer({ protocolVersion: '2025-11-25', capabilities, serverInfo })
      }
      if (method === 'server/discover') return void response.writeHead(400).end()
      if (method !== 'logging/setLevel') return answer({ content: [] })
      set.push(params?.['level'])
      held.push(() => answer({}))
    },
    { opening: 'script' },
  )
  await using bed = await gatewayBed()
  const ada = bed.connections.person('ada')
  bed.connections.list('tool', server.url)
  await bed.connect(ada, 'tool')
  const call = async (level?: string) => {
    const { body, headers } = modern('tools/call', { name: 'x' }, level ? { [levelKey]: level } : {})
    return await (await bed.post('tool', bed.token(ada, 'tool'), body, headers)).text()
  }
  const first = call('debug')
  await until(() => held.length > 0)
  const second = call('error')
  // By now the second one has come as far as it can.
  assert.match(await call(), /"content"/)
  for (const release of held) release()
  for (const answer of await Promise.all([first, second])) assert.match(answer, /"content"/)
  assert.deepEqual(set, ['debug'])
})
