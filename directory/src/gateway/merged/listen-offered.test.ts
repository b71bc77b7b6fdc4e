import assert from 'node:assert/strict'
import { test } from 'node:test'
import { everything, gatewayBed, modern } from '../../../test/gateway-bed.ts'
import { manualTimers } from '../../../test/manual-timers.ts'
import { scriptedServer } from '../../../test/scripted-server.ts'

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
  bed.revoke(token)
  timers.advance(1_000)
  assert.match(await fromNewer(/"id":7/), /"reason":"access-ended"/)
  await assert.rejects(fromOlder(/more/), /is over/)
})
