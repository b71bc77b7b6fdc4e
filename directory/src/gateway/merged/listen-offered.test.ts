import assert from 'node:assert/strict'
import { test } from 'node:test'
import { everything, gatewayBed, modern } from '../../../test/gateway-bed.ts'
import { manualTimers } from '../../../test/manual-timers.ts'
import { reply, scriptedServer, type Received, type Script } from '../../../test/scripted-server.ts'
import { until } from '../../../../test/until.ts'

/** Reads on until the text since the last time fits. */
function textUntil(body: ReadableStream<Uint8Array>): (wanted: RegExp) => Promise<string> {
  const reader = body.getReader()
  return async (wanted) => {
    let text = ''
    while (!wanted.test(text)) {
      const { done, value } = await reader.read()
      if (done) throw new Error(`The stream is over: ${text}`)
      text += Buffer.from(value).toString()
    }
    return text
  }
}

test('what a person connects or disconnects is told to who listens, until the access of the client ends', async () => {
  await using server = await scriptedServer('modern', (_received, response) => void response.destroy())
  const timers = manualTimers()
  await using bed = await gatewayBed({}, { timers })
  const ada = bed.connections.person('ada')
  bed.connections.list('tool', server.url)
  const token = bed.token(ada, everything)
  const headers = { authorization: `Bearer ${token}`, accept: 'text/event-stream' }
  const older = await fetch(bed.endpoint(everything), { headers })
  const wanted = modern('subscriptions/listen', { notifications: { toolsListChanged: true } })
  const newer = await bed.post(everything, token, wanted.body, wanted.headers)
  const fromOlder = textUntil(older.body ?? assert.fail())
  const fromNewer = textUntil(newer.body ?? assert.fail())
  assert.match(await fromNewer(/acknowledged/), /"notifications":\{"toolsListChanged":true\}.*Id":7/)
  await bed.connect(ada, 'tool')
  timers.advance(15_000)
  const news = await fromNewer(/list_changed/)
  assert.match(news, /"method":"notifications\/tools\/list_changed","params":\{"_meta":\{.*Id":7\}/)
  assert.doesNotMatch(news, /prompts/)
  await fromOlder(/tools\/list_changed[^]*prompts\/list_changed[^]*resources\/list_changed/)
  const [own] = await bed.connections.connections.list(ada)
  await bed.connections.connections.disconnect(ada, own?.id ?? assert.fail())
  timers.advance(15_000)
  await fromNewer(/list_changed/)
  // Nothing more has changed.
  for (let look = 0; look < 3; look += 1) {
    timers.advance(15_000)
    assert.deepEqual(await bed.connections.connections.list(ada), [])
  }
  bed.revoke(token)
  timers.advance(1_000)
  const last = await fromNewer(/"id":7/)
  assert.match(last, /"reason":"access-ended"/)
  assert.doesNotMatch(last, /list_changed/)
  await assert.rejects(fromOlder(/more/), /is over/)
})

const telling: Script = ({ message }, response) => {
  const result = {
    resultType: 'complete',
    supportedVersions: ['2026-07-28'],
    capabilities: { tools: { listChanged: true } },
    ttlMs: 1000,
    cacheScope: 'private',
  }
  reply(response, 200, { jsonrpc: '2.0', id: message.id, result })
}

const listens = ({ message }: Received): boolean => message.method === 'subscriptions/listen'

test('who cannot be reached is listened to later, who has no stream is not asked again', async () => {
  let up = false
  await using failing = await scriptedServer(
    'modern',
    (received, response, request) => {
      if (!listens(received)) return telling(received, response, request)
      if (!up) return void response.writeHead(503).end()
      const notifications = { toolsListChanged: true }
      const acknowledged = 'notifications/subscriptions/acknowledged'
      response.writeHead(200, { 'content-type': 'text/event-stream' })
      for (const said of [
        { method: acknowledged, params: { notifications } },
        { method: 'notifications/tools/list_changed', params: {} },
      ]) {
        response.write(`data: ${JSON.stringify({ jsonrpc: '2.0', ...said })}\n\n`)
      }
    },
    { opening: 'script' },
  )
  await using mute = await scriptedServer(
    'modern',
    (received, response, request) => {
      if (!listens(received)) return telling(received, response, request)
      const error = { code: -32601, message: 'no' }
      reply(response, 404, { jsonrpc: '2.0', id: received.message.id, error })
    },
    { opening: 'script' },
  )
  const timers = manualTimers()
  await using bed = await gatewayBed({}, { timers })
  const ada = bed.connections.person('ada')
  for (const [slug, { url }] of Object.entries({ failing, mute })) {
    bed.connections.list(slug, url)
    await bed.connect(ada, slug)
  }
  const headers = { authorization: `Bearer ${bed.token(ada, everything)}`, accept: 'text/event-stream' }
  const { body } = await fetch(bed.endpoint(everything), { headers })
  // Before anything else: a body that nobody reads ends when its response is collected as garbage.
  const told = textUntil(body ?? assert.fail())
  const count = ({ received }: typeof mute): number => received.filter(listens).length
  const looked = (wanted: () => boolean) =>
    until(() => {
      timers.advance(15_000)
      return wanted()
    })
  await until(() => count(mute) === 1)
  await looked(() => count(failing) === 3)
  up = true
  await looked(() => count(failing) === 4)
  await told(/tools\/list_changed/)
  assert.equal(count(mute), 1)
})
