import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { sql, type KyselyPlugin } from 'kysely'
import { somebodyWaits } from '../../test/somebody-waits.ts'
import { somebody } from '../../test/submission-bed.ts'
import { inTransaction, type ListingId } from '../kernel/index.ts'
import { holdsBed, tool } from './bed.test.ts'
import { insertHold, insertHolds, noteChange } from './store.ts'

const bed = await holdsBed()
after(() => bed[Symbol.asyncDispose]())
const { db, clock, ids, endpoint, holdOf, replica } = bed

test('two replicas that have no room for what they find at the same time stop the server once', async () => {
  const full = { ...endpoint, listing: ids.next<ListingId>(), slug: 'full' }
  const replicas = [replica({ mostChanges: 2 }), replica({ mostChanges: 2 })]
  const comparisons = await Promise.all(replicas.map((holds) => holds.comparison(full)))
  const [locked, goOn] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  // Neither ends before the other has begun.
  const third = inTransaction(db, async (trx) => {
    await noteChange(trx)
    locked.resolve()
    await goOn.promise
  })
  await locked.promise
  for (const [index, compare] of comparisons.entries()) {
    compare(['a', 'b', 'c'].map((name) => tool(`${name}-${index}`)))
  }
  await somebodyWaits(db, 2)
  goOn.resolve()
  await third
  await Promise.all(replicas.map((holds) => holds.settled()))
  for (const holds of replicas) {
    await holds.refresh()
    const stops = holds.active().filter(({ kind, listing: of }) => kind === 'server' && of === full.listing)
    assert.equal(stops.length, 1)
  }
})

test('two replicas that find the same changes in another order do not wait for each other', async () => {
  const place = { listing: ids.next<ListingId>(), digest: 'a'.repeat(64) }
  const one = () => holdOf('one', place)
  const next = () => holdOf('next', { ...place, digest: 'b'.repeat(64) })
  const [wrote, goOn] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const first = inTransaction(db, async (trx) => {
    await insertHolds(trx, [one()])
    wrote.resolve()
    await goOn.promise
    return await insertHolds(trx, [next()])
  })
  await wrote.promise
  const second = inTransaction(db, (trx) => insertHolds(trx, [next(), one()]))
  await Promise.race([somebodyWaits(db), second.then(() => assert.fail('It waited for nobody.'))])
  goOn.resolve()
  assert.deepEqual([(await first).size, (await second).size], [1, 0])
})

test('what was read earlier and comes later does not undo what was read since', async () => {
  const [asked, goOn] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  let answers = 0
  // The second answer, which is the list of the first refresh, takes its time.
  const slowly: KyselyPlugin = {
    transformQuery: ({ node }) => node,
    async transformResult({ result }) {
      answers += 1
      if (answers !== 2) return result
      asked.resolve()
      await goOn.promise
      return result
    },
  }
  const holds = replica({ db: db.withPlugin(slowly) })
  const first = holds.refresh()
  await asked.promise
  await inTransaction(db, async (trx) => {
    await insertHold(trx, holdOf('echo', { digest: 'c'.repeat(64) }))
    await noteChange(trx)
  })
  await holds.refresh()
  goOn.resolve()
  await first
  assert.equal(holds.forbidding(endpoint, 'echo')?.tool, 'echo')
})

test('what could not be written holds here, is written as soon as that is possible, and can be released like any other', async () => {
  const place = { ...endpoint, listing: ids.next<ListingId>(), slug: 'unwritten' }
  const reviewer = { ...somebody(ids, 'reviewer'), organisation: place.organisation }
  const [holds, other] = [replica(), replica()]
  const echo = (replicaOf: typeof holds) => replicaOf.forbidding(place, 'echo')?.tool
  const compare = await holds.comparison(place)
  await sql`alter table hold rename to hold_that_is_away`.execute(db)
  compare([tool('echo', 'It runs on https://elsewhere.example now.')])
  await holds.settled()
  await sql`alter table hold_that_is_away rename to hold`.execute(db)
  await other.refresh()
  assert.deepEqual([echo(holds), echo(other)], ['echo', undefined])
  // Not twice a second while the database has its troubles.
  await holds.refresh()
  await holds.settled()
  await other.refresh()
  assert.equal(echo(other), undefined)
  clock.advance(5_000)
  await holds.refresh()
  await holds.settled()
  await other.refresh()
  assert.deepEqual([echo(holds), echo(other)], ['echo', 'echo'])
  const id = holds.forbidding(place, 'echo')?.id ?? assert.fail('nothing is held')
  await holds.release(reviewer, id, 'Looked at it.')
  await other.refresh()
  assert.deepEqual([echo(holds), echo(other)], [undefined, undefined])
})

test('a list whose holds cannot be read back keeps no later one from being written', async () => {
  const place = { ...endpoint, listing: ids.next<ListingId>(), slug: 'unread' }
  let answers: 'as ever' | 'breaks' = 'as ever'
  const breaks: KyselyPlugin = {
    transformQuery: ({ node }) => node,
    async transformResult({ result }) {
      const isCount = result.rows.length === 1 && Object.keys(result.rows[0] ?? {}).join() === 'changes'
      if (answers === 'breaks' && isCount) throw new Error('The database went away.')
      return result
    },
  }
  const [holds, other] = [replica({ db: db.withPlugin(breaks) }), replica()]
  const compare = await holds.comparison(place)
  answers = 'breaks'
  compare([tool('one')])
  await holds.settled()
  answers = 'as ever'
  compare([tool('two')])
  await holds.settled()
  await other.refresh()
  for (const name of ['one', 'two']) assert.equal(other.forbidding(place, name)?.tool, name)
})
