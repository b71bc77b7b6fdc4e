import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { gatewayBed, modern, type GatewayBed } from '../../test/gateway-bed.ts'
import { reply, scriptedServer, type ScriptedServer } from '../../test/scripted-server.ts'
import type { Viewer } from '../kernel/index.ts'
import type { ContinuationKind } from './read-more.ts'

const long = Array.from({ length: 9_000 }, (_, line) => `line ${line} of the long result`).join('\n')
const tools = '{ "tools":[{"name":"x","inputSchema":{"type":"object"},"n":1.50}] ,"resultType":"complete"}'
/** Says what it is asked for by its arguments. */
let text = long
const beds: Partial<Record<ContinuationKind, GatewayBed>> = {}
const resources = new AsyncDisposableStack()
const people = new Map<GatewayBed, Viewer>()
let server: ScriptedServer

before(async () => {
  server = resources.use(
    await scriptedServer('modern', ({ message }, response) => {
      if (message.method === 'tools/list')
        return reply(response, 200, `{"jsonrpc":"2.0","id":7,"result":${tools}}`)
      const result = { resultType: 'complete', content: [{ type: 'text', text }] }
      const strange = `{"jsonrpc":"2.0","id":${JSON.stringify(message.id)},"result":{${odd[text]}}}`
      reply(response, 200, text in odd ? strange : { jsonrpc: '2.0', id: message.id, result })
    }),
  )
  for (const continuation of ['tool', 'resource'] as const) {
    const bed = resources.use(await gatewayBed({ continuation }))
    const ada = bed.connections.person('ada')
    bed.connections.list('tool', server.url)
    await bed.connect(ada, 'tool')
    beds[continuation] = bed
    people.set(bed, ada)
  }
})

after(() => resources.disposeAsync())

const odd: Readonly<Record<string, string>> = {
  odd: `"content":[${'[],'.repeat(300_000)}[]]`,
  deep: `"content":${'['.repeat(600)}${']'.repeat(600)}`,
}

async function ask(kind: 'tool' | 'resource', method: string, params: Record<string, unknown>) {
  const bed = beds[kind] ?? assert.fail()
  const viewer = people.get(bed) ?? assert.fail()
  const call = modern(method, params)
  const { uri } = params
  const headers = { ...call.headers, ...(typeof uri === 'string' && { 'mcp-name': uri }) }
  const answer = await bed.post('tool', bed.token(viewer, 'tool'), call.body, headers)
  const body = await answer.text()
  return { body, message: JSON.parse(body) }
}

test('a model reads a cut result to its end with the tool that the notice names', async () => {
  text = long
  let { message } = await ask('tool', 'tools/call', { name: 'x', arguments: {} })
  const parts: string[] = []
  for (let calls = 0; calls < 10; calls += 1) {
    const blocks: { text: string }[] = message.result.content
    assert.equal(message.result.resultType, 'complete')
    const notice = /call the tool (\w+) with (\{.*?\})/.exec(blocks.at(-1)?.text ?? '')
    parts.push(...blocks.slice(0, notice === null ? undefined : -1).map((block) => block.text))
    if (notice === null) break
    const given = JSON.parse(notice[2] ?? '')
    ;({ message } = await ask('tool', 'tools/call', { name: notice[1] ?? '', arguments: given }))
  }
  assert.ok(parts.length > 1)
  assert.equal(parts.join('\n'), long)
  assert.equal(server.received.filter((one) => one.message.method === 'tools/call').length, 1)
})

test('the tool to read on stands at the end of a tool list, and the rest of the list is byte for byte', async () => {
  const { body, message } = await ask('tool', 'tools/list', {})
  assert.ok(body.startsWith(`{"jsonrpc":"2.0","id":7,"result":${tools.slice(0, tools.indexOf(']'))},{`), body)
  assert.ok(body.endsWith(`}${tools.slice(tools.indexOf(']'))}}`), body)
  assert.equal(message.result.tools[1].name, 'connectory_read_more')
  const other = await ask('resource', 'tools/list', {})
  assert.equal(other.body, `{"jsonrpc":"2.0","id":7,"result":${tools}}`)
})

test('as a resource, the rest is behind a link', async () => {
  text = long
  const { message } = await ask('resource', 'tools/call', { name: 'x', arguments: {} })
  const [first, , link] = message.result.content
  assert.equal(link.type, 'resource_link')
  const read = await ask('resource', 'resources/read', { uri: link.uri })
  assert.ok(long.startsWith(`${first.text}\n${read.message.result.contents[0].text}`))
})

test('another person, or anybody after ten minutes, is told that the rest is gone', async () => {
  text = long
  const bed = beds.tool ?? assert.fail()
  const { message } = await ask('tool', 'tools/call', { name: 'x', arguments: {} })
  const notice: string = message.result.content.at(-1).text
  const given = JSON.parse(/\{.*?\}/.exec(notice)?.[0] ?? '')
  const params = { name: 'connectory_read_more', arguments: given }
  const bob = bed.connections.person('bob')
  await bed.connect(bob, 'tool')
  const call = modern('tools/call', params)
  const refused = await bed.post('tool', bed.token(bob, 'tool'), call.body, call.headers)
  assert.match(await refused.text(), /-32602.*kept for 10 minutes; call the tool again/)
  assert.equal((await ask('tool', 'tools/call', params)).message.error, undefined)
  bed.connections.clock.advance(10 * 60_000)
  assert.match((await ask('tool', 'tools/call', params)).message.error.message, /is not known here/)
})

for (const strange of ['odd', 'deep']) {
  test(`an answer with too much inside is not parsed, translated or not: it would hold up everybody else (${strange})`, async () => {
    text = strange
    const params = { name: 'x', arguments: {} }
    const { message } = await ask('tool', 'tools/call', params)
    const expected = /TOOL sent an answer that holds more than 250000 values or nests more than 500 deep/
    assert.match(message.error.message, expected)
    const bed = beds.tool ?? assert.fail()
    const token = bed.token(people.get(bed) ?? assert.fail(), 'tool')
    const older = await bed.post('tool', token, { jsonrpc: '2.0', id: 7, method: 'tools/call', params })
    assert.deepEqual(JSON.parse(await older.text()).error, message.error)
  })
}
