import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testDatabase } from '../../test/database.ts'
import { createIds, manualClock, type ListingId, type OrganisationId } from '../kernel/index.ts'
import { watchList, type WatchRow } from './watch-list-store.ts'

const minute = 60_000
const at = new Date('2026-11-21T12:00:00Z')

test('what is due is taken once, no more of it than was asked for, and again when who took it has died', async () => {
  await using database = await testDatabase()
  const { db } = database
  const list = watchList<WatchRow>('upkeep_watch')
  const ids = createIds(manualClock(at))
  const later = (minutes: number) => new Date(at.getTime() + minutes * minute)
  const three = [1, 2, 3].map((n) => ({
    listing: ids.next<ListingId>(),
    organisation: ids.next<OrganisationId>(),
    nextAt: later(n),
  }))
  const [one, two, last] = three.map(({ listing }) => listing)
  const take = async (minutes: number): Promise<readonly ListingId[]> => {
    const due = await list.takeDue(db, { at: later(minutes), leaseUntil: later(minutes + 5), most: 2 })
    return due.map((row) => row.listing_id).toSorted()
  }
  await list.watch(db, three)
  assert.deepEqual([await take(4), await take(4), await take(4)], [[one, two], [last], []])
  await list.watch(
    db,
    three.map((again) => ({ ...again, nextAt: at })),
  )
  assert.deepEqual(await take(8), [])
  await list.stopWatching(db, [one, two] as ListingId[])
  assert.deepEqual(await take(9), [last])
  await list.watch(db, three)
  assert.deepEqual([await take(9), await take(9)], [[one, two], []])
})
