import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { testDatabase } from '../../test/database.ts'
import type { Fate } from '../catalogue/index.ts'
import {
  createIds,
  createLog,
  inTransaction,
  manualClock,
  type ListingId,
  type OrganisationId,
} from '../kernel/index.ts'
import { createTell, type Tell } from '../notices/index.ts'
import { tellPeople, tellRest } from './tell-people.ts'

/** A listing with so many people who connected it twice, and what is told of it. */
async function connectedBy(people: number) {
  const database = await testDatabase()
  const { db } = database
  const clock = manualClock(new Date('2026-11-22T00:00:00Z'))
  const ids = createIds(clock)
  const [listing, publisher] = [ids.next<ListingId>(), ids.next<OrganisationId>()]
  const connect = async (many: number, organisation?: OrganisationId, to: ListingId = listing) =>
    await sql`
      with person as (select gen_random_uuid() as id from generate_series(1, ${many}))
      insert into connection (id, organisation_id, person_id, listing_id, issuer, state, resource, created_at)
      select gen_random_uuid(), coalesce(${organisation ?? null}::uuid, gen_random_uuid()), person.id, ${to}, '',
        'connected', 'https://mcp.example/mcp', ${clock.now()}
      from person, generate_series(1, 2) as twice(time)
      on conflict do nothing`.execute(db)
  await connect(people)
  await connect(1, publisher)
  const told = async () => {
    const { rows } = await sql<{ person: string | null; kind: string; quote: string | null }>`
      select person_id as person, kind, quote from notice order by id`.execute(db)
    return rows
  }
  const write = createTell({ clock, ids, jobs: { send: () => Promise.resolve() } })
  const deps = { db, clock, ids, log: createLog('silent'), notices: { tell: write } }
  const about = { listing: { id: listing, slug: 'ferries', organisation: publisher }, name: 'Ferries' }
  const gone: Fate = { ...about, what: 'gone', because: 'publisher', words: 'We stop.' }
  const back: Fate = { ...about, what: 'back' }
  /** What becomes of another listing, which so many people connected. */
  const elsewhere = async (many: number): Promise<Fate> => {
    const id = ids.next<ListingId>()
    await connect(many, undefined, id)
    return { ...gone, listing: { ...gone.listing, id } }
  }
  return {
    db,
    deps,
    write,
    told,
    gone,
    back,
    elsewhere,
    [Symbol.asyncDispose]: () => database[Symbol.asyncDispose](),
  }
}

test('everybody who connected a listing is told once, some at once and the rest later, also when a process dies in between', async () => {
  await using bed = await connectedBy(260)
  const { db, deps, write, told, gone, back } = bed
  await assert.rejects(
    inTransaction(db, async (trx) => {
      await tellPeople(deps, trx, gone)
      throw new Error('nothing happened after all')
    }),
  )
  assert.equal((await told()).length, 0)
  await inTransaction(db, (trx) => tellPeople(deps, trx, gone))
  assert.equal((await told()).length, 50)
  let left = 120
  const dies: Tell = async (trx, news) => {
    left -= 1
    if (left === 0) throw new Error('killed')
    return await write(trx, news)
  }
  await tellRest({ ...deps, notices: { tell: dies } })
  assert.equal((await told()).length, 50)
  await Promise.all([tellRest(deps), tellRest(deps)])
  await tellRest(deps)
  const all = await told()
  assert.deepEqual([all.length, new Set(all.map(({ person }) => person)).size], [260, 260])
  assert.deepEqual(
    [...new Set(all.map(({ kind, quote }) => `${kind}: ${quote}`))],
    ['connections.gone: We stop.'],
  )
  // Each thing that happens to it is told anew.
  await inTransaction(db, (trx) => tellPeople(deps, trx, back))
  await tellRest(deps)
  assert.equal((await told()).length, 520)
})

test('nobody hears that a connector is back before having heard that it was gone', async () => {
  await using bed = await connectedBy(120)
  const { db, deps, told, gone, back } = bed
  await inTransaction(db, (trx) => tellPeople(deps, trx, gone))
  // Others are among the first fifty then.
  await sql`delete from connection where person_id in (select person_id from notice order by id limit 20)`.execute(
    db,
  )
  await inTransaction(db, (trx) => tellPeople(deps, trx, back))
  await tellRest(deps)
  const heard = Map.groupBy(await told(), ({ person }) => person)
  assert.deepEqual(
    new Set([...heard.values()].map((notices) => notices.map(({ kind }) => kind).join(', '))),
    new Set(['connections.gone', 'connections.gone, connections.back']),
  )
  assert.equal(heard.size, 120)
})

test('a connector of which nobody can be told holds up no other, and is told of when that is possible again', async () => {
  await using bed = await connectedBy(60)
  const { db, deps, write, told, gone, back, elsewhere } = bed
  const other = await elsewhere(60)
  for (const fate of [gone, back, other]) await inTransaction(db, (trx) => tellPeople(deps, trx, fate))
  assert.equal((await told()).length, 100)
  const fails: Tell = async (trx, news) => {
    if (news.about === `listing:${gone.listing.id}`) throw new Error('nobody can be told of this one')
    return await write(trx, news)
  }
  const logged: unknown[] = []
  const log = createLog('error', {
    write: (line) => void logged.push((JSON.parse(line) as { listing: unknown }).listing),
  })
  await tellRest({ ...deps, log, notices: { tell: fails } })
  assert.deepEqual([(await told()).length, logged], [110, [gone.listing.id]])
  await tellRest(deps)
  assert.equal((await told()).length, 180)
})
