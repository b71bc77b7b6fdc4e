import assert from 'node:assert/strict'
import { test } from 'node:test'
import { gatewayBed, modern } from '../../test/gateway-bed.ts'
import { scriptedServer } from '../../test/scripted-server.ts'

/** Writes until the other side has had enough; says how many bytes went out. */
function endless(type: string, first: string) {
  let written = 0
  return {
    written: () => written,
    script: (_received: unknown, response: import('node:http').ServerResponse): void => {
      response.writeHead(200, { 'content-type': type })
      const write = (): void => {
        while (!response.destroyed && written < 64 * 1024 * 1024) {
          const part = written === 0 ? first : 'x'.repeat(16 * 1024)
          written += part.length
          if (!response.write(part)) return void response.once('drain', write)
        }
        response.end()
      }
      write()
    },
  }
}

for (const [what, type, first] of [
  ['a JSON answer', 'application/json', '{"jsonrpc":"2.0","id":7,"result":{"x":"'],
  ['an event', 'text/event-stream', 'data: {"jsonrpc":"2.0","method":"x","params":{"x":"'],
] as const) {
  test(`a subscription has no end, but ${what} without end is not read into memory`, async () => {
    const flood = endless(type, first)
    await using server = await scriptedServer('modern', flood.script)
    await using bed = await gatewayBed({ responseBytes: 256 * 1024 })
    const ada = bed.connections.person('ada')
    bed.connections.list('tool', server.url)
    await bed.connect(ada, 'tool')
    const call = modern('subscriptions/listen', { notifications: {} })
    const answer = await bed.post('tool', bed.token(ada, 'tool'), call.body, call.headers)
    assert.match(await answer.text(), /-32014.*more than this gateway reads/)
    assert.ok(flood.written() < 32 * 1024 * 1024, String(flood.written()))
  })
}
