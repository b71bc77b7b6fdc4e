import { inTransaction, type Database, type Viewer } from '../kernel/index.ts'
import type { DraftsDependencies } from './drafts.ts'
import { findOpen } from './find.ts'
import { checkOf } from './look.ts'
import { draftDays, type DraftId } from './model.ts'
import { deleteDraft, draftById, untouchedSince } from './store.ts'

const dayMs = 86_400_000
const mostAtOnce = 500

/** @see Drafts.discard */
export async function discard(deps: DraftsDependencies, viewer: Viewer, id: DraftId): Promise<void> {
  await inTransaction(deps.db, async (trx) => {
    await findOpen(trx, viewer, id)
    await forget(deps, trx, id)
  })
}

/** @see Drafts.dropStale */
export async function dropStale(deps: DraftsDependencies): Promise<void> {
  const before = new Date(deps.clock.now().getTime() - draftDays * dayMs)
  for (const id of await untouchedSince(deps.db, before, mostAtOnce)) {
    await inTransaction(deps.db, async (trx) => {
      const draft = await draftById(trx, id)
      if (draft !== undefined && draft.updatedAt < before) await forget(deps, trx, id)
    })
  }
}

/** With what looks at its server have found; a submission that came of it has checks of its own. */
async function forget({ probe, testAccounts }: DraftsDependencies, trx: Database, id: DraftId) {
  await deleteDraft(trx, id)
  await testAccounts.discard(trx, id)
  await probe.forget(trx, checkOf({ id, looks: 0 }).submission)
}
