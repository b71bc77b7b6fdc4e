import assert from 'node:assert/strict'
import type { ServerResponse } from 'node:http'
import { test } from 'node:test'
import { until } from '../../../../test/until.ts'
import { gatewayBed, modern } from '../../../test/gateway-bed.ts'
import { manualTimers } from '../../../test/manual-timers.ts'
import { reply, scriptedServer } from '../../../test/scripted-server.ts'
import type { GatewayLimits } from '../index.ts'

const asks = { jsonrpc: '2.0', id: 99, method: 'elicitation/create' }
const able = { 'io.modelcontextprotocol/clientCapabilities': { elicitation: {} } }

const page = { mode: 'url', message: 'Visit.', url: 'https://example.com' }

/** An older server that asks for whatever the call says, and repeats what it is answered. */
async function askingBed(limits: Partial<GatewayLimits> = {}) {
  const open: ServerResponse[] = []
  const ids: unknown[] = []
  const server = await scriptedServer('legacy', ({ method, message, body }, response) => {
    if (method === 'GET') return void response.writeHead(405).end()
    const input = Object(message.params?.['arguments'])
    if (input['visited'] === false) {
      const data = { elicitations: [{ ...page, elicitationId: 'e' }] }
      const error = { code: -32042, message: 'Visit first.', data }
      return reply(response, 200, { jsonrpc: '2.0', id: message.id, error })
    }
    if (message.method !== undefined) {
      response.writeHead(200, { 'content-type': 'text/event-stream' })
      const params = { ...input, _meta: { progressToken: 'theirs' } }
      response.write(`data: ${JSON.stringify({ ...asks, params })}\n\n`)
      ids.push(message.id)
      return void open.push(response)
    }
    response.writeHead(202).end()
    const result = { content: [{ type: 'text', text: body }] }
    open.at(-1)?.end(`data: ${JSON.stringify({ jsonrpc: '2.0', id: ids.at(-1), result })}\n\n`)
  })
  const timers = manualTimers()
  const bed = await gatewayBed(limits, { timers })
  const [ada, bob] = [bed.connections.person('ada'), bed.connections.person('bob')]
  bed.connections.list('tool', server.url)
  await bed.connect(ada, 'tool')
  await bed.connect(bob, 'tool')
  const token = bed.token(ada, 'tool')
  const begin = async (input: object, meta: Record<string, unknown> = able, by = token) => {
    const request = modern('tools/call', { name: 'ask', arguments: input }, meta)
    return JSON.parse(await (await bed.post('tool', by, request.body, request.headers)).text())
  }
  const again = async (more: Record<string, unknown>, by: { token?: string; elsewhere?: true } = {}) => {
    const request = modern('tools/call', { name: 'ask', arguments: { message: 'Who?' }, ...more }, able)
    const message = ['tool', by.token ?? token, request.body, request.headers] as const
    const answer = await (by.elsewhere ? bed.postElsewhere(...message) : bed.post(...message))
    return JSON.parse(await answer.text())
  }
  const cancelled = () =>
    server.received.find(({ message }) => message.method === 'notifications/cancelled')?.message.params
  return {
    bed,
    ada,
    bob,
    server,
    timers,
    ids,
    open,
    begin,
    again,
    cancelled,
    async [Symbol.asyncDispose]() {
      await bed[Symbol.asyncDispose]()
      await server[Symbol.asyncDispose]()
    },
  }
}

const inputResponses = { 'question-1': { action: 'accept', content: { n: 1 }, _meta: { who: 'ada' } } }

test('a question of an older server is answered once, by who was asked, for the same call, at the same process', async () => {
  await using asking = await askingBed()
  const { bed, ada, bob, begin, again, server } = asking
  const { result } = await begin({ message: 'Who?' })
  assert.equal(result.resultType, 'input_required')
  assert.deepEqual(result.inputRequests, {
    'question-1': { method: 'elicitation/create', params: { message: 'Who?' } },
  })
  const { requestState } = result
  const reason = async (...given: Parameters<typeof again>) => {
    const { error } = await again(...given)
    assert.equal(error.code, -32602)
    return error.data.requestState
  }
  const retry = { inputResponses, requestState }
  assert.equal(await reason({ ...retry, requestState: `${requestState.slice(0, -9)}AAAAAAAAA` }), 'not-yours')
  assert.equal(await reason(retry, { token: bed.token(bob, 'tool') }), 'not-yours')
  assert.equal(await reason(retry, { token: bed.token(ada, 'tool', 'another app') }), 'not-yours')
  assert.equal(await reason({ ...retry, arguments: { message: 'Whom?' } }), 'another-request')
  assert.equal(await reason(retry, { elsewhere: true }), 'another-process')
  // Without an answer it is asked again, under a state of its own.
  const second = (await again({ requestState })).result
  assert.deepEqual(second.inputRequests, result.inputRequests)
  assert.equal(await reason(retry), 'over')
  assert.equal(
    (await again({ ...retry, requestState: second.requestState, inputResponses: [] })).error.code,
    -32602,
  )
  const final = (await again({ ...retry, requestState: second.requestState })).result
  assert.equal(final.resultType, 'complete')
  assert.equal(
    final.content[0].text,
    '{"jsonrpc":"2.0","id":99,"result":{"action":"accept","content":{"n":1}}}',
  )
  assert.equal(await reason({ ...retry, requestState: second.requestState }), 'over')
  assert.equal(server.received.filter(({ message }) => message.method === 'tools/call').length, 1)
  const opened = server.received.findLast(({ message }) => message.method === 'initialize')
  assert.deepEqual(opened?.message.params?.['capabilities'], { elicitation: {} })
})

test('a call that nobody comes back to is cancelled at the server when its time is up', async () => {
  await using asking = await askingBed()
  const { result } = await asking.begin({ message: 'Who?' })
  asking.timers.advance(600_000)
  await until(() => asking.cancelled() !== undefined)
  assert.deepEqual(asking.cancelled(), { requestId: asking.ids[0], reason: 'timeout' })
  const late = await asking.again({ inputResponses, requestState: result.requestState })
  assert.equal(late.error.data.requestState, 'over')
})

test('a call that waits for an answer ends within a second when its person ends the access of its client, or disconnects', async () => {
  await using asking = await askingBed()
  const { bed, ada, timers, open } = asking
  const app = bed.token(ada, 'tool', 'app')
  await asking.begin({ message: 'Who?' }, able, app)
  const { result } = await asking.begin({ message: 'Who?' })
  bed.revoke(app)
  timers.advance(1_000)
  await until(() => asking.cancelled() !== undefined && open[0]?.destroyed === true)
  assert.equal(asking.cancelled()?.['requestId'], asking.ids[0])
  assert.equal(open[1]?.destroyed, false)
  const [own] = await bed.connections.connections.list(ada)
  await bed.connections.connections.disconnect(ada, own?.id ?? assert.fail())
  timers.advance(1_000)
  await until(() => open[1]?.destroyed === true)
  await bed.connect(ada, 'tool')
  const late = await asking.again({ inputResponses, requestState: result.requestState })
  assert.equal(late.error.data.requestState, 'not-yours')
})

test('an older server that wants a page visited first gets the call again after that, if its client can show pages', async () => {
  await using asking = await askingBed()
  const unable = await asking.begin({ visited: false })
  assert.equal(unable.error.code, -32042)
  const shows = { 'io.modelcontextprotocol/clientCapabilities': { elicitation: { url: {} } } }
  const { result } = await asking.begin({ visited: false }, shows)
  const asked = { 'page-1': { method: 'elicitation/create', params: page } }
  assert.deepEqual(result, { resultType: 'input_required', inputRequests: asked })
  const visited = { 'page-1': { action: 'accept' } }
  const again = await asking.again({ inputResponses: visited, arguments: { message: 'Who?' } })
  assert.equal(again.result.resultType, 'input_required')
  assert.equal(asking.server.received.at(-1)?.message.params?.['inputResponses'], undefined)
})

test('who asks what its client cannot be asked is told so; who asks too much, or too often, ends its call', async () => {
  await using asking = await askingBed({ resultTokens: 500 })
  const { begin } = asking
  for (const refused of [await begin({ message: 'Who?' }, {}), await begin(page)]) {
    assert.match(refused.result.content[0].text, /"code":-32601,"message":"This client cannot be asked/)
  }
  const long = await begin({ message: 'word '.repeat(2_000) })
  assert.equal(long.error.code, -32014)
  await until(() => asking.cancelled() !== undefined)
  const held = await Promise.all(Array.from({ length: 16 }, () => begin({ message: 'Who?' })))
  assert.ok(held.every(({ result }) => result.resultType === 'input_required'))
  assert.equal((await begin({ message: 'Who?' })).error.code, -32016)
})

test('what is asked on the stream of a session is refused while more than one call could be meant, and taken after that', async () => {
  let stream: ServerResponse | undefined
  const open = new Map<unknown, ServerResponse>()
  await using server = await scriptedServer('legacy', ({ method, message }, response) => {
    if (method === 'GET') stream = response.writeHead(200, { 'content-type': 'text/event-stream' })
    if (method === 'GET') return void response.write(': open\n\n')
    if (message.method === undefined) return void response.writeHead(202).end()
    open.set(message.id, response)
  })
  await using bed = await gatewayBed({}, { timers: manualTimers() })
  const ada = bed.connections.person('ada')
  bed.connections.list('tool', server.url)
  await bed.connect(ada, 'tool')
  const request = modern('tools/call', { name: 'ask', arguments: {} }, able)
  const call = async () => await bed.post('tool', bed.token(ada, 'tool'), request.body, request.headers)
  const calls = [call(), call()]
  await until(() => open.size === 2)
  const answers = () => server.received.filter(({ message }) => message.id === asks.id)
  const ask = () => stream?.write(`data: ${JSON.stringify({ ...asks, params: { message: 'Who?' } })}\n\n`)
  ask()
  await until(() => answers().length === 1)
  assert.match(answers()[0]?.body ?? '', /"error":\{"code":-32601,"message":"More than one call is open/)
  const [[id, first] = assert.fail()] = open
  reply(first, 200, { jsonrpc: '2.0', id, result: { content: [] } })
  await Promise.race(calls)
  ask()
  const said = await Promise.all(calls.map(async (one) => JSON.parse(await (await one).text()).result))
  assert.deepEqual(new Set(said.map(({ resultType }) => resultType)), new Set(['complete', 'input_required']))
  assert.equal(answers().length, 1)
})
