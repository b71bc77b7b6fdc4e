import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createSafeFetch } from '@connectory/wire'
import { testDatabase } from '../../test/database.ts'
import {
  createIds,
  createLog,
  createVault,
  inTransaction,
  manualClock,
  type ListingId,
  type OrganisationId,
  type PersonId,
  type SubmissionId,
} from '../kernel/index.ts'
import { createTestAccounts } from './index.ts'

test('an account that cannot be ended keeps no other one past its time', async () => {
  await using database = await testDatabase()
  const { db } = database
  const clock = manualClock(new Date('2026-11-22T00:00:00Z'))
  const ids = createIds(clock)
  const listings = [ids.next<ListingId>(), ids.next<ListingId>()] as const
  const accounts = createTestAccounts({
    db,
    clock,
    ids,
    log: createLog('silent'),
    fetch: createSafeFetch({ allowLoopback: true }),
    vault: createVault([{ id: 'k1', bytes: new Uint8Array(32).fill(1) }]),
    notices: { tell: () => assert.fail('nothing is listed') },
    catalogue: {
      async byId(listing) {
        if (listing === listings[0]) throw new Error('a fault of ours')
        return undefined
      },
      shownVersion: async () => undefined,
    },
    config: { testAccountDays: 90 },
  })
  const ada = {
    person: ids.next<PersonId>(),
    organisation: ids.next<OrganisationId>(),
    name: 'Ada',
    email: 'ada@example.com',
    roles: new Set<never>(),
  }
  const words = { name: 'tess', secret: 'open sesame', hints: '' }
  await inTransaction(db, async (trx) => {
    for (const listing of listings) {
      const owner = { listing, submission: ids.next<SubmissionId>() }
      await accounts.give(trx, ada, owner, { words, phase: 'decided' })
    }
  })
  clock.advance(91 * 86_400_000)
  await accounts.endExpired()
  const ends = await Promise.all(
    listings.map(async (listing) => (await accounts.view(db, { listing })).account?.end?.why),
  )
  assert.deepEqual(ends, [undefined, 'expired'])
})
