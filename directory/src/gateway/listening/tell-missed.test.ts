import assert from 'node:assert/strict'
import type { ServerResponse } from 'node:http'
import { test } from 'node:test'
import { until } from '../../../../test/until.ts'
import { connectedBed, everything, modern } from '../../../test/gateway-bed.ts'
import { manualTimers } from '../../../test/manual-timers.ts'
import { reply, scriptedServer, type Received } from '../../../test/scripted-server.ts'
import { offeredUri } from '../merged/offered-uris.ts'

const uri = 'test://a'
const capabilities = { tools: { listChanged: true }, resources: { subscribe: true } }

/** A server that shows the tool of the moment, and whose stream is at hand. */
async function changingBed(era: 'modern' | 'legacy') {
  const streams: ServerResponse[] = []
  let tool = 'first'
  const opens = ({ method, message }: Received): boolean =>
    method === 'GET' || message.method === 'subscriptions/listen'
  const server = await scriptedServer(
    era,
    (received, response) => {
      const { message, method: verb } = received
      const { id, method } = message
      const answer = (result: object) => reply(response, 200, { jsonrpc: '2.0', id, result })
      if (opens(received)) {
        const notifications = { toolsListChanged: true, resourceSubscriptions: [uri] }
        const acknowledged = { method: 'notifications/subscriptions/acknowledged', params: { notifications } }
        const said = JSON.stringify({ jsonrpc: '2.0', ...acknowledged })
        response.writeHead(200, { 'content-type': 'text/event-stream' })
        response.write(verb === 'GET' ? ': open\n\n' : `data: ${said}\n\n`)
        return void streams.push(response)
      }
      if (method === 'server/discover' && era === 'legacy') return reply(response, 400, {})
      if (method === 'server/discover') {
        const supportedVersions = ['2026-07-28']
        return answer({
          resultType: 'complete',
          supportedVersions,
          capabilities,
          ttlMs: 1000,
          cacheScope: 'private',
        })
      }
      if (id === undefined) return void response.writeHead(202).end()
      if (method === 'initialize') {
        const serverInfo = { name: 'old', version: '1' }
        return answer({ protocolVersion: '2025-11-25', capabilities, serverInfo })
      }
      const tools = [{ name: tool, inputSchema: { type: 'object' } }]
      answer({ tools, resultType: 'complete', ttlMs: 60_000, cacheScope: 'private' })
    },
    { opening: 'script' },
  )
  const timers = manualTimers()
  const { bed, ada } = await connectedBed(server.url, timers)
  return {
    bed,
    ada,
    timers,
    streams,
    change: (to: string) => void (tool = to),
    /** The server ends its stream, and it is opened again. */
    async end() {
      const open = streams.length
      streams.at(-1)?.end()
      await until(() => {
        timers.advance(1_000)
        return streams.length > open
      })
    },
    asked: (method: string) => server.received.filter(({ message }) => message.method === method).length,
    async [Symbol.asyncDispose]() {
      for (const stream of streams) stream.destroy()
      await bed[Symbol.asyncDispose]()
      await server[Symbol.asyncDispose]()
    },
  }
}

for (const { era, where, slug, name } of [
  { era: 'modern', where: 'the address for everything', slug: everything, name: offeredUri('tool', uri) },
  { era: 'legacy', where: 'the address for everything', slug: everything, name: offeredUri('tool', uri) },
  { era: 'legacy', where: 'its own address', slug: 'tool', name: uri },
] as const) {
  test(`what changed at a ${era} server while its stream was away is told at ${where}, no more often than every four minutes`, async () => {
    await using changing = await changingBed(era)
    const { bed, timers } = changing
    const token = bed.token(changing.ada, slug)
    const list = modern('tools/list')
    assert.match(await (await bed.post(slug, token, list.body, list.headers)).text(), /first/)
    const notifications = { toolsListChanged: true, resourceSubscriptions: [name] }
    const listening = modern('subscriptions/listen', { notifications })
    const { body } = await bed.post(slug, token, listening.body, listening.headers)
    let text = ''
    const stop = new AbortController()
    const { signal } = stop
    const read = (body ?? assert.fail())
      .pipeThrough(new TextDecoderStream())
      .pipeTo(new WritableStream({ write: (part) => void (text += part) }), { signal })
    const told = () => [
      text.split('notifications/tools/list_changed').length - 1,
      text.split(`"uri":"${name}"`).length - 1,
    ]
    await until(() => changing.streams.length === 1)
    changing.change('second')
    await changing.end()
    await until(() => told()[0] === 1)
    assert.deepEqual(told(), [1, 1])
    assert.match(await (await bed.post(slug, token, list.body, list.headers)).text(), /second/)
    // A server that does nothing but end its stream.
    const lists = changing.asked('tools/list')
    for (let times = 0; times < 3; times += 1) await changing.end()
    assert.deepEqual(told(), [1, 1])
    assert.equal(changing.asked('tools/list'), lists)
    timers.advance(240_000)
    await until(() => told()[1] === 2)
    await until(() => changing.asked('tools/list') === lists + 1)
    changing.change('third')
    await changing.end()
    timers.advance(240_000)
    await until(() => told()[1] === 3)
    await until(() => told()[0] === 2)
    stop.abort()
    await assert.rejects(read)
  })
}
