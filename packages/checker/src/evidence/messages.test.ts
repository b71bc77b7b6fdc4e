import assert from 'node:assert/strict'
import { test } from 'node:test'
import { seen } from './evidence.ts'
import type { Heard } from './heard.ts'
import { judgeMessages } from './messages.ts'

const url = new URL('https://mcp.example/mcp')
const negotiation = seen({ modern: ['2026-07-28'], legacy: '2025-06-18' })

const request = (method: string, more: object = {}) => ({ jsonrpc: '2.0', id: 7, method, ...more })

/** One exchange of a conversation in 2025-06-18. */
function exchange(sent: unknown, said: unknown, more: Partial<Heard> = {}): Heard {
  return {
    url: url.href,
    version: '2025-06-18',
    sent: JSON.stringify(sent),
    status: 200,
    contentType: 'application/json',
    body: typeof said === 'string' ? said : JSON.stringify(said),
    ...more,
  }
}

/** "name method where problem" of each fault. */
async function faults(...heard: Heard[]): Promise<string[]> {
  const part = await judgeMessages(heard, url, negotiation, false)
  assert.ok(part.looked)
  return part.value.faults.map(({ name, method, where, problem }) => `${name} ${method} ${where} ${problem}`)
}

const result = (value: unknown, id: unknown = 7) => ({ jsonrpc: '2.0', id, result: value })
const listed = { tools: [{ name: 'a', inputSchema: { type: 'object' }, more: 1 }], more: {} }

test('a valid answer has no fault, whatever more it holds', async () => {
  assert.deepEqual(await faults(exchange(request('tools/list'), result(listed))), [])
  assert.deepEqual(await faults(exchange(request('prompts/list'), { ...result({ prompts: [] }), x: 1 })), [])
})

test('an id comes back with its value and its type', async () => {
  const answered = async (id: unknown) => await faults(exchange(request('ping'), result({}, id)))
  assert.deepEqual(await answered('7'), ['id ping /id is string instead of number'])
  assert.deepEqual(await answered(8), ['id ping /id is another one'])
  assert.deepEqual(await answered(null), ['id ping /id is null'])
})

test('an error without id is a fault only where the request was read', async () => {
  const nameless = { jsonrpc: '2.0', id: null, error: { code: -32601, message: 'unknown' } }
  assert.deepEqual(await faults(exchange(request('x'), nameless)), ['nameless x /id is null'])
  assert.deepEqual(await faults(exchange(request('x'), nameless, { status: 400 })), [])
  assert.deepEqual(await faults(exchange('broken', nameless), exchange(request('ping'), result({}))), [])
})

test('what is no message is named once, and only where a message was due', async () => {
  assert.deepEqual(await faults(exchange(request('ping'), 'log: ready\n{}')), ['not-json ping  is not JSON'])
  assert.deepEqual(await faults(exchange(request('ping'), { id: 7, result: {} })), [
    'jsonrpc ping /jsonrpc is missing',
  ])
  assert.deepEqual(await faults(exchange(request('ping'), { jsonrpc: '2.0', id: 7 })), [
    'no-outcome ping /result is missing',
  ])
  const page = exchange(request('ping'), '<h1>Forbidden</h1>', { status: 403 })
  const oauth = exchange(request('ping'), { error: 'invalid_token' }, { status: 401 })
  assert.deepEqual(await faults(page, oauth, exchange(request('ping'), result({}))), [])
})

test('a departure from the schema is named by its place, the same one in many entries once', async () => {
  const resources = [{ uri: 'a:b' }, { uri: 'a:c' }, { uri: 'a:d', name: 'd' }]
  const part = await judgeMessages(
    [exchange(request('resources/list'), result({ resources, nextCursor: null }))],
    url,
    negotiation,
    false,
  )
  assert.ok(part.looked)
  assert.deepEqual(
    part.value.faults.map(({ where, problem, count, revision }) => [where, problem, count, revision]),
    [
      ['/result/nextCursor', 'must be string', 1, '2025-06-18'],
      ['/result/resources/0/name', 'is missing', 2, '2025-06-18'],
    ],
  )
})

test('what other rules name is left to them', async () => {
  const tools = [{ name: 7, inputSchema: { type: 'string' }, annotations: { readOnlyHint: 'true' } }, 'tool']
  assert.deepEqual(await faults(exchange(request('tools/list'), result({ tools }))), [])
  assert.deepEqual(await faults(exchange(request('prompts/list'), result({ prompts: {} }))), [])
})

test('each revision is held against its own schema', async () => {
  const audio = { content: [{ type: 'audio', data: '', mimeType: 'audio/wav' }] }
  const linked = { content: [{ type: 'resource_link', uri: 'a:b', name: 'b' }] }
  const called = (said: unknown, version: string) =>
    exchange(request('tools/call', { params: { name: 'a' } }), result(said), { version })
  assert.deepEqual(await faults(called(audio, '2025-03-26'), called(linked, '2025-06-18')), [])
  assert.deepEqual(await faults(called(linked, '2025-03-26')), [
    'shape tools/call /result/content/0 has none of the allowed forms',
  ])
  const _meta = { 'io.modelcontextprotocol/protocolVersion': '2026-07-28' }
  assert.deepEqual(await faults(exchange(request('tools/list', { params: { _meta } }), result(listed))), [
    'shape tools/list /result/resultType is missing',
  ])
})

test('the opening is judged under the revision that the server chose, and must let a client begin', async () => {
  const opened = { protocolVersion: '2025-06-18', capabilities: {} }
  assert.deepEqual(await faults(exchange(request('initialize'), result(opened), { version: null })), [
    'opening initialize /result/serverInfo is missing',
  ])
})

test('in an event stream notices and requests of the server are judged too', async () => {
  const notice = { jsonrpc: '2.0', method: 'notifications/message', params: { level: 'loud', data: 1 } }
  const body = [notice, result({ tools: [] })].map((each) => `data: ${JSON.stringify(each)}\n\n`).join('')
  const stream = exchange(request('tools/list'), body, { contentType: 'text/event-stream; charset=utf-8' })
  assert.deepEqual(await faults(stream), [
    'shape notifications/message /params/level must be equal to one of the allowed values',
  ])
})

test('an array answers a batch, and no single request', async () => {
  const batch = [request('ping'), { ...request('ping'), id: 8 }]
  assert.deepEqual(await faults(exchange(batch, [result({}), result({}, 8)])), [])
  assert.deepEqual(await faults(exchange(batch, [result({}), result({}, 9)])), ['id  /id is another one'])
  assert.deepEqual(await faults(exchange(request('ping'), [result({})])), [
    'shape ping  is an array for a single request',
  ])
})

test('answers of other addresses are not judged, and nothing heard is nothing passed', async () => {
  const elsewhere = exchange(request('ping'), { id: 8 }, { url: 'https://login.example/token' })
  const part = await judgeMessages([elsewhere], url, negotiation, false)
  assert.equal(part.looked, false)
  const open = exchange(request('initialize'), result({}), { version: null })
  const behind = await judgeMessages([open], url, negotiation, true)
  assert.ok(!behind.looked && behind.outcome === 'not-evaluated' && behind.reason === 'not-requested')
})
