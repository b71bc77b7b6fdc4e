import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import type { Tool } from '../catalogue/index.ts'
import type { ListingId, PersonId } from '../kernel/index.ts'
import { somebody } from '../../test/submission-bed.ts'
import { holdsBed, tool } from './bed.test.ts'
import { fit } from './bound.ts'

const bed = await holdsBed()
after(() => bed[Symbol.asyncDispose]())
const { db, clock, ids, endpoint, holdOf, replica } = bed
const { listing, organisation } = endpoint

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
  const [holds, other] = [replica({ mostChanges: 12 }), replica({ mostChanges: 12 })]
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
  // One of them is the last that was not noted before.
  assert.deepEqual(await count(), ['5 changed-tool'])

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

test('a list of which not all is compared stops the server: what stands behind the rest may be anything', async () => {
  const long = { ...endpoint, listing: ids.next<ListingId>(), slug: 'long' }
  const [holds, other] = [replica(), replica()]
  const compare = await holds.comparison(long)
  const known = Array.from({ length: 2_000 }, () => tool('echo'))
  compare(known)
  assert.equal(holds.forbidding(long, 'echo'), undefined)
  compare([...known, tool('steal')])
  assert.equal(holds.forbidding(long, 'steal')?.kind, 'server')
  await holds.settled()
  await other.refresh()
  assert.match(other.forbidding(long, 'steal')?.reason ?? '', /more than 2000 tools/)
})

test('what holds a tool is released, and the tool is another one by then: it is never called before somebody has looked at that one', async () => {
  const place = { ...endpoint, listing: ids.next<ListingId>(), slug: 'fourth' }
  const reviewer = { ...somebody(ids, 'reviewer'), organisation }
  const [holds, other] = [replica(), replica()]
  const compare = await holds.comparison(place)
  const state = (time: number) => tool('echo', `It runs on https://host-${time}.example now.`)
  const heldOf = (of: typeof holds) =>
    of
      .active()
      .filter((hold) => hold.listing === place.listing)
      .map(({ id }) => id)
  for (const time of [1, 2, 3, 4, 5, 4]) compare([state(time)])
  await holds.settled()
  await other.refresh()
  assert.equal(heldOf(other).length, 3)
  // Released elsewhere: the replica that has seen the list hears of it.
  for (const id of heldOf(other)) await other.release(reviewer, id, 'Looked at it.')
  await holds.refresh()
  await holds.settled()
  await other.refresh()
  for (const each of [holds, other]) {
    assert.equal(each.forbidding(place, 'echo')?.tool, 'echo')
    assert.equal(heldOf(each).length, 1)
  }
  // The one that it is; not the fifth, which it was for a moment.
  await holds.release(reviewer, heldOf(holds)[0] ?? assert.fail(), 'Looked at it.')
  compare([state(4)])
  assert.equal(holds.forbidding(place, 'echo'), undefined)

  // Where it is one of the three again, nothing stands in for them.
  for (const time of [6, 7, 8, 9, 6]) compare([state(time)])
  await holds.settled()
  for (const id of heldOf(holds)) await holds.release(reviewer, id, 'Looked at it.')
  await holds.settled()
  assert.deepEqual(heldOf(holds), [])
})

test('what a list showed of an earlier version is not noted any more once that of a later one was seen', async () => {
  const earlier = { ...endpoint, listing: ids.next<ListingId>(), slug: 'fifth' }
  const reviewer = { ...somebody(ids, 'reviewer'), organisation }
  let version = 2
  const holds = replica({ version: () => version })
  const compare = await holds.comparison(earlier)
  const changed = (time: number) => tool('echo', `It runs on https://host-${time}.example now.`)
  for (const time of [1, 2, 3, 4]) compare([changed(time)])
  await holds.settled()
  const held = () => holds.active().filter((hold) => hold.listing === earlier.listing)
  assert.equal(held().length, 3)
  version = 3
  const compareLater = await holds.comparison({ ...earlier, version })
  compareLater([tool('echo')])
  for (const { id } of held()) await holds.release(reviewer, id, 'Another version was approved.')
  await holds.settled()
  assert.deepEqual(held(), [])
})
