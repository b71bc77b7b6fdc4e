import assert from 'node:assert/strict'
import { test } from 'node:test'
import { until } from '../../../test/until.ts'
import { listen } from '../test/servers/listen.ts'
import { createSafeFetch } from './safe-fetch.ts'

test('what is opened apart ends alone, and with the door that it was opened from', async (t) => {
  let closed = 0
  const server = await listen((request, response) => {
    request.socket.on('close', () => (closed += 1))
    response.writeHead(200).write('begin')
  })
  t.after(() => server.close())
  const whole = createSafeFetch({ allowLoopback: true })
  t.after(() => whole.close())
  const [one, other] = [whole.apart(), whole.apart()]
  const answers = await Promise.all([whole, one, other].map((fetch) => fetch(server.origin)))
  const broken = answers.map((answer) => assert.rejects(answer.text()))
  await one.close()
  await until(() => closed === 1, 2_000)
  await whole.close()
  await until(() => closed === 3, 2_000)
  await Promise.all(broken)
})
