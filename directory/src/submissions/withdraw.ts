import {
  inTransaction,
  type Actor,
  type Database,
  type ListingId,
  type SubmissionId,
  type Viewer,
} from '../kernel/index.ts'
import { findOwned, findSubmission } from './find-submission.ts'
import type { Submission } from './model.ts'
import { record, type RecordDependencies } from './record.ts'
import { lockOfListing, ofListing } from './store-listing.ts'
import type { SubmissionsDependencies } from './submissions.ts'

/** Ends a submission that is not published. @throws Problem stale-form | already-decided | not-found | not-allowed */
export async function withdraw(
  deps: SubmissionsDependencies,
  viewer: Viewer,
  id: SubmissionId,
  change: { seen: number },
): Promise<Submission> {
  return await inTransaction(deps.db, async (trx) => {
    const submission = await findOwned(trx, viewer, id, change)
    return await record(deps, trx, submission, {
      event: { name: 'withdrawn' },
      actor: { kind: 'person', id: viewer.person },
      reason: 'The publisher withdrew the submission.',
    })
  })
}

/** What could still become a version of a listing that is being removed; its publisher begins anew. */
export async function close(
  deps: RecordDependencies,
  trx: Database,
  listing: ListingId,
  { actor, reason }: { readonly actor: Actor; readonly reason: string },
): Promise<void> {
  await lockOfListing(trx, listing)
  for (const { id, open } of await ofListing(trx, listing)) {
    if (!open) continue
    const submission = await findSubmission(trx, id)
    await record(deps, trx, submission, { event: { name: 'withdrawn' }, actor, reason })
  }
}
