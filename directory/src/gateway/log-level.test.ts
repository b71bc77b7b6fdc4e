import assert from 'node:assert/strict'
import { test } from 'node:test'
import { askedClient, bedWith } from '../../test/asked-client.ts'

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
