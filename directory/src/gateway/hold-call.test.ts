import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { sql } from 'kysely'
import { gatewayBed, modern, type GatewayBed } from '../../test/gateway-bed.ts'
import { reply, scriptedServer, type ScriptedServer } from '../../test/scripted-server.ts'
import type { Tool } from '../catalogue/index.ts'
import type { Holds } from '../holds/index.ts'
import type { Viewer } from '../kernel/index.ts'

const resources = new AsyncDisposableStack()
let bed: GatewayBed
let server: ScriptedServer
let other: Holds
let ada: Viewer
let operator: Viewer
let reviewer: Viewer
let slug = ''
let count = 0

const tool = (name: string, change: Partial<Tool> = {}): Tool => ({
  name,
  title: null,
  description: 'Says what it was given, and nothing else at all.',
  annotations: null,
  inputSchema: { type: 'object' },
  ...change,
})
let tools: readonly Tool[] = []
let result = '{"content":[]}'

before(async () => {
  server = resources.use(
    await scriptedServer('modern', ({ message }, response) => {
      const listed = JSON.stringify({
        tools: tools.map(({ name, description, inputSchema }) => ({ name, description, inputSchema })),
      })
      const inner = message.method === 'tools/list' ? listed : result
      reply(response, 200, `{"jsonrpc":"2.0","id":7,"result":${inner}}`)
    }),
  )
  bed = resources.use(await gatewayBed())
  other = bed.holdsReplica()
  const { connections } = bed
  ada = connections.person('ada')
  operator = connections.person('olga', new Set(['operator']))
  reviewer = connections.person('rita', new Set(['reviewer']))
})

after(() => resources.disposeAsync())

beforeEach(async () => {
  count += 1
  slug = `tool-${count}`
  bed.connections.list(slug, server.url)
  await bed.connect(ada, slug)
  tools = [tool('echo'), tool('twice')]
  bed.approve(slug, tools)
  result = '{"content":[]}'
})

async function ask(method: string, params: Record<string, unknown> = {}) {
  const call = modern(method, params)
  return await (await bed.post(slug, bed.token(ada, slug), call.body, call.headers)).text()
}

const callEcho = () => ask('tools/call', { name: 'echo', arguments: {} })

test('what one replica stops, another refuses with the reason; the rest goes on, and all of it is in the audit', async () => {
  const stop = { kind: 'tool', slug, tool: 'echo', reason: 'It leaks invoices.' } as const
  const hold = await other.stop(operator, stop)
  assert.match(await callEcho(), /"result"/)
  await bed.holds.refresh()
  assert.deepEqual(JSON.parse(await callEcho()).error, {
    code: -32017,
    message: `The tool "echo" of ${slug.toUpperCase()} was stopped by an operator of this directory: It leaks invoices.`,
    data: { stopped: 'tool', reason: 'It leaks invoices.', since: hold.at.toISOString() },
  })
  assert.match(await ask('tools/call', { name: 'twice', arguments: {} }), /"result"/)
  await bed.holds.release(operator, hold.id, 'Mended.')
  assert.match(await callEcho(), /"result"/)
  const { rows } =
    await sql`select action, actor, reason from audit where subject = ${`listing:${hold.listing}`}
    and action like 'holds.%' order by at, id`.execute(bed.connections.database.db)
  assert.deepEqual(rows, [
    { action: 'holds.stop', actor: operator.person, reason: 'It leaks invoices.' },
    { action: 'holds.release', actor: operator.person, reason: 'Mended.' },
  ])
})

test('a stopped server answers nothing, and a stopped publisher with none of its servers', async () => {
  const { listing, organisation } = await other.stop(operator, {
    kind: 'server',
    slug,
    tool: null,
    reason: 'Down.',
  })
  await bed.holds.refresh()
  assert.match(await ask('tools/list'), /-32017.*was stopped by an operator of this directory: Down\./)
  const second = bed.connections.list('of-the-same', server.url, { organisation })
  assert.notEqual(second.listing, listing)
  await bed.connect(ada, second.slug)
  slug = second.slug
  assert.match(await callEcho(), /"result"/)
  await bed.holds.stop(operator, { kind: 'publisher', slug, tool: null, reason: 'Gone.' })
  assert.match(await callEcho(), /stopped by an operator of this directory: Gone\./)
})

test('only operators stop something, and say what and why', async () => {
  const order = { kind: 'server', slug, tool: null, reason: 'x' } as const
  await assert.rejects(bed.holds.stop(reviewer, order), /needs the role "operator"/)
  await assert.rejects(bed.holds.stop(operator, { ...order, reason: ' ' }), { code: 'invalid-input' })
  await assert.rejects(bed.holds.stop(operator, { ...order, slug: 'nowhere' }), { code: 'invalid-input' })
  await assert.rejects(bed.holds.stop(operator, { ...order, kind: 'tool' }), { code: 'invalid-input' })
})

test('a tool that has changed too much is held before its first call, on every replica, until it is released', async () => {
  tools = [tool('echo', { inputSchema: { type: 'object', required: ['secret'] } }), tool('twice')]
  await ask('tools/list')
  assert.match(
    await callEcho(),
    /-32018.*has changed since it was approved \(parameters, new-required-parameter\)\. It is held until a reviewer/,
  )
  assert.match(await ask('tools/call', { name: 'twice', arguments: {} }), /"result"/)
  await bed.holds.settled()
  await other.refresh()
  const [held] = other.active().filter((hold) => hold.tool === 'echo' && hold.kind === 'changed-tool')
  assert.equal(held?.severity, 'major')
  await assert.rejects(other.release(ada, held.id, 'Please.'), { code: 'not-allowed' })
  await other.release(reviewer, held.id, 'Looked at it.')
  await bed.holds.refresh()
  // The same change is not held again; another one is.
  await ask('tools/list')
  assert.match(await callEcho(), /"result"/)
  tools = [tool('echo', { inputSchema: { type: 'object', required: ['secret', 'more'] } })]
  await ask('tools/list')
  assert.match(await callEcho(), /-32018/)
})

test('a small change goes through with a warning in _meta, and the rest of the answer is byte for byte', async () => {
  tools = [tool('echo', { inputSchema: { type: 'object', properties: { loud: { type: 'boolean' } } } })]
  await ask('tools/list')
  const note = `"connectory/tool-changed":{"severity":"minor","changes":["parameters"],"since":"${bed.connections.clock.now().toISOString()}"}`
  result = '{ "content":[], "n":1.50}'
  assert.equal(
    await callEcho(),
    `{"jsonrpc":"2.0","id":7,"result":{"_meta":{${note}}, "content":[], "n":1.50}}`.replace('}, ', '}, '),
  )
  result = '{"content":[],"_meta":{"a":1}}'
  assert.equal(await callEcho(), `{"jsonrpc":"2.0","id":7,"result":{"content":[],"_meta":{${note},"a":1}}}`)
})

test('where nothing was approved tool by tool, nothing is held', async () => {
  bed.approve(slug, [])
  tools = [tool('new')]
  await ask('tools/list')
  assert.match(await ask('tools/call', { name: 'new', arguments: {} }), /"result"/)
})
