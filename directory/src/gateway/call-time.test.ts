import assert from 'node:assert/strict'
import type { ServerResponse } from 'node:http'
import { test } from 'node:test'
import { until } from '../../../test/until.ts'
import { gatewayBed, modern } from '../../test/gateway-bed.ts'
import { manualTimers } from '../../test/manual-timers.ts'
import { reply, scriptedServer, type ScriptedServer } from '../../test/scripted-server.ts'
import type { GatewayLimits } from './gateway.ts'

async function opened(server: ScriptedServer, limits: Partial<GatewayLimits> = {}) {
  const timers = manualTimers()
  const bed = await gatewayBed(limits, { timers })
  const ada = bed.connections.person('ada')
  bed.connections.list('tool', server.url)
  await bed.connect(ada, 'tool')
  return { bed, ada, timers, token: bed.token(ada, 'tool') }
}

const call = modern('tools/call', { name: 'x', arguments: {} })

test('a tool of 330 seconds ends at 300, and the server sees that nobody waits', async () => {
  let closed = false
  await using server = await scriptedServer('modern', (_received, response) => {
    response.on('close', () => (closed = true))
  })
  const { bed, timers, token, ada } = await opened(server)
  await using _ = bed
  const answer = bed.post('tool', token, call.body, call.headers)
  await until(() => server.received.some((one) => one.message.method === 'tools/call'))
  timers.advance(299_999)
  await new Promise((done) => void setImmediate(done))
  assert.equal(closed, false)
  timers.advance(1)
  assert.match(await (await answer).text(), /-32011.*did not finish its answer in the time that a call has/)
  await until(() => closed)
  const [record] = await bed.records(ada)
  assert.equal(record?.status, 'timeout')
  assert.equal(timers.waiting(), 0)
})

test('a server of the older protocol is told by a message that the time is up', async () => {
  await using server = await scriptedServer('legacy', () => undefined)
  const { bed, timers, token } = await opened(server)
  await using _ = bed
  const headers = { 'mcp-protocol-version': '2025-11-25' }
  const body = { jsonrpc: '2.0', id: 'mine', method: 'tools/call', params: { name: 'x', arguments: {} } }
  const answer = bed.post('tool', token, body, headers)
  await until(() => server.received.some((one) => one.message.method === 'tools/call'))
  timers.advance(300_000)
  assert.match(await (await answer).text(), /-32011/)
  const told = () => server.received.find((one) => one.message.method === 'notifications/cancelled')
  await until(() => told() !== undefined)
  assert.deepEqual(told()?.message.params, { requestId: 'mine', reason: 'timeout' })
})

test('a client with a time of its own gets it while the server reports progress, and no longer', async () => {
  const streams: ServerResponse[] = []
  await using server = await scriptedServer('modern', (_received, response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' })
    response.flushHeaders()
    streams.push(response)
  })
  const { bed, timers, token } = await opened(server, { clientMs: { test: 900_000 } })
  await using _ = bed
  const progress = '{"jsonrpc":"2.0","method":"notifications/progress","params":{"progress":1}}'
  const reading = async (steps: number) => {
    const answer = await bed.post('tool', token, call.body, call.headers)
    const reader = (answer.body ?? assert.fail()).getReader()
    for (let step = 0; step < steps; step += 1) {
      timers.advance(290_000)
      streams.at(-1)?.write(`data: ${progress}\n\n`)
      assert.match(Buffer.from((await reader.read()).value ?? '').toString(), /notifications\/progress/)
    }
    return async (milliseconds: number) => {
      timers.advance(milliseconds)
      return Buffer.from((await reader.read()).value ?? '').toString()
    }
  }
  // Three times 290 s with progress, and the whole time is up after another 30.
  assert.match(await (await reading(3))(30_000), /-32011/)
  assert.match(await (await reading(1))(300_000), /-32011/)
})

test('calls beyond what a server gets at a time wait, are told so, and hold nobody up at another server', async () => {
  const open: ServerResponse[] = []
  await using slow = await scriptedServer('modern', (_received, response) => {
    if (open.push(response) > 5) reply(response, 500, '')
  })
  await using quick = await scriptedServer('modern', ({ message }, response) =>
    reply(response, 200, { jsonrpc: '2.0', id: message.id, result: { content: [] } }),
  )
  const queue = { atOnce: 2, waitMs: 10_000, waitingEach: 10 }
  const { bed, timers, token, ada } = await opened(slow, { queue })
  await using _ = bed
  bed.connections.list('quick', quick.url)
  await bed.connect(ada, 'quick')
  const running = [1, 2].map(() => bed.post('tool', token, call.body, call.headers))
  await until(() => open.length === 2)
  const before = timers.waiting()
  const third = bed.post('tool', token, call.body, call.headers)
  // Its deadline and its wait.
  await until(() => timers.waiting() === before + 2)
  const other = await bed.post('quick', bed.token(ada, 'quick'), call.body, call.headers)
  assert.equal(other.status, 200)
  timers.advance(10_000)
  assert.match(
    await (await third).text(),
    /-32016.*TOOL is at work on 2 calls, the most that it gets at a time, and this call has waited 10 seconds/,
  )
  const fourth = bed.post('tool', token, call.body, call.headers)
  await until(() => timers.waiting() === before + 2)
  for (const response of open) reply(response, 200, { jsonrpc: '2.0', id: 7, result: { content: [] } })
  await until(() => open.length === 3)
  reply(open[2] ?? assert.fail(), 200, { jsonrpc: '2.0', id: 7, result: { content: [] } })
  for (const answer of [...running, fourth]) assert.match(await (await answer).text(), /"result"/)

  const later = [1, 2].map(() => bed.post('tool', token, call.body, call.headers))
  await until(() => open.length === 5)
  const stopped = bed.post('tool', token, call.body, call.headers)
  await until(() => timers.waiting() === before + 2)
  const operator = bed.connections.person('olga', new Set(['operator']))
  await bed.holds.stop(operator, { kind: 'server', slug: 'tool', tool: null, reason: 'Down.' })
  for (const response of open.slice(3))
    reply(response, 200, { jsonrpc: '2.0', id: 7, result: { content: [] } })
  // What had begun gets its answer; what stood in line does not begin.
  for (const answer of later) assert.match(await (await answer).text(), /"result"/)
  assert.match(await (await stopped).text(), /was stopped by this directory: Down\./)
  assert.equal(open.length, 5)
})

const progress = 'data: {"jsonrpc":"2.0","method":"notifications/progress"}\n\n'
for (const [what, type, beat] of [
  ['drips its answer', 'application/json', ' '],
  ['reports progress', 'text/event-stream', progress],
] as const) {
  test(`a server that ${what} has as long as one that is silent, and not longer`, async () => {
    let beats: NodeJS.Timeout | undefined
    await using server = await scriptedServer('modern', (_received, response) => {
      response.writeHead(200, { 'content-type': type }).write(beat)
      beats = setInterval(() => response.write(beat), 5)
      response.once('close', () => clearInterval(beats))
    })
    const { bed, timers, token, ada } = await opened(server)
    await using _ = bed
    const answer = bed.post('tool', token, call.body, call.headers)
    await until(() => beats !== undefined)
    timers.advance(300_000)
    const ended =
      /"id":7,"error":\{"code":-32011,"message":"TOOL did not finish its answer in the time that a call has/
    assert.match(await (await answer).text(), ended)
    assert.equal((await bed.records(ada))[0]?.status, 'timeout')
  })
}
