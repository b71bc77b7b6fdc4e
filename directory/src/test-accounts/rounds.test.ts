import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testAccountsBed } from '../../test/test-accounts-bed.ts'
import type { ListingId } from '../kernel/index.ts'

test('an account that cannot be ended keeps no other one past its time', async () => {
  await using bed = await testAccountsBed()
  const { db, clock, ids, written } = bed
  const listings = [ids.next<ListingId>(), ids.next<ListingId>()] as const
  const accounts = bed.accounts(async (listing) => {
    if (listing === listings[0]) throw new Error('a fault of ours')
    return undefined
  })
  for (const listing of listings) {
    await bed.give(accounts, listing, { name: 'tess', secret: 'open sesame', hints: '' })
  }
  clock.advance(91 * 86_400_000)
  await accounts.endExpired()
  const ends = await Promise.all(
    listings.map(async (listing) => (await accounts.view(db, { listing })).account?.end?.why),
  )
  assert.deepEqual(ends, [undefined, 'expired'])
  // Nothing of it is listed.
  assert.deepEqual((await written()).kinds, [])
})
