import assert from 'node:assert/strict'
import type { ServerResponse } from 'node:http'
import { test } from 'node:test'
import { until } from '../../../../test/until.ts'
import { everything, gatewayBed } from '../../../test/gateway-bed.ts'
import { manualTimers } from '../../../test/manual-timers.ts'
import { reply, scriptedServer } from '../../../test/scripted-server.ts'
import type { Call } from '../call.ts'
import type { GatewayLimits } from '../index.ts'
import { OwnDeadline } from '../own-deadline.ts'
import { abilitiesIn } from './abilities.ts'
import { createLiveQuestions } from './live-questions.ts'
import { createOpenQuestions } from './open-questions.ts'

/** To one process of the gateway or another. */
type Way = 'post' | 'postElsewhere'

/** An older server that asks what the arguments of a call say, and repeats what it is answered. */
async function askingBed(limits: Partial<GatewayLimits> = {}) {
  const open = new Map<unknown, ServerResponse>()
  const server = await scriptedServer('legacy', ({ method, message, body }, response) => {
    if (method === 'GET') return void response.writeHead(405).end()
    const { id } = message
    if (message.method === 'tools/list') {
      return reply(response, 200, { jsonrpc: '2.0', id, result: { tools: [] } })
    }
    const given = Object(message.params?.['arguments'])
    const content = (text: string) => ({ content: [{ type: 'text', text }] })
    if (message.method !== undefined && given.method === undefined) {
      return reply(response, 200, { jsonrpc: '2.0', id, result: content('plain') })
    }
    if (message.method !== undefined) {
      open.set(id, response)
      const { method: asked, params } = given
      const question = { jsonrpc: '2.0', id: 99, method: asked, params: { ...params, _meta: { x: 1 } } }
      response.writeHead(200, { 'content-type': 'text/event-stream' })
      if (asked === 'nothing') return response.flushHeaders()
      return void response.write(`data: ${JSON.stringify(question)}\n\n`)
    }
    response.writeHead(202).end()
    const [[call, stream] = assert.fail()] = open
    open.delete(call)
    stream.end(`data: ${JSON.stringify({ jsonrpc: '2.0', id: call, result: content(body) })}\n\n`)
  })
  const timers = manualTimers()
  const bed = await gatewayBed(limits, { timers })
  const [ada, bob] = [bed.connections.person('ada'), bed.connections.person('bob')]
  bed.connections.list('tool', server.url)
  await bed.connect(ada, 'tool')
  await bed.connect(bob, 'tool')
  const token = bed.token(ada, everything)
  const begin = async (by = token) => {
    const params = {
      protocolVersion: '2025-11-25',
      capabilities: { elicitation: {}, sampling: { tools: {} } },
    }
    const initialize = { jsonrpc: '2.0', id: 1, method: 'initialize', params }
    const answer = await bed.post(everything, by, initialize)
    return { 'mcp-session-id': answer.headers.get('mcp-session-id') ?? '' }
  }
  const headers = await begin()
  const call = (given: object, post: Way = 'post', with_: Record<string, string> = headers) => {
    const params = { name: 'tool__ask', arguments: given }
    return bed[post](everything, token, { jsonrpc: '2.0', id: 2, method: 'tools/call', params }, with_)
  }
  /** What the caller is asked, and the rest of its stream. */
  const asked = async (given: object = who, post: Way = 'post') => {
    const reader = ((await call(given, post)).body ?? assert.fail()).getReader()
    const read = async () => {
      const text = Buffer.from((await reader.read()).value ?? '').toString()
      return JSON.parse(text.replace(/^event: message\ndata: /, ''))
    }
    return { question: await read(), read, reader }
  }
  const cancelled = () =>
    server.received.filter(({ message }) => message.method === 'notifications/cancelled').length
  return {
    bed,
    ada,
    bob,
    server,
    timers,
    token,
    headers,
    open,
    begin,
    call,
    asked,
    cancelled,
    async [Symbol.asyncDispose]() {
      await bed[Symbol.asyncDispose]()
      await server[Symbol.asyncDispose]()
    },
  }
}

const who = { method: 'elicitation/create', params: { message: 'Who?' } }

const accepted = (id: unknown) => ({
  jsonrpc: '2.0',
  id,
  result: { action: 'accept', content: { n: 1 }, _meta: { who: 'ada' } },
})

test('at the address for everything a question is answered by the client that was asked, where it was asked; meanwhile others have its place', async () => {
  await using asking = await askingBed({ queue: { atOnce: 1, waitMs: 10_000, waitingEach: 1 } })
  const { bed, ada, bob, token, headers } = asking
  // The session began at one process, and another knows from its name what its client can be asked.
  const { question, read } = await asking.asked(who, 'postElsewhere')
  assert.equal(question.method, 'elicitation/create')
  assert.deepEqual(question.params, { message: 'Who?' })
  const here = await bed.post(everything, token, accepted(question.id), headers)
  assert.equal(here.status, 400)
  assert.match(await here.text(), /held by another process/)
  for (const other of [bed.token(ada, everything, 'another app'), bed.token(bob, everything)]) {
    const strange = await bed.postElsewhere(everything, other, accepted(question.id))
    assert.equal(strange.status, 400)
    assert.match(await strange.text(), /No call of this client waits/)
  }
  assert.match(await (await asking.call({}, 'postElsewhere')).text(), /plain/)
  assert.equal((await bed.postElsewhere(everything, token, accepted(question.id), headers)).status, 202)
  const { id, result } = await read()
  assert.equal(id, 2)
  const given = '{"jsonrpc":"2.0","id":99,"result":{"action":"accept","content":{"n":1}}}'
  assert.equal(result.content[0].text, given)
  assert.equal((await bed.postElsewhere(everything, token, accepted(question.id), headers)).status, 400)
})

test('an answer at the endpoint of a connector is none at the address for everything', async () => {
  const asks = { q: { method: 'elicitation/create', params: { message: 'Who?' } } }
  await using server = await scriptedServer('modern', ({ message: { id, method } }, response) => {
    const asked = { resultType: 'input_required', inputRequests: asks }
    const result = method === 'tools/list' ? { resultType: 'complete', tools: [] } : asked
    reply(response, 200, { jsonrpc: '2.0', id, result })
  })
  await using asking = await askingBed()
  const { bed, ada, token, headers } = asking
  bed.connections.list('newer', server.url)
  await bed.connect(ada, 'newer')
  const call = { jsonrpc: '2.0', id: 3, method: 'tools/call', params: { name: 'newer__ask' } }
  const answer = await bed.post(everything, token, call, headers)
  const reader = (answer.body ?? assert.fail()).getReader()
  const { id } = JSON.parse(
    Buffer.from((await reader.read()).value ?? '')
      .toString()
      .split('data: ')[1] ?? '',
  )
  const own = await bed.post('newer', bed.token(ada, 'newer'), accepted(id))
  assert.match(await own.text(), /No call of this client waits/)
  assert.equal((await bed.post(everything, token, accepted(id), headers)).status, 202)
  await reader.cancel()
})

test('a refusal of the client goes to the server; what the server withdraws is withdrawn', async () => {
  await using asking = await askingBed()
  const { bed, token, headers } = asking
  const failing = await asking.asked()
  const error = { code: -1, message: 'The person said no.' }
  await bed.post(everything, token, { jsonrpc: '2.0', id: failing.question.id, error }, headers)
  const said = '{"jsonrpc":"2.0","id":99,"error":{"code":-1,"message":"The person said no."}}'
  assert.equal((await failing.read()).result.content[0].text, said)
  const withdrawn = await asking.asked()
  const [[call, stream] = assert.fail()] = asking.open
  const word = { jsonrpc: '2.0', method: 'notifications/cancelled', params: { requestId: 99, reason: 'x' } }
  stream.write(`data: ${JSON.stringify(word)}\n\n`)
  const told = { ...word, params: { requestId: withdrawn.question.id } }
  assert.deepEqual(await withdrawn.read(), told)
  assert.equal((await bed.post(everything, token, accepted(withdrawn.question.id), headers)).status, 400)
  stream.end(`data: ${JSON.stringify({ jsonrpc: '2.0', id: call, result: { content: [] } })}\n\n`)
  assert.deepEqual((await withdrawn.read()).result.content, [])
})

test('who does not answer in time, hangs up or is asked too much has a call no more, nor has the server', async () => {
  await using asking = await askingBed({ resultTokens: 500 })
  const { bed, token, headers, timers } = asking
  const silent = await asking.asked()
  timers.advance(300_000)
  assert.match((await silent.read()).error.message, /did not answer in the time/)
  await until(() => asking.cancelled() === 1)
  const gone = await asking.asked()
  await gone.reader.cancel()
  await until(() => asking.cancelled() === 2)
  await until(async () => (await bed.records(asking.ada))[0]?.status === 'cancelled')
  assert.equal((await bed.post(everything, token, accepted(gone.question.id), headers)).status, 400)
  const long = await asking.call({ ...who, params: { message: 'word '.repeat(2_000) } })
  assert.match(await long.text(), /-32014/)
  await until(() => asking.cancelled() === 3)
})

test('a server that asks again while its call waits for a place, and gets none, ends that call alone', async () => {
  await using asking = await askingBed({ queue: { atOnce: 1, waitMs: 10_000, waitingEach: 1 } })
  const { bed, token, headers, timers } = asking
  const asked = await asking.asked()
  const [[, stream] = assert.fail()] = asking.open
  const working = asking.call({ method: 'nothing' })
  await until(() => asking.open.size === 2)
  assert.equal((await bed.post(everything, token, accepted(asked.question.id), headers)).status, 202)
  await until(() => timers.waiting(10_000) === 1)
  stream.write(`data: ${JSON.stringify({ jsonrpc: '2.0', id: 100, ...who })}\n\n`)
  assert.equal((await asked.read()).method, who.method)
  timers.advance(10_000)
  assert.match((await asked.read()).error.message, /this call has waited 10 seconds/)
  await until(() => asking.cancelled() === 1)
  const [, [call, other] = assert.fail()] = asking.open
  other.end(`data: ${JSON.stringify({ jsonrpc: '2.0', id: call, result: { content: [] } })}\n\n`)
  assert.match(await (await working).text(), /"content":\[\]/)
})

test('a question that says nothing but which page it means is one all the same', async () => {
  await using asking = await askingBed()
  const { question } = await asking.asked({ ...who, params: { elicitationId: 'page' } })
  assert.deepEqual(question.params, {})
})

test('who has not said that it can be asked is not, and the server is told so', async () => {
  await using asking = await askingBed()
  const refused = /"code\\":-32601,\\"message\\":\\"This client cannot be asked/
  assert.match(await (await asking.call(who, undefined, {})).text(), refused)
  const page = { method: 'elicitation/create', params: { mode: 'url', url: 'https://example.com' } }
  assert.match(await (await asking.call(page)).text(), refused)
  const told = asking.server.received.filter(({ message }) => message.method === 'initialize')
  const capabilities = told.map(({ message }) => message.params?.['capabilities'])
  assert.deepEqual(capabilities.at(-1), { elicitation: {}, sampling: { tools: {} } })
  assert.ok(capabilities.slice(0, -1).every((one) => Object.keys(Object(one)).length === 0))
})

test('what a server asks names resources as they are offered, and gets them back as its own', async () => {
  await using asking = await askingBed()
  const { bed, token, headers } = asking
  const messages = (uri: string) => [
    { role: 'assistant', content: [{ type: 'tool_use', id: 'a', name: 'read', input: {} }] },
    {
      role: 'user',
      content: [{ type: 'tool_result', toolUseId: 'a', content: [{ type: 'resource_link', uri }] }],
    },
  ]
  const tools = [{ name: 'read', inputSchema: { type: 'object' } }]
  const given = { method: 'sampling/createMessage', params: { tools, messages: messages('a:1') } }
  const { question, read } = await asking.asked(given)
  assert.deepEqual(question.params, { tools, messages: messages('connectory:tool:a:1') })
  const use = (uri: string) => ({ content: { type: 'tool_use', id: 'b', name: 'read', input: { uri } } })
  const answer = { jsonrpc: '2.0', id: question.id, result: use('connectory:tool:a:2') }
  assert.equal((await bed.post(everything, token, answer, headers)).status, 202)
  assert.deepEqual(JSON.parse((await read()).result.content[0].text).result, use('a:2'))
})

test('a session at the address for everything is of one client, until it is ended', async () => {
  await using asking = await askingBed()
  const { bed, ada, bob, token, headers, begin } = asking
  const ping = { jsonrpc: '2.0', id: 3, method: 'ping' }
  assert.equal((await bed.postElsewhere(everything, token, ping, headers)).status, 200)
  for (const other of [bed.token(ada, everything, 'another app'), bed.token(bob, everything)]) {
    assert.equal((await bed.post(everything, other, ping, headers)).status, 404)
  }
  const at = (method: string, more: Record<string, string>) =>
    fetch(bed.endpoint(everything), { method, headers: { authorization: `Bearer ${token}`, ...more } })
  const second = await begin()
  assert.equal((await at('DELETE', {})).status, 405)
  assert.equal((await at('DELETE', second)).status, 204)
  for (const method of ['GET', 'DELETE']) assert.equal((await at(method, second)).status, 404)
  assert.equal((await bed.post(everything, token, ping, second)).status, 404)
  assert.equal((await bed.post(everything, token, ping, headers)).status, 200)
})

test('nothing that a server says after the end of a call is put on its stream', () => {
  const said: string[] = []
  const call = {
    endpoint: { name: 'Tool' },
    era: 'legacy',
    begun: { name: 'session', abilities: abilitiesIn({ elicitation: { url: {} } }) },
    policy: { limits: { resultTokens: 500 } },
    deadline: new OwnDeadline(undefined),
    away: (work: () => unknown) => work(),
  } as unknown as Call
  const live = createLiveQuestions(createOpenQuestions(), call, (text) => void said.push(text))
  for (const elicitationId of ['before', 'after']) {
    const params = { mode: 'url', message: 'Visit.', url: 'https://example.com', elicitationId }
    const question = { id: elicitationId, method: 'elicitation/create', params }
    const text = JSON.stringify({ jsonrpc: '2.0', ...question })
    assert.equal(
      live.ask({ ...question, text }, () => Promise.resolve()),
      'taken',
    )
  }
  const visited = (elicitationId: string) =>
    live.hear({ method: 'notifications/elicitation/complete', params: { elicitationId } })
  visited('before')
  assert.match(said.at(-1) ?? '', /elicitation\/complete/)
  assert.equal(said.length, 3)
  live.handOver([])
  visited('after')
  live.hear({ method: 'notifications/cancelled', params: { requestId: 'after' } })
  live.close()
  assert.equal(said.length, 3)
})
