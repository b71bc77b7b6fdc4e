import assert from 'node:assert/strict'
import { after, before, test as oneTest } from 'node:test'
import { until } from '../../../../test/until.ts'
import { everything, gatewayBed, modern, type GatewayBed } from '../../../test/gateway-bed.ts'
import { manualTimers } from '../../../test/manual-timers.ts'
import { reply, scriptedServer, type Script, type ScriptedServer } from '../../../test/scripted-server.ts'
import type { Viewer } from '../../kernel/index.ts'
import type { Era } from '../../telemetry/index.ts'

const timers = manualTimers()
const limits = { listWaitMs: 100, mergedTools: 4, continuation: 'tool' } as const
const resources = new AsyncDisposableStack()
let bed: GatewayBed
let ada: Viewer
let token: string
/** Says `name` with each tool, so that a test sees who was called. */
const servers: Record<'one' | 'two' | 'odd', ScriptedServer | undefined> = {
  one: undefined,
  two: undefined,
  odd: undefined,
}
/** What the odd server does with a request. */
let odd: Script
let tools: Record<'one' | 'two', string>
const one =
  '{"name":"echo.it","n":1.50,"inputSchema":{"type":"object","properties":{"place":{"type":"string","x-mcp-header":"Place"}}}}'
const server = (slug: 'one' | 'two' | 'odd') => servers[slug] ?? assert.fail()

function script(slug: 'one' | 'two'): Script {
  return ({ message, headers }, response) => {
    const id = JSON.stringify(message.id)
    if (message.method === 'tools/list') {
      return reply(
        response,
        200,
        `{"jsonrpc":"2.0","id":${id},"result":{"tools":[${tools[slug]}],"ttlMs":60000}}`,
      )
    }
    if (
      slug === 'one' &&
      message.params?.['name'] === 'echo.it' &&
      headers['mcp-param-place'] === undefined
    ) {
      return reply(
        response,
        400,
        `{"jsonrpc":"2.0","id":${id},"error":{"code":-32020,"message":"no header"}}`,
      )
    }
    if (message.method === 'subscriptions/listen') {
      response.writeHead(200, { 'content-type': 'text/event-stream' })
      return void response.end('data: {"jsonrpc":"2.0","method":"notifications/tools/list_changed"}\n\n')
    }
    const said = { slug, name: message.params?.['name'], arguments: message.params?.['arguments'] }
    const content = JSON.stringify([{ type: 'text', text: JSON.stringify(said) }])
    reply(
      response,
      200,
      `{"jsonrpc":"2.0","id":${id},"result":{"resultType":"complete","content":${content},"n":1.50}}`,
    )
  }
}

before(async () => {
  servers.one = resources.use(await scriptedServer('modern', script('one')))
  servers.two = resources.use(await scriptedServer('legacy', script('two')))
  servers.odd = resources.use(await scriptedServer('modern', (...args) => odd(...args)))
  bed = resources.use(await gatewayBed(limits, { timers }))
  for (const slug of ['one', 'two', 'odd'] as const) bed.connections.list(slug, server(slug).url)
})

async function prepare(): Promise<void> {
  tools = { one, two: '{"name":"echo"}' }
  odd = () => undefined
  ada = bed.connections.person('ada')
  token = bed.token(ada, everything)
  for (const slug of ['one', 'two']) await bed.connect(ada, slug)
  for (const slug of ['one', 'two', 'odd'] as const) server(slug).received.length = 0
}

/** A hook would run before the tests of every file in the process. */
const test = (name: string, body: () => Promise<void>) => void oneTest(name, () => prepare().then(body))

after(() => resources.disposeAsync())

async function ask(era: Era, method: string, params: Record<string, unknown> = {}, more = {}) {
  const { body, headers } = era === 'modern' ? modern(method, params) : older(method, params)
  const answer = await bed.post(everything, token, body, { ...headers, ...more })
  const text = await answer.text()
  return { text, status: answer.status, headers: answer.headers, ...JSON.parse(text) }
}

function older(method: string, params: Record<string, unknown>) {
  return { body: { jsonrpc: '2.0', id: 7, method, params }, headers: {} }
}

const call = (era: Era, name: string, given: object = {}, more = {}) =>
  ask(era, 'tools/call', { name, arguments: given }, more)

async function names(): Promise<readonly string[]> {
  return (await ask('modern', 'tools/list')).result.tools.map(({ name }: { name: string }) => name)
}

const asked = (slug: 'one' | 'two' | 'odd', method: string) =>
  server(slug).received.filter(({ message }) => message.method === method)

const offered = 'one__echo_it_7776b8653b'

for (const era of ['modern', 'legacy'] as const) {
  test(`a ${era} caller lists and calls the tools of servers of both eras at one address`, async () => {
    const listed = await ask(era, 'tools/list')
    assert.ok(listed.text.includes(`[${one.replace('echo.it', offered)},{"name":"two__echo"},{`), listed.text)
    assert.equal(listed.result.tools.at(-1).name, 'connectory_read_more')
    assert.deepEqual(
      [listed.result.ttlMs, listed.result._meta],
      era === 'modern' ? [60_000, undefined] : [undefined, undefined],
    )
    const place = { place: 'Übersee' }
    const first = await call(era, offered, place)
    assert.deepEqual(JSON.parse(first.result.content[0].text), {
      slug: 'one',
      name: 'echo.it',
      arguments: place,
    })
    assert.ok(first.text.includes('"n":1.50'))
    assert.equal(first.result.resultType, era === 'modern' ? 'complete' : undefined)
    const sent = asked('one', 'tools/call')[0]?.headers
    assert.equal(sent?.['mcp-name'], 'echo.it')
    assert.equal(sent?.['mcp-param-place'], '=?base64?w5xiZXJzZWU=?=')
    const second = await call(era, 'two__echo', { a: 1 })
    assert.deepEqual(JSON.parse(second.result.content[0].text).name, 'echo')
    const records = (await bed.records(ada)).filter(({ method }) => method === 'tools/call')
    assert.deepEqual(
      records.map(({ tool, callerEra, status }) => [tool, callerEra, status]),
      [
        ['echo', era, 'ok'],
        ['echo.it', era, 'ok'],
      ],
    )
  })
}

test('the endpoint introduces itself in both eras, and offers nothing that it has not', async () => {
  const opened = await ask('legacy', 'initialize', { protocolVersion: '2025-06-18', capabilities: {} })
  assert.equal(opened.result.protocolVersion, '2025-06-18')
  assert.deepEqual(opened.result.capabilities, { tools: { listChanged: true } })
  assert.match(opened.result.instructions, /one__ \(ONE\), two__ \(TWO\)\.$/)
  const found = await ask('modern', 'server/discover')
  assert.deepEqual(found.result.capabilities, { tools: { listChanged: true } })
  assert.equal(found.result.cacheScope, 'private')
  assert.deepEqual((await ask('legacy', 'ping')).result, {})
  assert.deepEqual((await ask('modern', 'resources/list')).result.resources, [])
  assert.deepEqual((await ask('legacy', 'prompts/list')).result, { prompts: [] })
  assert.equal(asked('one', 'resources/list').length + asked('two', 'prompts/list').length, 0)
  assert.equal((await ask('modern', 'tasks/get', { taskId: 'x' }, { 'mcp-name': 'x' })).error.code, -32601)
  const newer = { authorization: `Bearer ${token}`, 'mcp-protocol-version': '2026-07-28' }
  assert.equal((await fetch(bed.endpoint(everything), { headers: newer })).status, 405)
})

test('a token for one connector is not accepted here, nor one for this endpoint there', async () => {
  const { body, headers } = modern('tools/list')
  const wrong = [
    await bed.post(everything, bed.token(ada, 'one'), body, headers),
    await bed.post('one', token, body, headers),
    await bed.post(everything, undefined, body, headers),
  ]
  assert.deepEqual(
    wrong.map(({ status }) => status),
    [401, 401, 401],
  )
  const address = /resource_metadata="([^"]+)"/.exec(wrong[0]?.headers.get('www-authenticate') ?? '')?.[1]
  assert.equal(address, `${bed.origin}/.well-known/oauth-protected-resource/mcp`)
  const metadata = await (await fetch(address)).json()
  assert.equal((metadata as { resource: string }).resource, `${bed.origin}/mcp`)
})

test('lists are kept for one person; connecting, disconnecting, stopping, a new version and a word of the server change them', async () => {
  const short = [offered, 'two__echo', 'connectory_read_more']
  for (const _time of [1, 2]) assert.deepEqual(await names(), short)
  assert.equal(asked('one', 'tools/list').length, 1)
  odd = ({ message }, response) =>
    reply(response, 200, { jsonrpc: '2.0', id: message.id, result: { tools: [{ name: 'new' }], ttlMs: 0 } })
  await bed.connect(ada, 'odd')
  assert.deepEqual(await names(), ['odd__new', ...short])
  const operator = bed.connections.person('olga', new Set(['operator']))
  const hold = await bed.holds.stop(operator, { kind: 'tool', slug: 'two', tool: 'echo', reason: 'Why not.' })
  assert.ok(!(await names()).includes('two__echo'))
  assert.match((await call('modern', 'two__echo')).error.message, /stopped by this directory.*Why not/)
  await bed.holds.release(operator, hold.id, 'Done.')
  assert.ok((await names()).includes('two__echo'))
  const { listing } = await endpointOf('odd')
  const mine = (await bed.connections.connections.list(ada)).find((each) => each.listing === listing)
  await bed.connections.connections.disconnect(ada, mine?.id ?? assert.fail())
  assert.deepEqual(await names(), short)
  tools.two = '{"name":"other"}'
  bed.connections.list('two', server('two').url, { ...(await endpointOf('two')), version: 2 })
  assert.ok((await names()).includes('two__other'))
  tools.one = '{"name":"third"}'
  server('one').received.length = 0
  const list = modern('subscriptions/listen', { notifications: { toolsListChanged: true } })
  const heard = await bed.post('one', bed.token(ada, 'one'), list.body, list.headers)
  await heard.text()
  assert.deepEqual(asked('one', 'tools/list'), [])
  assert.ok((await names()).includes('one__third'))
})

test('what an older caller cannot repeat in headers, the gateway does at a connector of its own as well', async () => {
  const own = bed.token(ada, 'one')
  const send = async (method: string, params: Record<string, unknown>) =>
    JSON.parse(await (await bed.post('one', own, older(method, params).body)).text())
  const given = { name: 'echo.it', arguments: { place: 'here' } }
  // Without a list before it, the server's refusal leads to the schema; after that it is known.
  for (const calls of [2, 3]) {
    assert.ok((await send('tools/call', given)).result)
    assert.equal(asked('one', 'tools/call').length, calls)
  }
  assert.equal(asked('one', 'tools/list').length, 1)
  assert.equal(asked('one', 'tools/call').at(-1)?.headers['mcp-param-place'], 'here')
  await bed.connect(ada, 'one')
  assert.ok((await send('tools/list', {})).result.tools)
  assert.ok((await send('tools/call', given)).result)
  assert.equal(asked('one', 'tools/call').length, 4)
})

const endpointOf = async (slug: string) => (await bed.connections.catalogue.endpointOf(slug)) ?? assert.fail()

test('a server that hangs holds up no list and empties none: its tools are left out with a note, and are there later', async () => {
  await names()
  await bed.connect(ada, 'odd')
  const waiting: (() => void)[] = []
  odd = ({ message }, response) => {
    const result = { resultType: 'complete', tools: [{ name: 'late' }], ttlMs: 0 }
    waiting.push(() => reply(response, 200, { jsonrpc: '2.0', id: message.id, result }))
  }
  const first = ask('modern', 'tools/list')
  await until(() => waiting.length > 0)
  timers.advance(100)
  const { result } = await first
  assert.deepEqual(
    result.tools.slice(0, 2).map(({ name }: { name: string }) => name),
    [offered, 'two__echo'],
  )
  const [note] = result._meta['connectory/left-out']
  assert.equal(note.connector, 'odd')
  assert.match(note.reason, /ODD has not answered yet/)
  // Nobody waits a second time for the same answer; what is missing can be asked for.
  assert.ok((await names()).includes('connectory_search_tools'))
  const found = await call('legacy', 'connectory_search_tools', { query: 'late' })
  assert.match(JSON.parse(found.result.content[0].text).leftOut[0].reason, /ODD has not answered yet/)
  waiting[0]?.()
  await until(async () => (await names()).includes('odd__late'))
  // Later the server breaks: what it showed before stays for a while.
  bed.connections.clock.advance(6_000)
  odd = (_received, response) => reply(response, 500, {})
  assert.ok((await names()).includes('odd__late'))
  assert.equal(asked('odd', 'tools/list').length, 2)
  assert.ok((await names()).includes('odd__late'))
  assert.equal(asked('odd', 'tools/list').length, 2)
  bed.connections.clock.advance(3_600_000)
  const late = await ask('modern', 'tools/list')
  assert.match(late.result._meta['connectory/left-out'][0].reason, /ODD answered with HTTP status 500/)
})

test('with more tools than fit, a model searches and calls what it finds', async () => {
  tools.two = ['a', 'b', 'c', 'draw_map'].map((name) => JSON.stringify({ name, inputSchema: {} })).join()
  for (const era of ['modern', 'legacy'] as const) {
    const listed = (await ask(era, 'tools/list')).result.tools as { name: string }[]
    assert.deepEqual(
      listed.map(({ name }) => name),
      ['connectory_search_tools', 'connectory_call_tool', 'connectory_read_more'],
    )
    const found = await call(era, 'connectory_search_tools', { query: 'draw maps' })
    assert.deepEqual(JSON.parse(found.result.content[0].text).tools, [
      { name: 'two__draw_map', inputSchema: {} },
    ])
    const name = 'connectory_call_tool'
    const called = await call(era, name, { name: 'two__draw_map', arguments: { x: 1 } })
    const said = JSON.parse(called.result.content[0].text)
    assert.deepEqual(said, { slug: 'two', name: 'draw_map', arguments: { x: 1 } })
    // The client cannot know which arguments belong into headers; the gateway does.
    const place = { name: offered, arguments: { place: 'here' } }
    assert.ok((await call(era, name, place, { 'mcp-param-place': 'there' })).result)
    assert.equal(asked('one', 'tools/call').at(-1)?.headers['mcp-param-place'], 'here')
    for (const wrong of [{}, { name: 'connectory_search_tools' }, { name: 'nobody__x' }, { name: 'two' }]) {
      assert.equal((await call(era, name, wrong)).error.code, -32602)
    }
  }
})

test('limits, links and cuts are those of the connector that is called', async () => {
  const unknown = await call('modern', 'odd__x')
  assert.equal(unknown.error.data.connectUrl, `${bed.origin}/connect/odd`)
  await bed.connect(ada, 'odd')
  const long = Array.from({ length: 9_000 }, (_, line) => `line ${line} of the long result`).join('\n')
  odd = ({ message }, response) => {
    const answer = { resultType: 'complete', content: [{ type: 'text', text: long }], tools: [] }
    reply(response, 200, { jsonrpc: '2.0', id: message.id, result: answer })
  }
  const cut = (await call('modern', 'odd__x')).result.content as { text: string }[]
  const [, name = '', given = ''] = /call the tool (\w+) with (\{.*?\})/.exec(cut.at(-1)?.text ?? '') ?? []
  const rest = await call('legacy', name, JSON.parse(given))
  assert.ok(long.startsWith(`${cut[0]?.text}\n${rest.result.content[0].text}`))
  assert.match((await call('modern', name, { continuation: 'x' })).error.message, /not known here/)
  odd = (_received, response) => void response.writeHead(401).end()
  assert.match((await call('modern', 'odd__x')).error.message, /Connect again at/)
  const listed = await ask('modern', 'tools/list')
  assert.equal(listed.result._meta['connectory/left-out'][0].connectUrl, `${bed.origin}/connect/odd`)
})

test('what an older caller cancels by name ends, whichever server has it', async () => {
  await bed.connect(ada, 'odd')
  let closed = false
  odd = ({ message }, response) => {
    if (message.method === 'tools/list')
      return reply(response, 200, { jsonrpc: '2.0', id: message.id, result: { tools: [] } })
    response.on('close', () => (closed = true))
  }
  const running = call('legacy', 'odd__x')
  await until(() => asked('odd', 'tools/call').length > 0)
  const word = { jsonrpc: '2.0', method: 'notifications/cancelled', params: { requestId: 7 } }
  assert.equal((await bed.post(everything, token, word)).status, 202)
  assert.match((await running).error.message, /cancelled/)
  await until(() => closed)
})
