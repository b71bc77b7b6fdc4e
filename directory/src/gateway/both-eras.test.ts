import assert from 'node:assert/strict'
import type { ServerResponse } from 'node:http'
import { test } from 'node:test'
import { startFixture } from '../../test/conformance-fixture/start.ts'
import { gatewayBed, modern } from '../../test/gateway-bed.ts'
import { scriptedServer } from '../../test/scripted-server.ts'

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

for (const speaks of ['legacy', 'modern'] as const) {
  test(`a caller of the other era gets prompts, resources and completions of a ${speaks} server as its own revision has them`, async () => {
    await using server = await startFixture({ speaks })
    await using bed = await gatewayBed()
    const ada = bed.connections.person('ada')
    bed.connections.list('tool', server.url)
    await bed.connect(ada, 'tool')
    const token = bed.token(ada, 'tool')
    const isNewer = speaks === 'legacy'
    const send = async (method: string, params: Record<string, unknown> = {}) => {
      const newer = modern(method, params)
      const { body, headers } = isNewer
        ? { ...newer, headers: { ...newer.headers, 'mcp-name': String(params['uri'] ?? params['name']) } }
        : { body: { jsonrpc: '2.0', id: 7, method, params }, headers: {} }
      return JSON.parse(await (await bed.post('tool', token, body, headers)).text())
    }
    const clientInfo = { name: 'a', version: '1' }
    const opened = isNewer
      ? await send('server/discover')
      : await send('initialize', { protocolVersion: '2025-11-25', capabilities: {}, clientInfo })
    const listChanged = true
    const resources = { listChanged, subscribe: true }
    const all = { tools: { listChanged }, prompts: { listChanged }, resources, completions: {}, logging: {} }
    assert.deepEqual(opened.result.capabilities, all)
    const uri = 'test://template/5/data'
    const ref = { type: 'ref/prompt', name: 'test_prompt_with_arguments' }
    const given = { name: 'test_prompt_with_arguments', arguments: { arg1: 'a', arg2: 'b' } }
    const answers = {
      'prompts/list': await send('prompts/list'),
      'prompts/get': await send('prompts/get', given),
      'resources/list': await send('resources/list'),
      'resources/templates/list': await send('resources/templates/list'),
      'resources/read': await send('resources/read', { uri }),
      'completion/complete': await send('completion/complete', {
        ref,
        argument: { name: 'arg1', value: 'par' },
      }),
    }
    const cached = new Set(['prompts/list', 'resources/list', 'resources/templates/list', 'resources/read'])
    for (const [method, { result }] of Object.entries(answers)) {
      assert.equal(result.resultType, isNewer ? 'complete' : undefined, method)
      assert.equal(result.cacheScope, isNewer && cached.has(method) ? 'private' : undefined, method)
    }
    assert.match(JSON.stringify(answers['prompts/list'].result), /test_simple_prompt/)
    assert.match(JSON.stringify(answers['prompts/get'].result), /arg1='a', arg2='b'/)
    assert.match(JSON.stringify(answers['resources/read'].result), /Data for ID: 5/)
    assert.deepEqual(answers['completion/complete'].result.completion.values, ['paris', 'park', 'party'])
    assert.equal((await send('resources/read', { uri: 'test://none' })).error.code, -32602)
  })
}

test('an older server may end its stream and keep the answer for a caller that comes back for it', async () => {
  await using server = await scriptedServer('legacy', ({ method, headers, message }, response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' })
    if (method === 'POST' && message.params?.['name'] === 'lost') return void response.end(': nothing\n\n')
    if (method === 'POST') return void response.end('id: e1\nretry: 20\ndata: \n\n')
    assert.equal(headers['last-event-id'], 'e1')
    response.end('id: e2\ndata: {"jsonrpc":"2.0","id":3,"result":{"content":[]}}\n\n')
  })
  await using bed = await gatewayBed()
  const ada = bed.connections.person('ada')
  bed.connections.list('tool', server.url)
  await bed.connect(ada, 'tool')
  const token = bed.token(ada, 'tool')
  const call = (name: string) =>
    bed.post('tool', token, { jsonrpc: '2.0', id: 3, method: 'tools/call', params: { name } })
  assert.equal(await (await call('kept')).text(), 'id: e1\nretry: 20\ndata: \n\n')
  const headers = { authorization: `Bearer ${token}`, 'last-event-id': 'e1', accept: 'text/event-stream' }
  assert.match(await (await fetch(bed.endpoint('tool'), { headers })).text(), /"content":\[\]/)
  assert.match(await (await call('lost')).text(), /ended its answer before it was complete/)
})

test('what an older server keeps for a caller that comes back is cut, compared and without blocked tools too', async () => {
  const tools = ['echo', 'blocked'].map((name) => ({ name, description: 'Says it.', inputSchema: {} }))
  const changed = tools.map((tool) => ({ ...tool, inputSchema: { type: 'object', required: ['password'] } }))
  const content = [{ type: 'text', text: 'word '.repeat(40_000) }]
  const both = { tools: changed, content }
  const kept: Readonly<Record<string, unknown>> = { 2: { content }, 3: { tools: changed }, 5: both }
  await using server = await scriptedServer('legacy', ({ method }, response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' })
    if (method === 'POST') return void response.end('id: e1\nretry: 20\ndata: \n\n')
    for (const [id, result] of Object.entries(kept)) {
      response.write(`id: k${id}\ndata: ${JSON.stringify({ jsonrpc: '2.0', id: Number(id), result })}\n\n`)
    }
    response.end(': the end\n\n')
  })
  await using bed = await gatewayBed()
  const ada = bed.connections.person('ada')
  bed.connections.list('tool', server.url)
  await bed.connect(ada, 'tool')
  bed.approve(
    'tool',
    tools.map((tool) => ({ ...tool, title: null, annotations: null })),
  )
  const rules = new Map([['blocked', 'blocked' as const]])
  await bed.connections.connections.setLevels(ada, 'tool', { of: 'me', rules })
  const token = bed.token(ada, 'tool')
  const headers = { authorization: `Bearer ${token}`, accept: 'text/event-stream', 'last-event-id': 'e1' }
  const [result, list, mixed, end] = (await (await fetch(bed.endpoint('tool'), { headers })).text()).split(
    '\n\n',
  )
  assert.match(result ?? '', /^id: k2\ndata: .*Cut by the gateway/)
  assert.ok((result ?? '').length < 150_000)
  assert.match(list ?? '', /^id: k3\ndata: .*"name":"echo"/)
  assert.doesNotMatch(list ?? '', /"name":"blocked"/)
  assert.match(mixed ?? '', /^id: k5\ndata: .*"name":"echo".*Cut by the gateway/)
  assert.doesNotMatch(mixed ?? '', /"name":"blocked"/)
  assert.ok((mixed ?? '').length < 150_000)
  assert.equal(end, ': the end')
  const message = { jsonrpc: '2.0', id: 4, method: 'tools/call', params: { name: 'echo', arguments: {} } }
  assert.match(await (await bed.post('tool', token, message)).text(), /has changed since it was approved/)
})

test('no way to write an answer takes it past the cap, neither on the stream of a call nor on an open one', async () => {
  const result = { content: [{ type: 'text', text: 'word '.repeat(4_000) }] }
  const answer = JSON.stringify({ jsonrpc: '2.0', id: 3, result })
  const beside = (member: string) => answer.replace('"id":3', `"id":3,${member}`)
  const disguised = [
    `\uFEFFdata: ${answer}\n\n`,
    `data: ${beside('"error":null')}\n\n`,
    `data: ${beside('"method":"ping"')}\n\n`,
    `data: ${beside('"x":NaN')}\n\n`,
    `data: [${answer}]\n\n`,
    `data: ${answer}\n`,
  ]
  await using server = await scriptedServer('legacy', ({ method, headers, message }, response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' })
    const which = method === 'POST' ? message.params?.['name'] : headers['last-event-id']
    response.end(disguised[Number(which)])
  })
  await using bed = await gatewayBed({ resultTokens: 1_000 })
  const ada = bed.connections.person('ada')
  bed.connections.list('tool', server.url)
  await bed.connect(ada, 'tool')
  const token = bed.token(ada, 'tool')
  for (const which of disguised.keys()) {
    const params = { name: String(which) }
    const called = await (
      await bed.post('tool', token, { jsonrpc: '2.0', id: 3, method: 'tools/call', params })
    ).text()
    // What is cut says so, what is refused is an error that its caller can read.
    assert.match(called, /Cut by the gateway|(^|\n)event: message\ndata: .*"error":\{/, `called ${which}`)
    assert.ok(called.length < 10_000, `called ${which}`)
    const headers = { authorization: `Bearer ${token}`, 'last-event-id': String(which) }
    const open = await fetch(bed.endpoint('tool'), {
      headers: { ...headers, accept: 'text/event-stream' },
    })
    assert.equal(open.status, 200)
    assert.ok((await open.text()).length < 10_000, `open ${which}`)
  }
})

test('the open stream of a session ends when its server is stopped', async () => {
  let stream: ServerResponse | undefined
  await using server = await scriptedServer('legacy', (_received, response) => {
    stream = response
    response.writeHead(200, { 'content-type': 'text/event-stream' })
    response.write(': open\n\n')
  })
  await using bed = await gatewayBed()
  const ada = bed.connections.person('ada')
  bed.connections.list('tool', server.url)
  await bed.connect(ada, 'tool')
  const headers = { authorization: `Bearer ${bed.token(ada, 'tool')}`, accept: 'text/event-stream' }
  const reader = (await fetch(bed.endpoint('tool'), { headers })).body?.getReader()
  const read = async () => Buffer.from((await reader?.read())?.value ?? '').toString()
  assert.equal(await read(), ': open\n\n')
  const operator = bed.connections.person('olga', new Set(['operator']))
  await bed.holds.stop(operator, { kind: 'server', slug: 'tool', tool: null, reason: 'Down.' })
  stream?.write('data: {"jsonrpc":"2.0","method":"notifications/message"}\n\n')
  assert.equal(await read(), '')
  await reader?.cancel()
})
