import {
  inTransaction,
  Problem,
  type Actor,
  type Database,
  type SubmissionId,
  type Viewer,
} from '../kernel/index.ts'
import type { Facts } from './facts.ts'
import { findOwned } from './find-submission.ts'
import type { Submission } from './model.ts'
import { holdsAddress, record } from './record.ts'
import { refuseSecond } from './refuse-second.ts'
import { loadRevision } from './store.ts'
import { freeze } from './submit.ts'
import type { SubmissionsDependencies } from './submissions.ts'

/**
 * A new revision after requested changes or a rejection, or while it waits for a reviewer, and its check. Without facts the publisher changed the server
 * and says the same again. The server's address stays: another address is another submission.
 * @throws Problem stale-form | already-decided | conflict | already-exists | invalid-input | not-found | not-allowed
 */
export async function resubmit(
  deps: SubmissionsDependencies,
  viewer: Viewer,
  id: SubmissionId,
  change: { seen: number; facts?: Facts },
): Promise<Submission> {
  return await inTransaction(deps.db, async (trx) => {
    const found = await findOwned(trx, viewer, id, change)
    const last = await loadRevision(trx, id, found.state.revision)
    const facts = stillAnswered(last.facts, change.facts ?? last.facts)
    if (facts.serverUrl !== last.facts.serverUrl) throw otherAddress()
    const { revision, attempt } = found.state
    const event = { name: 'resubmitted', revision: revision + 1, attempt: attempt + 1 } as const
    const actor = { kind: 'person', id: viewer.person } as const
    const reason =
      change.facts === undefined ? 'The publisher changed the server.' : 'The publisher resubmitted.'
    const claimed = !holdsAddress(found.state.status) ? await reclaim(deps, trx, found, actor) : found
    const changed = await record(deps, trx, claimed, { event, actor, reason })
    await freeze(deps, trx, changed, { viewer, facts })
    return changed
  })
}

/** A rejection gave the address back; it may be somebody else's by now. */
export async function reclaim(
  deps: Pick<SubmissionsDependencies, 'catalogue'>,
  trx: Database,
  submission: Submission,
  actor: Actor,
): Promise<Submission> {
  if (submission.state.updates !== null) return await reclaimListed(deps, trx, submission, actor)
  const { facts } = await loadRevision(trx, submission.id, submission.state.revision)
  const { name, serverUrl } = facts
  const { organisation } = submission
  const listing = await deps.catalogue.reserve(trx, { organisation, name, serverUrl, actor })
  return { ...submission, listing: listing.id }
}

/** A new version belongs to its listing, whose address nobody else has unless it was removed. */
async function reclaimListed(
  { catalogue }: Pick<SubmissionsDependencies, 'catalogue'>,
  trx: Database,
  submission: Submission,
  actor: Actor,
): Promise<Submission> {
  const reason = 'A new version is looked at again.'
  await catalogue.retake(trx, { listing: submission.listing, actor, reason })
  await refuseSecond(trx, submission)
  return submission
}

/** The short form does not ask what the pages of a draft asked; what was answered there holds until it is answered otherwise. */
export function stillAnswered({ answers }: Facts, facts: Facts): Facts {
  return answers === undefined ? facts : { ...facts, answers: { ...answers, ...facts.answers } }
}

export function otherAddress(): Problem {
  const sentence =
    'The address of a submission stays the same. Submit the other address as a server of its own.'
  return new Problem('invalid-input', sentence, { fields: { serverUrl: sentence } })
}
