import assert from 'node:assert/strict'
import type { ServerResponse } from 'node:http'
import { test } from 'node:test'
import { until } from '../../../../test/until.ts'
import { askedClient, bedWith } from '../../../test/asked-client.ts'
import { gatewayBed, modern, type GatewayBed } from '../../../test/gateway-bed.ts'
import { manualTimers } from '../../../test/manual-timers.ts'
import { reply, scriptedServer } from '../../../test/scripted-server.ts'
import type { Viewer } from '../../kernel/index.ts'

test('a newer client hears what an older server says of its changes, as far as it asked', async () => {
  await using between = await bedWith('legacy')
  await using able = await askedClient(between.bed, between.at, { pin: '2026-07-28' }, {})
  const heard: unknown[] = []
  const { client } = able
  client.setNotificationHandler('notifications/tools/list_changed', ({ method }) => void heard.push(method))
  client.setNotificationHandler(
    'notifications/resources/updated',
    ({ params }) => void heard.push(params.uri),
  )
  const wanted = { toolsListChanged: true, resourceSubscriptions: ['test://watched-resource'] }
  const [first, second] = [await client.listen(wanted), await client.listen({ toolsListChanged: true })]
  assert.deepEqual(first.honoredFilter, wanted)
  for (const what of ['prompt_change', 'resource_update', 'tool_change'])
    await client.callTool({ name: `test_trigger_${what}`, arguments: {} })
  await until(() => heard.length === 3)
  const changed = 'notifications/tools/list_changed'
  assert.deepEqual(heard, ['test://watched-resource', changed, changed])
  await first.close()
  await client.callTool({ name: 'test_trigger_tool_change', arguments: {} })
  await until(() => heard.length === 4)
  await second.close()
})

test('an older client hears on the stream of its session what a newer server says of its changes', async () => {
  await using between = await bedWith('modern')
  await using able = await askedClient(between.bed, between.at, 'legacy', {})
  const heard: unknown[] = []
  const { client } = able
  client.setNotificationHandler('notifications/tools/list_changed', ({ method }) => void heard.push(method))
  client.setNotificationHandler(
    'notifications/resources/updated',
    ({ params }) => void heard.push(params.uri),
  )
  const uri = 'test://watched-resource'
  await client.subscribeResource({ uri })
  const trigger = (what: string) => client.callTool({ name: `test_trigger_${what}`, arguments: {} })
  await trigger('resource_update')
  await trigger('tool_change')
  await until(() => heard.length === 2)
  assert.deepEqual(heard, [uri, 'notifications/tools/list_changed'])
  await client.unsubscribeResource({ uri })
  await trigger('resource_update')
  await trigger('tool_change')
  await until(() => heard.length === 3)
  assert.equal(heard[2], 'notifications/tools/list_changed')
})

/** An older server that tells of changes, with a stream that is at hand. */
async function tellingBed() {
  let stream: ServerResponse | undefined
  let status = 200
  const server = await scriptedServer(
    'legacy',
    ({ method, message }, response) => {
      const { id, params } = message
      if (method === 'GET') {
        stream = response.writeHead(status, { 'content-type': 'text/event-stream' })
        return void response.write(': open\n\n')
      }
      if (message.method === 'server/discover') return reply(response, 400, {})
      if (id === undefined) return void response.writeHead(202).end()
      const capabilities = { tools: { listChanged: true }, resources: { subscribe: true } }
      const opened = {
        protocolVersion: '2025-11-25',
        capabilities,
        serverInfo: { name: 'old', version: '1' },
      }
      const error = { code: -32602, message: 'No such resource.' }
      const refused = params?.['uri'] === 'test://none'
      reply(response, 200, { jsonrpc: '2.0', id, ...(refused ? { error } : { result: opened }) })
    },
    { opening: 'script' },
  )
  const timers = manualTimers()
  const bed = await gatewayBed({}, { timers })
  const ada = bed.connections.person('ada')
  const endpoint = bed.connections.list('tool', server.url)
  await bed.connect(ada, 'tool')
  const token = bed.token(ada, 'tool')
  const listen = async (notifications: unknown) => {
    const { body, headers } = modern('subscriptions/listen', { notifications })
    const answer = await bed.post('tool', token, body, headers)
    if (answer.headers.get('content-type') === 'application/json')
      return { refused: JSON.parse(await answer.text()).error }
    const reader = (answer.body ?? assert.fail()).getReader()
    let text = ''
    const readUntil = async (wanted: RegExp): Promise<string> => {
      while (!wanted.test(text)) {
        const { done, value } = await reader.read()
        assert.equal(done, false, text)
        text += Buffer.from(value ?? '').toString()
      }
      const read = text
      text = ''
      return read
    }
    return { reader, readUntil }
  }
  return {
    bed,
    ada,
    endpoint,
    token,
    server,
    timers,
    listen,
    stream: () => stream ?? assert.fail(),
    refuse: (with_: number) => void (status = with_),
    async [Symbol.asyncDispose]() {
      stream?.destroy()
      await bed[Symbol.asyncDispose]()
      await server[Symbol.asyncDispose]()
    },
  }
}

test('a subscription at an older server begins with what the server agrees to, carries nothing else, and shows that it is alive', async () => {
  await using telling = await tellingBed()
  const { listen, server, timers } = telling
  const uris = ['test://a', 'test://none']
  const all = { toolsListChanged: true, promptsListChanged: true, resourceSubscriptions: uris }
  const first = await listen(all)
  const begun = (await first.readUntil?.(/acknowledged/)) ?? ''
  assert.match(begun, /"notifications":\{"toolsListChanged":true,"resourceSubscriptions":\["test:\/\/a"\]\}/)
  assert.match(begun, /"_meta":\{"io\.modelcontextprotocol\/subscriptionId":7\}/)
  const say = (message: object) =>
    telling.stream().write(`data: ${JSON.stringify({ jsonrpc: '2.0', ...message })}\n\n`)
  say({ method: 'notifications/resources/updated', params: { uri: 'test://b' } })
  say({ id: 1, result: { content: [] } })
  say({ id: 2, method: 'elicitation/create', params: {} })
  say({ method: 'notifications/resources/updated', params: { uri: 'test://a', note: 'x'.repeat(100) } })
  const news = (await first.readUntil?.(/updated/)) ?? ''
  assert.match(
    news,
    /"params":\{"uri":"test:\/\/a","_meta":\{"io\.modelcontextprotocol\/subscriptionId":7\}\}/,
  )
  assert.doesNotMatch(news, /test:\/\/b|content|elicitation|xxx/)
  await until(() => server.received.some(({ body }) => /"id":2,"error":\{"code":-32601/.test(body)))
  timers.advance(15_000)
  await first.readUntil?.(/: open/)
  // One stream for all of a session; the server hears of a resource once, and that the last has left.
  const second = await listen({ resourceSubscriptions: ['test://a'] })
  await second.readUntil?.(/acknowledged/)
  const sent = (method: string) => server.received.filter(({ message }) => message.method === method).length
  assert.equal(server.received.filter(({ method }) => method === 'GET').length, 1)
  assert.equal(sent('resources/subscribe'), 2)
  await first.reader?.cancel()
  await second.reader?.cancel()
  await until(() => sent('resources/unsubscribe') === 1 && telling.stream().destroyed)
})

test('a subscription ends with the session, with the server that is stopped, and does not begin where there is no stream', async () => {
  await using telling = await tellingBed()
  const { bed, listen } = telling
  assert.equal((await listen(undefined)).refused.code, -32602)
  assert.equal((await listen({ resourceSubscriptions: 'test://a' })).refused.code, -32602)
  const nothing = await listen({ promptsListChanged: true })
  assert.match((await nothing.readUntil?.(/acknowledged/)) ?? '', /"notifications":\{\}/)
  const ending = await listen({ toolsListChanged: true })
  await ending.readUntil?.(/acknowledged/)
  telling.refuse(404)
  const waiting = telling.timers.waiting(1_000)
  telling.stream().end()
  await until(() => telling.timers.waiting(1_000) > waiting)
  telling.timers.advance(1_000)
  assert.match((await ending.readUntil?.(/"id":7/)) ?? '', /"error":.*HTTP status 404/)
  telling.refuse(405)
  const none = await listen({ toolsListChanged: true })
  assert.equal(none.refused.code, -32013)
  assert.match(none.refused.message, /has no stream on which it tells of changes/)
  const operator = bed.connections.person('olga', new Set(['operator']))
  await bed.holds.stop(operator, { kind: 'server', slug: 'tool', tool: null, reason: 'Down.' })
  telling.timers.advance(15_000)
  assert.match((await nothing.readUntil?.(/"id":7/)) ?? '', /was stopped by this directory/)
})

/** Ends the only connection that this person has. */
async function disconnect({ connections: { connections } }: GatewayBed, whose: Viewer): Promise<void> {
  const [own] = await connections.list(whose)
  await connections.disconnect(whose, own?.id ?? assert.fail())
}

test('what is open at an older server ends when its person disconnects or ends the access, and when its connector is taken down', async () => {
  await using telling = await tellingBed()
  const { bed, ada, listen, timers } = telling
  const headers = { authorization: `Bearer ${telling.token}`, accept: 'text/event-stream' }
  const passed = await fetch(bed.endpoint('tool'), { headers })
  const ownStream = telling.stream()
  const told = await listen({ toolsListChanged: true })
  await told.readUntil?.(/acknowledged/)
  await disconnect(bed, ada)
  telling.stream().write('data: {"jsonrpc":"2.0","method":"notifications/tools/list_changed"}\n\n')
  const last = (await told.readUntil?.(/"id":7/)) ?? ''
  assert.match(last, /"error":\{"code":-32010,"message":"You are not connected to TOOL\. Connect at/)
  assert.doesNotMatch(last, /list_changed/)
  assert.equal((await told.reader?.read())?.done, true)
  // Also where the server says nothing; there its stream is closed.
  timers.advance(1_000)
  assert.equal(await passed.text(), ': open\n\n')
  await until(() => ownStream.destroyed && telling.stream().destroyed)

  await bed.connect(ada, 'tool')
  const again = await listen({ toolsListChanged: true })
  await again.readUntil?.(/acknowledged/)
  bed.connections.list('tool', telling.server.url, { ...telling.endpoint, state: 'removed' })
  timers.advance(15_000)
  assert.match((await again.readUntil?.(/"id":7/)) ?? '', /"error":.*was removed from this directory/)

  bed.connections.list('tool', telling.server.url, telling.endpoint)
  const unwanted = await listen({ toolsListChanged: true })
  await unwanted.readUntil?.(/acknowledged/)
  bed.revoke(telling.token)
  timers.advance(1_000)
  assert.match((await unwanted.readUntil?.(/"id":7/)) ?? '', /"reason":"access-ended"/)
  await until(() => telling.stream().destroyed)
})

test('an older client has one stream for a session, and subscribes at the process that has it', async () => {
  const timers = manualTimers()
  await using between = await bedWith('modern', timers)
  const { bed, at } = between
  const open = { protocolVersion: '2025-11-25', capabilities: {} }
  const opened = await bed.post('tool', at.token, {
    jsonrpc: '2.0',
    id: 1,
    method: 'initialize',
    params: open,
  })
  const headers = { 'mcp-session-id': opened.headers.get('mcp-session-id') ?? '' }
  const uri = 'test://watched-resource'
  const subscribe = { jsonrpc: '2.0', id: 2, method: 'resources/subscribe', params: { uri } }
  const errorOf = async (answer: Promise<Response>) => JSON.parse(await (await answer).text()).error
  const subscribed = () => errorOf(bed.post('tool', at.token, subscribe, headers))
  const inVain = async (asked: Promise<unknown>) => {
    await until(() => timers.waiting(1_000) > 0)
    timers.advance(1_000)
    return await asked
  }
  assert.match(Object(await inVain(subscribed())).message, /Open it first/)
  const authorization = `Bearer ${at.token}`
  const stream = async () => await fetch(bed.endpoint('tool'), { headers: { ...headers, authorization } })
  const first = await stream()
  assert.equal(first.headers.get('content-type'), 'text/event-stream')
  assert.equal((await stream()).status, 409)
  const elsewhere = errorOf(bed.postElsewhere('tool', at.token, subscribe, headers))
  assert.equal(Object(await inVain(elsewhere)).data.reason, 'no-stream')
  assert.equal(await subscribed(), undefined)
  await disconnect(bed, between.ada)
  timers.advance(15_000)
  assert.match(await first.text(), /^(: open\n\n)+$/)
})
