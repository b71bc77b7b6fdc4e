import assert from 'node:assert/strict'
import { test } from 'node:test'
import { everything, gatewayBed, modern } from '../../../test/gateway-bed.ts'
import { reply, scriptedServer } from '../../../test/scripted-server.ts'

/** One argument of it stands in a header too. */
const echo = {
  name: 'echo',
  inputSchema: { type: 'object', properties: { place: { type: 'string', 'x-mcp-header': 'Place' } } },
}

for (const era of ['modern', 'legacy'] as const) {
  test(`a tool of a ${era} server gets a link to a resource of its own server as that wrote it, others as they came`, async () => {
    await using server = await scriptedServer(era, ({ message: { id, method } }, response) => {
      const listed = { resultType: 'complete', tools: [echo], ttlMs: 60_000 }
      const result = method === 'tools/list' ? listed : { resultType: 'complete', content: [] }
      reply(response, 200, { jsonrpc: '2.0', id, result })
    })
    await using bed = await gatewayBed()
    const ada = bed.connections.person('ada')
    bed.connections.list('tool', server.url)
    await bed.connect(ada, 'tool')
    const token = bed.token(ada, everything)
    const given = { place: 'connectory:tool:file:///a', other: 'connectory:one:file:///a', n: 1 }
    const own = { ...given, place: 'file:///a' }
    const calls = [
      { name: 'tool__echo', arguments: given },
      { name: 'connectory_call_tool', arguments: { name: 'tool__echo', arguments: given } },
    ]
    for (const params of calls) {
      const { body, headers } = modern('tools/call', params)
      const newer = { ...headers, 'mcp-param-place': given.place }
      const older = { jsonrpc: '2.0', id: 7, method: 'tools/call', params }
      for (const [message, with_] of [
        [body, newer],
        [older, {}],
      ] as const) {
        assert.match(await (await bed.post(everything, token, message, with_)).text(), /"content"/)
        const sent = server.received.at(-1)
        assert.deepEqual(sent?.message.params?.['arguments'], own)
        // What headers repeat of the body is what the server gets.
        assert.equal(sent?.headers['mcp-param-place'], era === 'modern' ? own.place : undefined)
      }
    }
    if (era === 'legacy') return
    // So does what a newer client answers to a question.
    const answered = { name: 'tool__echo', arguments: given, inputResponses: { q: { content: given } } }
    const { body, headers } = modern('tools/call', answered)
    await bed.post(everything, token, body, { ...headers, 'mcp-param-place': given.place })
    assert.deepEqual(server.received.at(-1)?.message.params?.['inputResponses'], { q: { content: own } })
  })
}
