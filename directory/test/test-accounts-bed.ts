import { createSafeFetch } from '@connectory/wire'
import {
  createIds,
  createLog,
  createVault,
  inTransaction,
  manualClock,
  type ListingId,
  type SubmissionId,
} from '../src/kernel/index.ts'
import { createTell } from '../src/notices/index.ts'
import { createTestAccounts, type TestAccounts, type Words } from '../src/test-accounts/index.ts'
import { testDatabase } from './database.ts'
import { somebody } from './submission-bed.ts'

type Known = Parameters<typeof createTestAccounts>[0]['catalogue']['byId']

/** Test accounts alone, on a clock of their own; what is listed is what the test says. */
export async function testAccountsBed() {
  const database = await testDatabase()
  const { db } = database
  const clock = manualClock(new Date('2026-11-22T00:00:00Z'))
  const ids = createIds(clock)
  const fetch = createSafeFetch({ allowLoopback: true })
  const logged: string[] = []
  const publisher = somebody(ids)
  return {
    db,
    clock,
    ids,
    publisher,
    /** The module as one replica has it. */
    accounts: (byId: Known, { days = 90 } = {}): TestAccounts =>
      createTestAccounts({
        db,
        clock,
        ids,
        fetch,
        log: createLog('trace', { write: (line) => void logged.push(line) }),
        vault: createVault([{ id: 'k1', bytes: new Uint8Array(32).fill(1) }]),
        notices: { tell: createTell({ clock, ids, jobs: { send: () => Promise.resolve() } }) },
        catalogue: { byId, shownVersion: async () => undefined },
        config: { testAccountDays: days },
      }),
    /** One that was given for a listing whose case is decided. */
    give: async (accounts: TestAccounts, listing: ListingId, words: Words): Promise<void> => {
      const owner = { listing, submission: ids.next<SubmissionId>() }
      await inTransaction(db, (trx) => accounts.give(trx, publisher, owner, { words, phase: 'decided' }))
    },
    /** The kinds of notices, and everything that was written about test accounts. */
    written: async (): Promise<{ readonly kinds: readonly string[]; readonly text: string }> => {
      const notices = await db
        .withTables<{ notice: { id: string; kind: string; what: unknown } }>()
        .selectFrom('notice')
        .selectAll()
        .orderBy('id')
        .execute()
      const audit = await db
        .selectFrom('audit')
        .selectAll()
        .where('action', 'like', 'test-accounts.%')
        .execute()
      return { kinds: notices.map(({ kind }) => kind), text: JSON.stringify([notices, audit, logged]) }
    },
    async [Symbol.asyncDispose]() {
      await fetch.close()
      await database[Symbol.asyncDispose]()
    },
  }
}
