import { inTransaction, Problem, type Database, type SubmissionId, type Viewer } from '../kernel/index.ts'
import type { Facts } from './facts.ts'
import { findOwned } from './find-submission.ts'
import type { Submission } from './model.ts'
import { otherAddress, stillAnswered } from './resubmit.ts'
import { loadRevision } from './store.ts'
import { refuseSecond } from './refuse-second.ts'
import { ofListing } from './store-listing.ts'
import { begin } from './submit.ts'
import type { SubmissionsDependencies } from './submissions.ts'
import { askForAccount } from './test-account.ts'

/**
 * A new version of what is published, as a submission of its own: the listing stays as it is until the new version is
 * published, whatever becomes of it. After a removal it is the way back.
 * @throws Problem stale-form | conflict | already-exists | invalid-input | not-found | not-allowed
 */
export async function update(
  deps: SubmissionsDependencies,
  viewer: Viewer,
  id: SubmissionId,
  { seen, facts: stated, publishOnApproval }: { seen: number; facts: Facts; publishOnApproval: boolean },
): Promise<Submission> {
  return await inTransaction(deps.db, async (trx) => {
    const from = await findOwned(trx, viewer, id, { seen })
    await assertNewest(trx, from)
    const last = await loadRevision(trx, id, from.state.revision)
    const facts = stillAnswered(last.facts, stated)
    if (facts.serverUrl !== last.facts.serverUrl) throw otherAddress()
    const actor = { kind: 'person', id: viewer.person } as const
    const reason = 'The publisher submitted a new version.'
    // Locks the listing: of two at once the second sees the first.
    await deps.catalogue.retake(trx, { listing: from.listing, actor, reason })
    await refuseSecond(trx, from)
    const listing = await deps.catalogue.byId(from.listing, trx)
    if (listing === undefined) throw new Error('What was published has no listing.')
    const { version: updates } = listing
    const beginning = { listing: listing.id, facts, publishOnApproval, updates, reason }
    const submission = await begin(deps, trx, viewer, beginning)
    await deps.testAccounts.follow(trx, listing.id, 'open')
    await askForAccount(deps, trx, submission, facts)
    return submission
  })
}

async function assertNewest(trx: Database, { id, listing, state }: Submission): Promise<void> {
  if (state.status !== 'published') {
    throw new Problem('conflict', 'A new version begins from one that was published.')
  }
  const newest = (await ofListing(trx, listing)).find(({ status }) => status === 'published')
  if (newest?.id === id) return
  throw new Problem('conflict', 'A newer version was published. Begin the next one from that.')
}
