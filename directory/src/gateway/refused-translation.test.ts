import assert from 'node:assert/strict'
import { test } from 'node:test'
import { gatewayBed } from '../../test/gateway-bed.ts'
import { reply, scriptedServer } from '../../test/scripted-server.ts'

for (const [code, mapped] of [
  [-32021, -32013],
  [-32020, -32012],
  [-32000, -32000],
] as const) {
  test(`an older caller gets ${mapped} when a newer server answers ${code}`, async () => {
    await using server = await scriptedServer('modern', ({ message: { id } }, response) =>
      reply(response, 400, { jsonrpc: '2.0', id, error: { code, message: 'no', data: { x: 1 } } }),
    )
    await using bed = await gatewayBed()
    const ada = bed.connections.person('ada')
    bed.connections.list('tool', server.url)
    await bed.connect(ada, 'tool')
    const call = { jsonrpc: '2.0', id: 3, method: 'tools/call', params: { name: 'x', arguments: {} } }
    const answer = await bed.post('tool', bed.token(ada, 'tool'), call)
    assert.equal(answer.status, 200)
    assert.equal(JSON.parse(await answer.text()).error.code, mapped)
  })
}
