import assert from 'node:assert/strict'
import { test } from 'node:test'
import { everything, gatewayBed, modern } from '../../../test/gateway-bed.ts'
import { reply, scriptedServer } from '../../../test/scripted-server.ts'

for (const [pages, each, fits] of [
  [100, 1, true],
  [101, 1, false],
  [2, 1_000, true],
  [3, 1_000, false],
] as const) {
  test(`a list of ${pages} pages with ${each} tools each ${fits ? 'is read to its end' : 'is left out with a note'}`, async () => {
    await using server = await scriptedServer('modern', ({ message: { id, params } }, response) => {
      const page = Number(params?.['cursor'] ?? 1)
      const tools = Array.from({ length: each }, (_, at) => ({ name: `t${page}-${at}` }))
      const more = page < pages ? { nextCursor: String(page + 1) } : {}
      reply(response, 200, { jsonrpc: '2.0', id, result: { resultType: 'complete', tools, ...more } })
    })
    await using bed = await gatewayBed({ mergedTools: 5_000, listWaitMs: 60_000 })
    const ada = bed.connections.person('ada')
    bed.connections.list('tool', server.url)
    await bed.connect(ada, 'tool')
    const { body, headers } = modern('tools/list')
    const answer = await bed.post(everything, bed.token(ada, everything), body, headers)
    const { result } = JSON.parse(await answer.text())
    const reason = 'TOOL has more tools than fit into one list. Use its own endpoint.'
    assert.deepEqual(
      result._meta?.['connectory/left-out'],
      fits ? undefined : [{ connector: 'tool', reason }],
    )
    const own = result.tools.filter(({ name }: { name: string }) => name.startsWith('tool__'))
    assert.equal(own.length, fits ? pages * each : 0)
  })
}
