import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import { testDatabase } from '../../test/database.ts'
import type { Endpoint, Tool } from '../catalogue/index.ts'
import {
  createIds,
  createLog,
  manualClock,
  type ListingId,
  type OrganisationId,
  type PersonId,
} from '../kernel/index.ts'
import { createTell } from '../notices/index.ts'
import { fit } from './bound.ts'
import { createHolds, type Hold } from './index.ts'
import type { HoldId } from './model.ts'

const clock = manualClock(new Date('2026-11-22T00:00:00Z'))
const ids = createIds(clock)
const database = await testDatabase()
after(() => database[Symbol.asyncDispose]())
const { db } = database
const endpoint: Endpoint = {
  listing: ids.next<ListingId>(),
  organisation: ids.next<OrganisationId>(),
  slug: 'shifty',
  name: 'Shifty',
  serverUrl: 'https://mcp.example/mcp',
  authType: 'none',
  state: 'published',
  version: 2,
  staticClient: false,
  updatedAt: new Date(0),
}
const { listing, organisation } = endpoint
const tool = (name: string, description = 'Says what it was given.'): Tool => ({
  name,
  title: null,
  description,
  annotations: null,
  inputSchema: { type: 'object' },
})

function holdOf(name: string, change: Partial<Hold> = {}): Hold {
  return {
    id: ids.next<HoldId>(),
    kind: 'changed-tool',
    listing,
    organisation,
    tool: name,
    version: 2,
    digest: name,
    severity: 'major',
    changes: [],
    reason: '',
    at: clock.now(),
    endedAt: null,
    ...change,
  }
}

test('room is made by changes of earlier versions and by what was released of tools that are gone; what holds stays', () => {
  const gone = holdOf('gone', { endedAt: clock.now() })
  const earlier = holdOf('earlier', { version: 1 })
  const there = [holdOf('held'), gone, holdOf('listed', { endedAt: clock.now() }), earlier]
  const fresh = ['a', 'b', 'c'].map((name) => holdOf(name))
  const list = { version: 2, names: new Set(['listed', 'a', 'b', 'c']) }
  const within = (most: number) => {
    const { drop, add, isFull } = fit(there, fresh, { ...list, most })
    return [drop.map((hold) => hold.tool), add.map((hold) => hold.tool), isFull]
  }
  assert.deepEqual(within(7), [[], ['a', 'b', 'c'], false])
  assert.deepEqual(within(6), [['earlier'], ['a', 'b', 'c'], false])
  assert.deepEqual(within(5), [['earlier', 'gone'], ['a', 'b', 'c'], false])
  assert.deepEqual(within(4), [['earlier', 'gone'], ['a', 'b'], true])
  assert.deepEqual(within(1), [['earlier', 'gone'], [], true])
})

test('a server whose list is another one each time keeps so many holds and is then stopped as a whole; nothing new is ever called', async () => {
  const make = () =>
    createHolds({
      db,
      clock,
      ids,
      log: createLog('silent'),
      mostChanges: 12,
      notices: { tell: createTell({ clock, ids, jobs: { send: () => Promise.resolve() } }) },
      catalogue: {
        bySlug: async () => undefined,
        byId: async () => undefined,
        shownVersion: async () => ({ version: 2, tools: [tool('echo')] }),
      },
    })
  const [holds, other] = [make(), make()]
  const count = async () => {
    const { rows } = await sql<{ kind: string; rows: number }>`
      select kind, count(*)::int as rows from hold where listing_id = ${listing} group by kind order by kind`.execute(
      db,
    )
    return rows.map(({ kind, rows: many }) => `${many} ${kind}`)
  }
  const list = async (...tools: readonly Tool[]) => {
    const compare = await holds.comparison(endpoint)
    compare(tools)
    for (const { name } of tools) assert.ok(name === 'still' || holds.forbidding(endpoint, name), name)
    await holds.settled()
    await other.refresh()
    for (const { name } of tools) assert.ok(name === 'still' || other.forbidding(endpoint, name), name)
  }
  // A tool that is another one each time is held by three changes as by many.
  for (let time = 0; time < 6; time += 1)
    await list(tool('echo', `It runs on https://host-${time}.example now.`))
  assert.deepEqual(await count(), ['3 changed-tool'])
  assert.equal(holds.forbidding(endpoint, 'other'), undefined)
  // What was released holds again when it changes again.
  const reviewer = {
    person: ids.next<PersonId>(),
    organisation,
    name: 'Rita',
    email: 'rita@example.com',
    roles: new Set(['reviewer'] as const),
  }
  for (const { id } of holds.active()) await holds.release(reviewer, id, 'Looked at it.')
  await list(tool('echo', 'It runs on https://elsewhere.example now.'))
  assert.deepEqual(await count(), ['4 changed-tool'])

  for (let time = 0; time < 6; time += 1)
    await list(...[1, 2, 3, 4].map((each) => tool(`new-${time}-${each}`)))
  assert.deepEqual(await count(), ['12 changed-tool', '1 server'])
  assert.match(
    other.forbidding(endpoint, 'still')?.reason ?? '',
    /Its list of tools keeps changing: 12 changes/,
  )
  const { rows } = await sql<{ kind: string }>`select kind from notice order by id`.execute(db)
  assert.deepEqual([...new Set(rows.map(({ kind }) => kind))], ['holds.changed', 'holds.stopped'])
})
