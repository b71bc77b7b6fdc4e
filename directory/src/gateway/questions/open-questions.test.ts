import assert from 'node:assert/strict'
import { test } from 'node:test'
import { until } from '../../../../test/until.ts'
import { gatewayBed } from '../../../test/gateway-bed.ts'
import { manualTimers } from '../../../test/manual-timers.ts'
import { reply, scriptedServer } from '../../../test/scripted-server.ts'

/** A newer server that asks until it has an answer; `later` wants to be asked again, and asks nothing. */
async function askingBed() {
  const server = await scriptedServer('modern', ({ message }, response) => {
    const { id, params = {} } = message
    const url = { mode: 'url', message: 'Visit.', url: 'https://example.com' }
    const one = {
      method: 'elicitation/create',
      params: params['name'] === 'visit' ? url : { message: 'Who?' },
    }
    const asked = params['name'] === 'two' ? { q: one, r: one } : { q: one }
    const again =
      params['name'] === 'later'
        ? { requestState: 's' }
        : { requestState: 's', inputRequests: asked, _meta: { n: 1 } }
    const answered = params['inputResponses'] !== undefined || params['requestState'] !== undefined
    const said = JSON.stringify([params['inputResponses'], params['requestState']])
    const result =
      answered || params['name'] === 'plain'
        ? { resultType: 'complete', content: [{ type: 'text', text: said }] }
        : { resultType: 'input_required', ...again }
    reply(response, 200, { jsonrpc: '2.0', id, result })
  })
  const timers = manualTimers()
  const bed = await gatewayBed({ queue: { atOnce: 1, waitMs: 10_000, waitingEach: 1 } }, { timers })
  const ada = bed.connections.person('ada')
  bed.connections.list('tool', server.url)
  await bed.connect(ada, 'tool')
  const token = bed.token(ada, 'tool')
  const begin = { protocolVersion: '2025-11-25', capabilities: { elicitation: { form: {}, url: {} } } }
  const opened = await bed.post('tool', token, { jsonrpc: '2.0', id: 1, method: 'initialize', params: begin })
  const headers = { 'mcp-session-id': opened.headers.get('mcp-session-id') ?? '' }
  const call = (name: string) => {
    const params = { name, arguments: {}, requestState: 'of the caller' }
    return bed.post('tool', token, { jsonrpc: '2.0', id: 2, method: 'tools/call', params }, headers)
  }
  /** What the caller is asked, and the rest of its stream. */
  const asked = async (name: string) => {
    const reader = ((await call(name)).body ?? assert.fail()).getReader()
    const come: string[] = []
    const read = async () => {
      if (come.length === 0) {
        const text = Buffer.from((await reader.read()).value ?? '').toString()
        // Several events may come at once.
        come.push(...text.split(/\n\n(?=.)/))
      }
      return JSON.parse(come.shift()?.replace(/^event: message\ndata: /, '') ?? '')
    }
    return { question: await read(), read, reader }
  }
  return {
    bed,
    ada,
    server,
    timers,
    token,
    headers,
    call,
    asked,
    async [Symbol.asyncDispose]() {
      await bed[Symbol.asyncDispose]()
      await server[Symbol.asyncDispose]()
    },
  }
}

test('an older client answers on the stream of its call, and nobody else for it; meanwhile others have its place', async () => {
  await using asking = await askingBed()
  const { bed, ada, token, headers } = asking
  const { question, read } = await asking.asked('ask')
  assert.equal(question.method, 'elicitation/create')
  assert.deepEqual(question.params, { message: 'Who?' })
  assert.match(await (await asking.call('plain')).text(), /\[null,null\]/)
  const answer = { jsonrpc: '2.0', id: question.id, result: { action: 'accept', content: {}, _meta: {} } }
  const elsewhere = await bed.postElsewhere('tool', token, answer, headers)
  assert.equal(elsewhere.status, 400)
  assert.match(await elsewhere.text(), /held by another process/)
  const another = bed.token(ada, 'tool', 'another app')
  assert.equal((await bed.post('tool', another, answer, headers)).status, 400)
  assert.equal((await bed.post('tool', token, { ...answer, id: 'mine' }, headers)).status, 202)
  assert.equal((await bed.post('tool', token, answer, headers)).status, 202)
  const { id, result } = await read()
  assert.equal(id, 2)
  assert.equal(result.content[0].text, '[{"q":{"action":"accept","content":{}}},"s"]')
  const late = await bed.post('tool', token, answer, headers)
  assert.equal(late.status, 400)
  assert.match(await late.text(), /No call of this client waits/)
  const declared = asking.server.received.at(-1)?.message.params?.['_meta']
  assert.deepEqual(Object(declared)['io.modelcontextprotocol/clientCapabilities'], {
    elicitation: { form: {}, url: {} },
  })
})

test('a client that answers with an error, too late or not at all gets a precise error; a page to visit has a name', async () => {
  await using asking = await askingBed()
  const { bed, token, headers, timers } = asking
  const failing = await asking.asked('visit')
  assert.equal(failing.question.params.elicitationId, failing.question.id)
  const error = { code: -1, message: 'The person said no.' }
  await bed.post('tool', token, { jsonrpc: '2.0', id: failing.question.id, error }, headers)
  assert.match((await failing.read()).error.message, /answered with an error \(-1: The person said no\.\)/)
  const silent = await asking.asked('ask')
  timers.advance(300_000)
  assert.match((await silent.read()).error.message, /did not answer in the time/)
  const gone = await asking.asked('ask')
  await gone.reader.cancel()
  await until(async () => (await bed.records(asking.ada))[0]?.status === 'cancelled')
})

test('where one of several questions ends the call, nobody waits for the answers to the others', async () => {
  await using asking = await askingBed()
  const { bed, token, headers } = asking
  const { question, read } = await asking.asked('two')
  const other = await read()
  const error = { code: -1, message: 'The person said no.' }
  await bed.post('tool', token, { jsonrpc: '2.0', id: question.id, error }, headers)
  assert.match((await read()).error.message, /The person said no/)
  const late = { jsonrpc: '2.0', id: other.id, result: { action: 'accept', content: {} } }
  assert.equal((await bed.post('tool', token, late, headers)).status, 400)
})

test('a newer server that asks nothing is asked again after a while, with what it gave', async () => {
  await using asking = await askingBed()
  const later = asking.call('later')
  await until(() => asking.server.received.at(-1)?.message.params?.['name'] === 'later')
  await until(() => asking.timers.waiting(1_000) === 1)
  asking.timers.advance(1_000)
  assert.match(await (await later).text(), /\[null,\\"s\\"\]/)
})

test('a session with a newer server is known by its name until its client ends it', async () => {
  await using asking = await askingBed()
  const authorization = `Bearer ${asking.token}`
  const ended = await fetch(asking.bed.endpoint('tool'), {
    method: 'DELETE',
    headers: { ...asking.headers, authorization },
  })
  assert.equal(ended.status, 204)
  assert.equal((await asking.call('plain')).status, 404)
})
