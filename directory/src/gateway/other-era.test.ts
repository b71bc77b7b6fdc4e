import assert from 'node:assert/strict'
import { test } from 'node:test'
import { until } from '../../../test/until.ts'
import { gatewayBed, modern } from '../../test/gateway-bed.ts'
import { manualTimers } from '../../test/manual-timers.ts'
import { reply, scriptedServer } from '../../test/scripted-server.ts'
import { sessionful } from '../../test/sessionful-server.ts'

for (const status of [404, 400] as const) {
  test(`a modern caller lists and calls tools of a sessionful legacy server, also after a lost session (${status})`, async () => {
    const old = sessionful(status)
    await using server = await scriptedServer('legacy', old.script, { opening: 'script' })
    await using bed = await gatewayBed()
    const ada = bed.connections.person('ada')
    bed.connections.list('tool', server.url)
    await bed.connect(ada, 'tool')
    const token = bed.token(ada, 'tool')
    const send = async ({ body, headers }: ReturnType<typeof modern>) => {
      const answer = await bed.post('tool', token, body, headers)
      const text = await answer.text()
      return {
        status: answer.status,
        text,
        session: answer.headers.get('mcp-session-id'),
        ...JSON.parse(text),
      }
    }
    const discovered = await send(modern('server/discover'))
    assert.equal(discovered.result.resultType, 'complete')
    assert.ok(discovered.result.supportedVersions.includes('2026-07-28'))
    assert.equal(discovered.result.instructions, 'Old.')
    assert.equal(typeof discovered.result.ttlMs, 'number')
    assert.equal(discovered.result.cacheScope, 'private')
    assert.deepEqual(discovered.result.capabilities, { tools: {} })
    const listed = await send(modern('tools/list'))
    assert.deepEqual(listed.result.tools, [{ name: 'echo', inputSchema: {} }])
    assert.equal(listed.result.resultType, 'complete')
    assert.equal(typeof listed.result.ttlMs, 'number')
    const meta = {
      'com.example/user': 'ada',
      'io.modelcontextprotocol/clientCapabilities': { elicitation: {} },
    }
    const call = modern('tools/call', { name: 'echo', arguments: { a: 1 } }, meta)
    const called = await send(call)
    assert.equal(called.id, 7)
    assert.equal(called.session, null)
    assert.match(called.text, /"n":1\.50/)
    assert.equal(called.result.content[0].text, '{"a":1}')
    assert.equal(server.received.at(-1)?.message.params?.['_meta'], undefined)
    const before = old.opened()
    old.lose()
    assert.equal((await send(call)).result.content[0].text, '{"a":1}')
    assert.equal(old.opened(), before + 1)
    // What the older era has no word for is refused, not passed on to be misunderstood.
    for (const method of ['tasks/get', 'logging/setLevel']) {
      const unknown = await send(modern(method))
      assert.equal(unknown.status, 404)
      assert.equal(unknown.error.code, -32601)
      assert.match(unknown.error.message, /is not translated\. (Tasks of one version|The level of messages)/)
    }
    const initialize = server.received.find(({ message }) => message.method === 'initialize')
    assert.deepEqual(initialize?.message.params?.['capabilities'], {})
    const records = await bed.records(ada)
    const [latest, previous] = [records[0], records.find(({ tool }) => tool !== null)]
    assert.equal(latest?.status, 'refused')
    assert.deepEqual(
      [previous?.tool, previous?.callerEra, previous?.upstreamEra],
      ['echo', 'modern', 'legacy'],
    )
  })
}

test('a call to a legacy server that takes too long is cancelled there by name', async () => {
  const old = sessionful()
  await using server = await scriptedServer('legacy', old.script, { opening: 'script' })
  const timers = manualTimers()
  await using bed = await gatewayBed({}, { timers })
  const ada = bed.connections.person('ada')
  bed.connections.list('tool', server.url)
  await bed.connect(ada, 'tool')
  const call = modern('tools/call', { name: 'slow', arguments: {} })
  const answer = bed.post('tool', bed.token(ada, 'tool'), call.body, call.headers)
  const slow = await until(() => server.received.find(({ message }) => message.params?.['name'] === 'slow'))
  timers.advance(300_000)
  assert.match(await (await answer).text(), /-32011/)
  await until(() => old.cancelled.length > 0)
  assert.deepEqual(old.cancelled, [{ requestId: slow.message.id, reason: 'timeout' }])
})

for (const status of [404, 400] as const) {
  test(`a legacy caller keeps its session with a legacy server, sealed, also when the server loses it (${status})`, async () => {
    const old = sessionful(status)
    await using server = await scriptedServer('legacy', old.script, { opening: 'script' })
    await using bed = await gatewayBed()
    const [ada, bob] = [bed.connections.person('ada'), bed.connections.person('bob')]
    bed.connections.list('tool', server.url)
    await bed.connect(ada, 'tool')
    await bed.connect(bob, 'tool')
    const token = bed.token(ada, 'tool')
    const initialize = {
      jsonrpc: '2.0',
      id: 0,
      method: 'initialize',
      params: {
        protocolVersion: '2025-11-25',
        capabilities: { roots: {} },
        clientInfo: { name: 'adas', version: '1' },
      },
    }
    const opened = await bed.post('tool', token, initialize)
    const session = opened.headers.get('mcp-session-id') ?? ''
    assert.match(session, /^v\d:/)
    // A sealed part is long; what is random in it may well end as the server's own name of the session does.
    assert.ok(
      session.split(':').every((part) => !/^s\d+$/.test(part)),
      session,
    )
    const headers = { 'mcp-session-id': session, 'mcp-protocol-version': '2025-11-25' }
    assert.equal(
      (await bed.post('tool', token, { jsonrpc: '2.0', method: 'notifications/initialized' }, headers))
        .status,
      202,
    )
    const call = {
      jsonrpc: '2.0',
      id: 5,
      method: 'tools/call',
      params: { name: 'echo', arguments: { b: 2 } },
    }
    const answer = await bed.post('tool', token, call, headers)
    assert.equal(answer.headers.get('content-type'), 'text/event-stream')
    assert.match(await answer.text(), /"id":5,.*\{\\"b\\":2\}/)
    assert.match(JSON.stringify(server.received.map(({ body }) => body)), /connectory/)
    assert.doesNotMatch(JSON.stringify(server.received), /adas/)
    const before = old.opened()
    old.lose()
    const both = await Promise.all(
      [1, 2].map(() => bed.post('tool', token, call, headers).then((one) => one.text())),
    )
    for (const text of both) assert.match(text, /"id":5/)
    assert.match(await (await bed.post('tool', token, call, headers)).text(), /"id":5/)
    assert.equal(old.opened(), before + 1)
    const again = server.received.findLast(({ message }) => message.method === 'initialize')
    assert.deepEqual(again?.message.params?.['capabilities'], { roots: {} })
    // Somebody else's session is no session, and a made-up one neither.
    assert.equal((await bed.post('tool', bed.token(bob, 'tool'), call, headers)).status, 404)
    assert.equal((await bed.post('tool', token, call, { ...headers, 'mcp-session-id': 's1' })).status, 404)
    const gone = await fetch(bed.endpoint('tool'), {
      method: 'DELETE',
      headers: { ...headers, authorization: `Bearer ${token}` },
    })
    assert.equal(gone.status, 202)
    assert.equal(server.received.at(-1)?.method, 'DELETE')
    assert.match(String(server.received.at(-1)?.headers['mcp-session-id']), /^s\d+$/)
  })
}

test('a legacy caller initializes, lists and calls tools of a modern server', async () => {
  await using server = await scriptedServer('modern', ({ message, headers }, response) => {
    assert.equal(headers['mcp-method'], message.method)
    const { id, method, params } = message
    if (method === 'tools/list') {
      const result = { resultType: 'complete', tools: [{ name: 'echo' }], ttlMs: 5, cacheScope: 'private' }
      return reply(response, 200, { jsonrpc: '2.0', id, result })
    }
    const more = params?.['name'] === 'ask'
    const result = more
      ? { resultType: 'input_required', inputRequests: { a: { method: 'elicitation/create', params: {} } } }
      : { resultType: 'complete', content: [] }
    reply(response, 200, { jsonrpc: '2.0', id, result })
  })
  await using bed = await gatewayBed()
  const ada = bed.connections.person('ada')
  bed.connections.list('tool', server.url)
  await bed.connect(ada, 'tool')
  const token = bed.token(ada, 'tool')
  const send = async (method: string, params: object) =>
    JSON.parse(await (await bed.post('tool', token, { jsonrpc: '2.0', id: 3, method, params })).text())
  const opened = await send('initialize', {
    protocolVersion: '2025-06-18',
    capabilities: {},
    clientInfo: { name: 'a', version: '1' },
  })
  assert.equal(opened.result.protocolVersion, '2025-06-18')
  assert.deepEqual(opened.result.serverInfo, { name: 'scripted', version: '1' })
  assert.equal(opened.result.instructions, 'Be kind.')
  assert.deepEqual((await send('tools/list', {})).result, { tools: [{ name: 'echo' }] })
  assert.deepEqual((await send('tools/call', { name: 'echo', arguments: {} })).result, { content: [] })
  const { error } = await send('tools/call', { name: 'ask', arguments: {} })
  assert.match(error.message, /needs "elicitation" to answer/)
  assert.deepEqual(error.data, { requiredCapabilities: ['elicitation'] })
  assert.deepEqual((await send('ping', {})).result, {})
  assert.equal((await send('logging/setLevel', { level: 'info' })).error.code, -32601)
  const stream = await fetch(bed.endpoint('tool'), { headers: { authorization: `Bearer ${token}` } })
  assert.equal(stream.status, 405)
})

test('a server that changes its era is asked again, and the call after that works', async () => {
  let era: 'modern' | 'legacy' = 'legacy'
  const old = sessionful()
  await using server = await scriptedServer(
    'legacy',
    (received, response, request) => {
      if (era === 'legacy') return old.script(received, response, request)
      const { id, method } = received.message
      if (method === 'server/discover') {
        return reply(response, 200, {
          jsonrpc: '2.0',
          id,
          result: {
            resultType: 'complete',
            supportedVersions: ['2026-07-28'],
            capabilities: {},
            ttlMs: 1,
            cacheScope: 'private',
          },
        })
      }
      if (received.headers['mcp-method'] === undefined) return reply(response, 404, 'gone')
      reply(response, 200, { jsonrpc: '2.0', id, result: { resultType: 'complete', tools: [] } })
    },
    { opening: 'script' },
  )
  await using bed = await gatewayBed()
  const ada = bed.connections.person('ada')
  bed.connections.list('tool', server.url)
  await bed.connect(ada, 'tool')
  const token = bed.token(ada, 'tool')
  const list = modern('tools/list')
  const send = async () => JSON.parse(await (await bed.post('tool', token, list.body, list.headers)).text())
  assert.equal((await send()).result.tools.length, 1)
  era = 'modern'
  const changing = await send()
  assert.equal(changing.error.code, -32012)
  assert.match(changing.error.message, /TOOL failed: .*404/)
  assert.deepEqual((await send()).result.tools, [])
  era = 'legacy'
  await send()
  assert.equal((await send()).result.tools.length, 1)
})

test('a server found to be of the older era is asked again after 24 hours, and not before', async () => {
  const old = sessionful()
  await using server = await scriptedServer('legacy', old.script, { opening: 'script' })
  await using bed = await gatewayBed()
  const ada = bed.connections.person('ada')
  bed.connections.list('tool', server.url)
  await bed.connect(ada, 'tool')
  const token = bed.token(ada, 'tool')
  const list = modern('tools/list')
  const probes = () => server.received.filter(({ message }) => message.method === 'server/discover').length
  const send = async () => await (await bed.post('tool', token, list.body, list.headers)).text()
  await send()
  const first = probes()
  bed.connections.clock.advance(24 * 3_600_000 - 1)
  assert.match(await send(), /"tools"/)
  assert.equal(probes(), first)
  bed.connections.clock.advance(1)
  assert.match(await send(), /"tools"/)
  assert.equal(probes(), first + 1)
})
