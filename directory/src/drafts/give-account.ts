import { inTransaction, type Viewer } from '../kernel/index.ts'
import type { Words } from '../test-accounts/index.ts'
import type { DraftsDependencies } from './drafts.ts'
import { findOpen } from './find.ts'
import type { DraftId } from './model.ts'

/** @see Drafts.giveAccount */
export async function giveAccount(
  { db, testAccounts }: Pick<DraftsDependencies, 'db' | 'testAccounts'>,
  viewer: Viewer,
  id: DraftId,
  words: Words,
): Promise<void> {
  await inTransaction(db, async (trx) => {
    const draft = await findOpen(trx, viewer, id)
    await testAccounts.give(trx, viewer, { draft: draft.id }, { words, phase: 'open' })
  })
}

/** @see Drafts.removeAccount */
export async function removeAccount(
  { db, testAccounts }: Pick<DraftsDependencies, 'db' | 'testAccounts'>,
  viewer: Viewer,
  id: DraftId,
): Promise<void> {
  await inTransaction(db, async (trx) => {
    const draft = await findOpen(trx, viewer, id)
    await testAccounts.remove(trx, viewer, { draft: draft.id })
  })
}
