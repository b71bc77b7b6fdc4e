import assert from 'node:assert/strict'
import { once } from 'node:events'
import type { ServerResponse } from 'node:http'
import { test } from 'node:test'
import { estimateTokens } from '@connectory/wire'
import { until } from '../../../test/until.ts'
import { gatewayBed, modern } from '../../test/gateway-bed.ts'
import { reply, scriptedServer } from '../../test/scripted-server.ts'

const ok = (id: unknown, result: object) => ({
  jsonrpc: '2.0',
  id,
  result: { resultType: 'complete', ...result },
})

/** Text that a JSON library would not write again as it was: numbers, escapes, order, space, unknown members. */
const oddText =
  '{"jsonrpc":"2.0", "id":7 ,"method":"x/unknown","params":{"2":1,"1":1.50,"big":12345678901234567890,"esc":"\\u00fc/\\/","_meta":{' +
  '"io.modelcontextprotocol/protocolVersion":"2026-07-28","io.modelcontextprotocol/clientCapabilities":{"x":{}},' +
  '"io.modelcontextprotocol/clientInfo":{"name":"Ada\'s laptop","version":"9"},"userId":"ada","progressToken":3},"z":[ ]},"extra":true}'
const oddHeaders = { 'mcp-protocol-version': '2026-07-28', 'mcp-method': 'x/unknown' }

test('a modern message and its answer pass byte for byte, but for _meta', async () => {
  const oddAnswer = '{"jsonrpc":"2.0","id":7, "result":{"resultType":"later","b":1e2,"a":"\\u00fc"}}'
  await using server = await scriptedServer('modern', (_received, response) =>
    reply(response, 200, oddAnswer),
  )
  await using bed = await gatewayBed()
  const ada = bed.connections.person('ada')
  bed.connections.list('tool', server.url)
  await bed.connect(ada, 'tool')
  const answer = await bed.post('tool', bed.token(ada, 'tool'), oddText, oddHeaders)
  assert.equal(await answer.text(), oddAnswer)
  const meta =
    '{"io.modelcontextprotocol/protocolVersion":"2026-07-28","io.modelcontextprotocol/clientCapabilities":{"x":{}},' +
    '"progressToken":3,"io.modelcontextprotocol/clientInfo":{"name":"connectory","version":"0.1.0"}}'
  const expected = oddText.replace(/"_meta":\{.*?3\}/, () => `"_meta":${meta}`)
  assert.equal(server.received.at(-1)?.body, expected)
})

test('nothing about a user reaches the server: two users send the same bytes, whatever their clients send', async () => {
  await using server = await scriptedServer('modern', ({ message }, response) =>
    reply(response, 200, ok(message.id, { content: [] })),
  )
  await using bed = await gatewayBed()
  bed.connections.list('tool', server.url)
  const seen: string[] = []
  for (const [name, roles, headers] of [
    [
      'ada',
      new Set<'operator'>(['operator']),
      { 'user-agent': 'a', cookie: 'a=1', 'x-forwarded-for': '1.2.3.4' },
    ],
    [
      'bob',
      new Set<'operator'>(),
      { 'user-agent': 'bob/9', 'accept-language': 'de', 'x-plan': 'team', via: 'x' },
    ],
  ] as const) {
    const viewer = bed.connections.person(name, roles)
    await bed.connect(viewer, 'tool')
    const call = modern(
      'tools/call',
      { name: 'echo', arguments: { a: 1 } },
      { 'com.example/user': name, baggage: name },
    )
    const token = bed.token(viewer, 'tool')
    await (await bed.post('tool', token, call.body, { ...call.headers, ...headers })).text()
    const { rawHeaders, body } = server.received.at(-1) ?? {}
    seen.push(JSON.stringify([rawHeaders, body]))
  }
  assert.match(seen[0] ?? '', /tools\/call/)
  assert.equal(seen[0], seen[1])
})

test("headers that the protocol needs are passed, and the caller's token is not", async () => {
  await using server = await scriptedServer('modern', ({ message }, response) =>
    reply(response, 200, ok(message.id, { content: [] })),
  )
  await using bed = await gatewayBed()
  const ada = bed.connections.person('ada')
  bed.connections.list('tool', server.url)
  await bed.connect(ada, 'tool')
  const token = bed.token(ada, 'tool')
  const call = modern('tools/call', { name: 'echo', arguments: {} })
  await (await bed.post('tool', token, call.body, { ...call.headers, 'mcp-param-region': 'eu' })).text()
  const headers = server.received.at(-1)?.headers ?? {}
  assert.equal(headers['mcp-param-region'], 'eu')
  assert.equal(headers['mcp-name'], 'echo')
  assert.equal(JSON.stringify(server.received).includes(token), false)
})

test('events are passed on as they come, not when the stream ends', async () => {
  let finish = (): void => undefined
  await using server = await scriptedServer('modern', async ({ message }, response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' })
    response.write(
      'event: message\ndata: {"jsonrpc":"2.0","method":"notifications/progress","params":{"progress":1}}\n\n',
    )
    await new Promise<void>((resolve) => (finish = resolve))
    response.end(`data: ${JSON.stringify(ok(message.id, { content: [] }))}\n\n`)
  })
  await using bed = await gatewayBed()
  const ada = bed.connections.person('ada')
  bed.connections.list('tool', server.url)
  await bed.connect(ada, 'tool')
  const call = modern('tools/call', { name: 'slow', arguments: {} }, { progressToken: 1 })
  const answer = await bed.post('tool', bed.token(ada, 'tool'), call.body, call.headers)
  assert.equal(answer.headers.get('content-type'), 'text/event-stream')
  const reader = answer.body?.getReader()
  const first = Buffer.from((await reader?.read())?.value ?? '').toString()
  assert.match(first, /"progress":1/)
  finish()
  let rest = ''
  for (;;) {
    const part = await reader?.read()
    if (part?.done !== false) break
    rest += Buffer.from(part.value).toString()
  }
  assert.match(rest, /"resultType":"complete"/)
})

test('a caller that hangs up cancels the call at the server', async () => {
  let closed: Promise<unknown> = Promise.resolve()
  let arrived = (): void => undefined
  const here = new Promise<void>((resolve) => (arrived = resolve))
  await using server = await scriptedServer('modern', (_received, response) => {
    closed = once(response, 'close')
    arrived()
  })
  await using bed = await gatewayBed()
  const ada = bed.connections.person('ada')
  bed.connections.list('tool', server.url)
  await bed.connect(ada, 'tool')
  const call = modern('tools/call', { name: 'slow', arguments: {} })
  const controller = new AbortController()
  const pending = fetch(bed.endpoint('tool'), {
    method: 'POST',
    signal: controller.signal,
    headers: { ...call.headers, authorization: `Bearer ${bed.token(ada, 'tool')}` },
    body: JSON.stringify(call.body),
  })
  await here
  controller.abort()
  await assert.rejects(pending)
  await closed
  await until(async () => (await bed.records(ada)).length > 0)
  assert.equal((await bed.records(ada))[0]?.status, 'cancelled')
})

for (const [name, script, expected] of [
  ['something that is no JSON', '<html>', /not a JSON-RPC message/],
  ['another id', JSON.stringify(ok(8, {})), /wrong id/],
  ['JSON that is no JSON-RPC', '{"hello":1}', /not a JSON-RPC message/],
] as const) {
  test(`a server that answers with ${name} gives a precise error under the caller's id`, async () => {
    await using server = await scriptedServer('modern', (_received, response) => reply(response, 200, script))
    await using bed = await gatewayBed()
    const ada = bed.connections.person('ada')
    bed.connections.list('tool', server.url)
    await bed.connect(ada, 'tool')
    const call = modern('tools/call', { name: 'x', arguments: {} })
    const answer = (await (
      await bed.post('tool', bed.token(ada, 'tool'), call.body, call.headers)
    ).json()) as {
      id: unknown
      error: { code: number; message: string }
    }
    assert.equal(answer.id, 7)
    assert.equal(answer.error.code, -32012)
    assert.match(answer.error.message, expected)
    assert.equal((await bed.records(ada))[0]?.status, 'upstream-error')
  })
}

test('a server that breaks off, in JSON or in a stream, gives an error and no endless wait', async () => {
  let stream = false
  await using server = await scriptedServer('modern', (_received, response) => {
    if (!stream) return void response.socket?.destroy()
    response.writeHead(200, { 'content-type': 'text/event-stream' })
    response.end('data: {"jsonrpc":"2.0","method":"notifications/message"}\n\n')
  })
  await using bed = await gatewayBed()
  const ada = bed.connections.person('ada')
  bed.connections.list('tool', server.url)
  await bed.connect(ada, 'tool')
  const call = modern('tools/call', { name: 'x', arguments: {} })
  const send = async (): Promise<string> =>
    await (await bed.post('tool', bed.token(ada, 'tool'), call.body, call.headers)).text()
  assert.match(await send(), /-32012/)
  stream = true
  assert.match(await send(), /ended its answer before it was complete/)
})

test('the answer of a tool is cut at 25,000 tokens, with a notice, in JSON and in a stream', async () => {
  const text = 'word '.repeat(40_000)
  let stream = false
  await using server = await scriptedServer('modern', ({ message }, response) => {
    const body = ok(message.id, { content: [{ type: 'text', text }], structuredContent: { a: 1 } })
    if (!stream) return reply(response, 200, body)
    response.writeHead(200, { 'content-type': 'text/event-stream' })
    response.end(`id: 4\ndata: ${JSON.stringify(body)}\n\n`)
  })
  await using bed = await gatewayBed()
  const ada = bed.connections.person('ada')
  bed.connections.list('tool', server.url)
  await bed.connect(ada, 'tool')
  const call = modern('tools/call', { name: 'x', arguments: {} })
  for (stream of [false, true]) {
    const answer = await (await bed.post('tool', bed.token(ada, 'tool'), call.body, call.headers)).text()
    assert.match(answer, /Cut by the gateway/)
    assert.match(answer, /"isError":true/)
    assert.ok(answer.length < 150_000)
  }
  const [record] = await bed.records(ada)
  assert.equal(record?.cut, true)
  assert.ok((record?.responseTokens ?? 0) > 25_000)
})

for (const [tokens, cut] of [
  [24_999, false],
  [25_000, false],
  [25_001, true],
] as const) {
  test(`over HTTP a result of ${tokens} estimated tokens ${cut ? 'is cut' : 'passes byte for byte'}`, async () => {
    const text = 'word '.repeat(tokens)
    assert.equal(estimateTokens(text).tokens, tokens)
    const sent = JSON.stringify(ok(7, { content: [{ type: 'text', text }] }))
    await using server = await scriptedServer('modern', (_received, response) => reply(response, 200, sent))
    await using bed = await gatewayBed()
    const ada = bed.connections.person('ada')
    bed.connections.list('tool', server.url)
    await bed.connect(ada, 'tool')
    const call = modern('tools/call', { name: 'x', arguments: {} })
    const answer = await (await bed.post('tool', bed.token(ada, 'tool'), call.body, call.headers)).text()
    const [record] = await bed.records(ada)
    assert.deepEqual([record?.responseTokens, record?.cut], [tokens, cut])
    assert.equal(answer === sent, !cut)
    const { content } = JSON.parse(answer).result as { content: { text: string }[] }
    assert.ok(content.reduce((sum, block) => sum + estimateTokens(block.text).tokens, 0) <= 25_000)
  })
}

for (const status of [205, 700] as const) {
  test(`an answer with the status ${status}, which the platform cannot send, arrives all the same`, async () => {
    const sent = JSON.stringify(ok(7, { content: [] }))
    await using server = await scriptedServer('modern', (_received, response) =>
      reply(response, status, sent),
    )
    await using bed = await gatewayBed()
    const ada = bed.connections.person('ada')
    bed.connections.list('tool', server.url)
    await bed.connect(ada, 'tool')
    const token = bed.token(ada, 'tool')
    const call = modern('tools/call', { name: 'x', arguments: {} })
    const answer = await bed.post('tool', token, call.body, call.headers)
    assert.deepEqual([answer.status, await answer.text()], [200, sent])
  })
}

const acknowledged =
  'data: {"jsonrpc":"2.0","method":"notifications/subscriptions/acknowledged","params":{"_meta":{"io.modelcontextprotocol/subscriptionId":7}}}\n\n'

test('a subscription begins as its server begins it, under the id of the caller, and outlasts the time of a call', async () => {
  let stream: ServerResponse | undefined
  await using server = await scriptedServer('modern', (_received, response) => {
    stream = response
    response.writeHead(200, { 'content-type': 'text/event-stream' })
    response.write(acknowledged)
    setTimeout(() => response.write('data: {"jsonrpc":"2.0","method":"notifications/late"}\n\n'), 400)
  })
  await using bed = await gatewayBed({ callMs: 100 })
  const ada = bed.connections.person('ada')
  bed.connections.list('tool', server.url)
  await bed.connect(ada, 'tool')
  const call = modern('subscriptions/listen', { notifications: {} })
  const answer = await bed.post('tool', bed.token(ada, 'tool'), call.body, call.headers)
  const reader = answer.body?.getReader()
  let text = ''
  const readUntil = async (end: RegExp) => {
    while (!end.test(text)) {
      const part = await reader?.read()
      assert.equal(part?.done, false)
      text += Buffer.from(part?.value ?? '').toString()
    }
  }
  await readUntil(/late/)
  assert.ok(text.startsWith(acknowledged), text)
  assert.equal(server.received.at(-1)?.message.id, 7)
  const operator = bed.connections.person('olga', new Set(['operator']))
  await bed.holds.stop(operator, { kind: 'server', slug: 'tool', tool: null, reason: 'Down.' })
  stream?.write('data: {"jsonrpc":"2.0","method":"notifications/after"}\n\n')
  await readUntil(/after|"id":7,.*was stopped by this directory: Down\./)
  assert.doesNotMatch(text, /after/)
  await reader?.cancel()
})
