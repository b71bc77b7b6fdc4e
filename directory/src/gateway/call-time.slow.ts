import assert from 'node:assert/strict'
import { test } from 'node:test'
import { gatewayBed, modern } from '../../test/gateway-bed.ts'
import { reply, scriptedServer } from '../../test/scripted-server.ts'

test(
  'by the clock on the wall, a tool of 330 seconds ends at 300 s ± 1 s',
  { timeout: 400_000 },
  async () => {
    let closedAfter = 0
    const started = performance.now()
    await using server = await scriptedServer('modern', ({ message }, response) => {
      const answer = () => reply(response, 200, { jsonrpc: '2.0', id: message.id, result: { content: [] } })
      const timer = setTimeout(answer, 330_000)
      response.on('close', () => {
        clearTimeout(timer)
        closedAfter = performance.now() - started
      })
    })
    await using bed = await gatewayBed()
    const ada = bed.connections.person('ada')
    bed.connections.list('tool', server.url)
    await bed.connect(ada, 'tool')
    const call = modern('tools/call', { name: 'x', arguments: {} })
    const before = performance.now()
    const answer = await bed.post('tool', bed.token(ada, 'tool'), call.body, call.headers)
    assert.match(await answer.text(), /-32011/)
    const seconds = (performance.now() - before) / 1000
    assert.ok(Math.abs(seconds - 300) <= 1, `${seconds} s`)
    const told = performance.now() + 5_000
    while (closedAfter === 0) {
      assert.ok(performance.now() < told, 'the server was not told')
      await new Promise((done) => void setTimeout(done, 20))
    }
  },
)
