import assert from 'node:assert/strict'
import type { ServerResponse } from 'node:http'
import { after, before, test } from 'node:test'
import { estimateTokens } from '../packages/wire/src/index.ts'
import type { Viewer } from '../directory/src/kernel/index.ts'
import { reply, type Received } from '../directory/test/scripted-server.ts'
import type { CallRecord } from '../directory/src/telemetry/index.ts'
import { createHolds } from '../directory/src/holds/index.ts'
import { send } from './browser-person.ts'
import { fallAndReturn } from './fall-and-return.ts'
import { quarantineAndRelease } from './quarantine-and-release.ts'
import { factsOf, listConnector, signedIn } from './listed-connector.ts'
import { callTool, toolCall } from './mcp-call.ts'
import { signUp, startProduct, type Product } from './product.ts'
import { until } from './until.ts'
import { startPublisherSite } from './third-party-server.ts'
import { answerText, toolServer, type ToolServer } from './tool-server.ts'

const resources = new AsyncDisposableStack()
let product: Product
let user: Viewer
let publisher: Viewer
let neighbour: Viewer
const servers: Record<
  string,
  { readonly server: ToolServer; readonly endpoint: URL; readonly token: string }
> = {}
let neighbours: { readonly endpoint: URL; readonly token: string }

before(async () => {
  product = resources.use(await startProduct())
  const { app } = product
  const site = resources.use(await startPublisherSite())
  const people = {
    publisher: await signUp(product, 'Paula'),
    reviewer: await signUp(product, 'Rita', ['reviewer']),
  }
  publisher = people.publisher
  user = await signUp(product, 'Uwe')
  neighbour = await signUp(product, 'Nora')
  const connect = async (viewer: Viewer, slug: string) => {
    assert.equal((await app.connections.begin(viewer, slug)).kind, 'connected')
    const endpoint = app.gateway.endpoint(slug)
    const { token } = await app.authorization.issueToken({ viewer, endpoint: endpoint.href, hours: 1 })
    return { endpoint, token }
  }
  for (const era of ['modern', 'legacy'] as const) {
    const server = resources.use(await toolServer(era))
    const name = `Odd ${era}`
    const { slug } = await listConnector(product, people, factsOf(server.url, site.url, { name }))
    servers[era] = { server, ...(await connect(user, slug)) }
  }
  const quiet = resources.use(await toolServer())
  const { slug } = await listConnector(product, people, factsOf(quiet.url, site.url, { name: 'Quiet' }))
  neighbours = await connect(neighbour, slug)
})

after(() => resources.disposeAsync())

async function newestRecord(viewer: Viewer): Promise<CallRecord> {
  await product.app.telemetry.flush()
  const [record] = await product.app.telemetry.recent(viewer.organisation, 1)
  assert.ok(record)
  return record
}

/** A text of exactly this many tokens, as we estimate them. */
function textOf(tokens: number): string {
  let [low, high] = [0, tokens * 8]
  const text = (length: number) => 'A plain sentence about nothing. '.repeat(length / 32 + 1).slice(0, length)
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (estimateTokens(text(middle)).tokens <= tokens) low = middle
    else high = middle
  }
  assert.equal(estimateTokens(text(low)).tokens, tokens)
  return text(low)
}

for (const era of ['modern', 'legacy'] as const) {
  test(`a result of 25,000 tokens passes whole, one of 25,001 is cut and says so (${era} server)`, async () => {
    const { server, endpoint, token } = servers[era] ?? assert.fail()
    const whole = textOf(25_000)
    server.onCall = (received, response) => answerText(received, response, whole)
    const passed = await callTool(endpoint, token)
    assert.equal(passed.message.result?.content.length, 1)
    assert.equal(passed.message.result?.content[0]?.text, whole)
    assert.equal((await newestRecord(user)).cut, false)

    const long = textOf(25_001)
    server.onCall = (received, response) => answerText(received, response, long)
    const { message, status } = await callTool(endpoint, token)
    assert.equal(status, 200)
    const blocks = message.result?.content ?? []
    const notice = blocks.at(-1)?.text ?? ''
    assert.match(notice, /^\[Cut by the gateway: this result has about 25,001 tokens \(an estimate\)/)
    assert.match(notice, /the limit is 25,000\..*To read on, call the tool connectory_read_more/)
    assert.ok(long.startsWith(blocks[0]?.text ?? 'none'))
    const total = blocks.reduce((sum, { text }) => sum + estimateTokens(text).tokens, 0)
    assert.ok(total <= 25_000 && total > 24_000, String(total))
    const record = await newestRecord(user)
    assert.equal(record.cut, true)
    assert.equal(record.responseTokens, 25_001)
  })
}

type Fault = (received: Received, response: ServerResponse) => void

const half = (received: Received) =>
  `{"jsonrpc":"2.0","id":${JSON.stringify(received.message.id)},"result":{"content":[{"type":"text","text":"ha`

/** What a server does in place of answering; what the caller reads; what the record says. */
const faults: Readonly<Record<string, readonly [Fault, RegExp, CallRecord['status']]>> = {
  'answers HTML': [
    (_received, response) =>
      void response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><h1>Oops'),
    /^Odd \w+ (answered with something that is not a JSON-RPC message \(text\/html\)\.|failed: .* an HTML page)/,
    'upstream-error',
  ],
  'closes in the middle of its answer': [
    (received, response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '100000' })
      response.write(half(received), () => response.destroy())
    },
    /Odd \w+ failed: .*(closed|ended|broke|terminated|aborted|reset)/i,
    'upstream-error',
  ],
  'closes in the middle of an event stream': [
    (_received, response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' })
      response.write(': still here\n\n', () => response.destroy())
    },
    /^Odd \w+ (failed: .*|ended its answer before it was complete)/,
    'upstream-error',
  ],
  'ends its JSON early': [
    (received, response) =>
      void response.writeHead(200, { 'content-type': 'application/json' }).end(half(received)),
    /^Odd \w+ (answered with something that is not a JSON-RPC message|failed: .* something that is not JSON)/,
    'upstream-error',
  ],
  'answers another request': [
    (_received, response) => reply(response, 200, { jsonrpc: '2.0', id: 'another', result: { content: [] } }),
    /wrong id|id "another", which was not asked/,
    'upstream-error',
  ],
  'answers with status 500': [
    (_received, response) => reply(response, 500, 'stack of a stranger at /srv/secret.js', {}),
    /^Odd \w+ (answered|failed: .* answers) with HTTP status 500\. Reference: con_\w+$/,
    'upstream-error',
  ],
  'takes no more calls': [
    (_received, response) => reply(response, 429, {}, { 'retry-after': '30' }),
    /Odd \w+ takes no more calls for now \(429\)\. Try again later\./,
    'upstream-error',
  ],
  'sends 20 MB': [
    (received, response) => answerText(received, response, 'x'.repeat(20_000_000)),
    /Odd \w+ answered with more than this gateway reads\./,
    'too-large',
  ],
  'says that the tool does not exist': [
    (received, response) =>
      reply(response, 200, {
        jsonrpc: '2.0',
        id: received.message.id,
        error: { code: -32602, message: 'Unknown tool: read_example' },
      }),
    /Unknown tool: read_example/,
    'rpc-error',
  ],
  // The last one, because after it only the person can help.
  'asks for a login that it did not have': [
    (_received, response) => void response.writeHead(401, { 'www-authenticate': 'Bearer' }).end(),
    /Odd \w+ .*[Cc]onnect again at http/,
    'needs-reconnect',
  ],
}

for (const era of ['modern', 'legacy'] as const) {
  test(`whatever a ${era} server does, the caller gets one precise error, and there is one record of it`, async (t) => {
    const { server, endpoint, token } = servers[era] ?? assert.fail()
    for (const [what, [fault, sentence, status]] of Object.entries(faults)) {
      await t.test(what, async () => {
        server.onCall = fault
        await product.app.telemetry.flush()
        const before = (await product.app.telemetry.recent(user.organisation, 1000)).length
        const answer = await callTool(endpoint, token)
        assert.equal(answer.status, 200)
        assert.equal(answer.message.id, 7)
        assert.equal(answer.message.result, undefined)
        assert.match(answer.message.error?.message ?? '', sentence)
        assert.ok(!answer.text.includes('secret.js'))
        assert.equal((await newestRecord(user)).status, status)
        const after = (await product.app.telemetry.recent(user.organisation, 1000)).length
        assert.equal(after, before + 1)
      })
    }
    server.onCall = (received, response) => answerText(received, response, 'well again')
    assert.match((await callTool(endpoint, token)).message.error?.message ?? '', /Connect again at http/)
    const again = await product.app.connections.begin(user, `odd-${era}`)
    assert.equal(again.kind, 'connected')
    const { message } = await callTool(endpoint, token)
    assert.equal(message.result?.content[0]?.text, 'well again')
  })
}

test('a server that hangs holds up nobody else; who hangs up first is recorded as that', async () => {
  const { server, endpoint, token } = servers['modern'] ?? assert.fail()
  const hanging: ServerResponse[] = []
  server.onCall = (_received, response) => void hanging.push(response)
  const leaving = new AbortController()
  const call = toolCall('read_example')
  const headers = { ...call.headers, authorization: `Bearer ${token}` }
  const calls = Array.from({ length: 50 }, () =>
    fetch(endpoint, { method: 'POST', headers, body: call.body, signal: leaving.signal }).catch(() => 'left'),
  )
  await until(() => (hanging.length === 50 ? true : undefined), 20_000)
  const since = performance.now()
  for (let round = 0; round < 5; round += 1) {
    const { message } = await callTool(neighbours.endpoint, neighbours.token)
    assert.equal(message.result?.content[0]?.text, 'example')
  }
  assert.equal((await send(new URL('/', product.url))).status, 200)
  assert.ok(performance.now() - since < 5_000, 'others wait')
  leaving.abort()
  assert.deepEqual(new Set(await Promise.all(calls)), new Set(['left']))
  await until(async () => {
    await product.app.telemetry.flush()
    const records = await product.app.telemetry.recent(user.organisation, 50)
    return records.every(({ status }) => status === 'cancelled') ? true : undefined
  }, 20_000)
  for (const response of hanging) assert.ok(response.destroyed || response.socket?.destroyed !== false)
})

test('a caller cannot stop the records of others with a name that no database stores', async () => {
  const { endpoint, token, server } = servers['modern'] ?? assert.fail()
  server.onCall = (received, response) => answerText(received, response, 'odd')
  const call = toolCall('a\u0000b')
  const headers = { ...call.headers, 'mcp-name': 'x', authorization: `Bearer ${token}` }
  const { status } = await send(endpoint, { method: 'POST', headers, body: call.body })
  assert.ok(status < 500, String(status))
  await callTool(neighbours.endpoint, neighbours.token)
  assert.equal((await newestRecord(neighbour)).status, 'ok')
  assert.doesNotMatch(product.logged(), /could not be written/)
})

test('a request that is not one message is refused with the code of JSON-RPC, and the server hears nothing', async (t) => {
  const { endpoint, token, server } = servers['modern'] ?? assert.fail()
  const bodies: Readonly<Record<string, readonly [string, number]>> = {
    nothing: ['', -32700],
    'no JSON': ['{', -32700],
    'a batch': ['[{"jsonrpc":"2.0","id":1,"method":"ping"}]', -32600],
    'no version': ['{"id":1,"method":"ping"}', -32600],
    'a method that is a number': ['{"jsonrpc":"2.0","id":1,"method":5}', -32600],
    'two ids': ['{"jsonrpc":"2.0","id":1,"id":2,"method":"ping"}', -32600],
    'brackets without end': ['['.repeat(100_000), -32700],
  }
  const heard = server.received.length
  for (const [what, [body, code]] of Object.entries(bodies)) {
    await t.test(what, async () => {
      const { headers } = toolCall('x')
      const { status, text } = await send(endpoint, {
        method: 'POST',
        headers: { ...headers, authorization: `Bearer ${token}` },
        body,
      })
      assert.ok(status >= 400 && status < 500, `${status} ${text}`)
      assert.equal(JSON.parse(text).error.code, code, text)
    })
  }
  await t.test('5 MB', async () => {
    const { headers } = toolCall('x')
    const { status } = await send(endpoint, {
      method: 'POST',
      headers: { ...headers, authorization: `Bearer ${token}` },
      body: JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'ping', params: { x: 'x'.repeat(5_000_000) } }),
    })
    assert.equal(status, 413)
  })
  assert.equal(server.received.length, heard)
})

test('an operator stops a connector on a page, and what another replica decides counts here within a second', async () => {
  const { endpoint, token } = neighbours
  const [, , slug = ''] = endpoint.pathname.split('/')
  const operator = await signUp(product, 'Olga', ['operator'])
  const page = await signedIn(product, operator)
  const missing = await page.post('/holds', { kind: 'tool', slug, tool: '', reason: 'x' })
  assert.equal(missing.status, 422)
  const sent = await page.post('/holds', { kind: 'server', slug, tool: '', reason: 'Under repair.' })
  assert.equal(sent.status, 303)
  assert.match((await page.get('/holds')).text, /Under repair\./)
  const refused = await callTool(endpoint, token)
  assert.match(refused.message.error?.message ?? '', /stopped by this directory: Under repair\./)

  const replica = createHolds(product.app)
  await replica.refresh()
  const [hold] = replica.active()
  assert.ok(hold)
  await replica.release(operator, hold.id, 'Mended.')
  const released = performance.now()
  for (let sent = released; (await callTool(endpoint, token)).message.error; sent = performance.now()) {
    assert.ok(sent - released < 1_000, 'what was sent a second later is refused')
  }
})

test('what is in quarantine is neither called nor connected, and both again after its release', () =>
  quarantineAndRelease(product, neighbours))

test('a server that keeps failing is hidden but called, then delisted and refused, and an operator brings it back', () =>
  fallAndReturn(product, { ...neighbours, publisher }))
