import assert from 'node:assert/strict'
import { after, before, test as oneTest } from 'node:test'
import { sql } from 'kysely'
import { everything, gatewayBed, modern, type GatewayBed } from '../../test/gateway-bed.ts'
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
      reply(response, 200, `{"jsonrpc":"2.0","id":${JSON.stringify(message.id)},"result":${inner}}`)
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

async function prepare(): Promise<void> {
  count += 1
  slug = `tool-${count}`
  bed.connections.list(slug, server.url)
  await bed.connect(ada, slug)
  tools = [tool('echo'), tool('twice')]
  bed.approve(slug, tools)
  result = '{"content":[]}'
}

/** What the publisher was told, in its order. */
async function told(organisation: string) {
  const { rows } = await sql<{ kind: string; quote: string | null }>`
    select kind, quote from notice where organisation_id = ${organisation} order by id`.execute(
    bed.connections.database.db,
  )
  return rows.map(({ kind, quote }) => [kind, quote])
}

/** A hook would run before the tests of every file in the process. */
const test = (name: string, body: () => Promise<void>) => void oneTest(name, () => prepare().then(body))

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
    message: `The tool "echo" of ${slug.toUpperCase()} was stopped by this directory: It leaks invoices.`,
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
  assert.deepEqual(await told(hold.organisation), [
    ['holds.stopped-tool', 'It leaks invoices.'],
    ['holds.released', 'Mended.'],
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
  assert.match(await ask('tools/list'), /-32017.*was stopped by this directory: Down\./)
  const second = bed.connections.list('of-the-same', server.url, { organisation })
  assert.notEqual(second.listing, listing)
  await bed.connect(ada, second.slug)
  slug = second.slug
  assert.match(await callEcho(), /"result"/)
  await bed.holds.stop(operator, { kind: 'publisher', slug, tool: null, reason: 'Gone.' })
  assert.match(await callEcho(), /stopped by this directory: Gone\./)
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
  await bed.holds.settled()
  tools = [...tools, tool('third')]
  await ask('tools/list')
  await bed.holds.settled()
  // Several tools make one notice a day, unless somebody released one in between.
  assert.deepEqual(await told(held.organisation), [
    ['holds.changed', null],
    ['holds.released', 'Looked at it.'],
    ['holds.changed', null],
  ])
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

const named = (answer: string): unknown => JSON.parse(answer).result.tools.map(({ name }: Tool) => name)

test('a tool that its person blocks is in no list and is not called, at both endpoints; the rest is untouched', async () => {
  const { connections } = bed.connections
  const call = modern('tools/list')
  const all = async () =>
    named(await (await bed.post(everything, bed.token(ada, everything), call.body, call.headers)).text())
  assert.deepEqual(named(await ask('tools/list')), ['echo', 'twice'])
  assert.match(String(await all()), new RegExp(`${slug}__echo`))
  await connections.setLevels(ada, slug, { of: 'me', rules: new Map([['echo', 'blocked']]) })
  assert.deepEqual(named(await ask('tools/list')), ['twice'])
  const { error } = JSON.parse(await callEcho())
  assert.equal(error.code, -32019)
  assert.match(error.data.allowUrl, new RegExp(`/connections/tools/${slug}\\?tool=echo$`))
  assert.match(await ask('tools/call', { name: 'twice', arguments: {} }), /"result"/)
  const merged = modern('tools/call', { name: `${slug}__echo`, arguments: {} })
  const there = await bed.post(everything, bed.token(ada, everything), merged.body, merged.headers)
  assert.match(await there.text(), /-32019/)
  const left = String(await all())
  assert.ok(!left.includes(`${slug}__echo`) && left.includes(`${slug}__twice`))
  await assert.rejects(connections.allowForAWhile(ada, slug, 'echo'), { code: 'not-allowed' })
  await connections.setLevels(ada, slug, { of: 'me', rules: new Map([['echo', null]]) })
  assert.match(await callEcho(), /"result"/)
  const many = new Map(Array.from({ length: 2_001 }, (_, n) => [`t${n}`, 'ask'] as const))
  await assert.rejects(connections.setLevels(ada, slug, { of: 'me', rules: many }), { code: 'too-many' })
})

test('a tool that asks says where its person allows it, goes on for a quarter of an hour, and asks again', async () => {
  const { catalogue, clock, connections, database } = bed.connections
  const reads = tool('echo', { annotations: { readOnlyHint: true } })
  const approved = { version: 1, tools: [reads, tool('twice')] }
  Object.assign(catalogue, { shownVersion: () => Promise.resolve(approved) })
  const callTwice = () => ask('tools/call', { name: 'twice', arguments: {} })
  await connections.setLevels(ada, slug, { of: 'me', rules: new Map([[null, 'hints']]) })
  // Connecting again keeps what was said.
  await bed.connect(ada, slug)
  assert.ok(!(await callEcho()).includes('needs-approval'))
  const { result: answer } = JSON.parse(await callTwice())
  assert.equal(answer.isError, true)
  assert.match(answer.content[0].text, /was not called.*They allow it at http:.*\?tool=twice in a browser/)
  const records = await bed.records(ada)
  assert.deepEqual([records[0]?.status, records[0]?.tool], ['refused', 'twice'])
  await connections.allowForAWhile(ada, slug, 'twice')
  assert.ok(!(await callTwice()).includes('needs-approval'))
  clock.advance(15 * 60_000)
  assert.match(await callTwice(), /needs-approval/)
  for (const name of ['echo', 'twice', 'echo']) await connections.allowForAWhile(ada, slug, name)
  clock.advance(15 * 60_000)
  await connections.allowForAWhile(ada, slug, 'other')
  const kept =
    await sql`select tool from tool_level where person_id = ${ada.person} and rule is null`.execute(
      database.db,
    )
  assert.deepEqual(kept.rows, [{ tool: 'other' }])
  const listing = (await catalogue.endpointOf(slug))?.listing
  const { rows } = await sql<{ action: string }>`select action from audit
    where subject = ${`connector:${listing}`} and actor = ${ada.person} order by at, id`.execute(database.db)
  const written = rows.map(({ action }) => action).filter((action) => /levels|allow/.test(action))
  const allowed = Array<string>(5).fill('connections.allow-tool')
  assert.deepEqual(written, ['connections.set-levels', ...allowed])
})

test('an owner’s rule is above what a person says, is theirs alone to set, and counts in no other organisation', async () => {
  const { connections } = bed.connections
  const carl = bed.connections.colleague(ada, 'carl')
  await bed.connect(carl, slug)
  const call = modern('tools/call', { name: 'echo', arguments: {} })
  const callAs = async (viewer: Viewer) =>
    await (await bed.post(slug, bed.token(viewer, slug), call.body, call.headers)).text()
  const rules = new Map([['echo', 'blocked'] as const])
  const mayRule = async (viewer: Viewer) => (await connections.levels(viewer, slug)).owner
  assert.deepEqual([await mayRule(ada), await mayRule(carl)], [true, false])
  await assert.rejects(connections.setLevels(carl, slug, { of: 'organisation', rules }), {
    code: 'not-allowed',
  })
  await connections.setLevels(ada, slug, { of: 'organisation', rules })
  await connections.setLevels(carl, slug, { of: 'me', rules: new Map([['echo', 'allow']]) })
  assert.match(await callAs(carl), /-32019/)
  assert.match(await callAs(ada), /-32019/)
  const [shown] = (await connections.levels(carl, slug)).tools
  assert.deepEqual([shown?.own, shown?.ceiling, shown?.level], ['allow', 'blocked', 'blocked'])
  await bed.connect(operator, slug)
  assert.match(await callAs(operator), /"result"/)
  // Alone, a person has one set of rules; another that was made is shown until it is taken back.
  assert.equal(await mayRule(operator), false)
  await connections.setLevels(operator, slug, { of: 'organisation', rules })
  assert.equal(await mayRule(operator), true)
  await connections.setLevels(ada, slug, { of: 'organisation', rules: new Map([['echo', null]]) })
  assert.match(await callAs(carl), /"result"/)
})
