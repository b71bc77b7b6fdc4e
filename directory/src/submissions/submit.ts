import {
  appendEvent,
  inTransaction,
  writeAudit,
  type Database,
  type ListingId,
  type RevisionId,
  type SubmissionId,
  type Viewer,
} from '../kernel/index.ts'
import { payloadOf } from './event-payload.ts'
import { termsVersion, type Facts } from './facts.ts'
import { payloadVersion, type SubmissionEvent } from './events.ts'
import { submissionState, type Submission } from './model.ts'
import { insertRevision, insertSubmission, streamOf } from './store.ts'
import type { SubmissionsDependencies, SubmitOptions } from './submissions.ts'

/**
 * A new submission: it claims the server's address, freezes what the publisher said as revision 1 and asks for the
 * first check, all or nothing.
 * @throws Problem already-exists when the address is live or pending
 */
export async function submit(
  deps: SubmissionsDependencies,
  viewer: Viewer,
  facts: Facts,
  { publishOnApproval, also }: SubmitOptions,
): Promise<Submission> {
  return await inTransaction(deps.db, async (trx) => {
    const listing = await deps.catalogue.reserve(trx, {
      organisation: viewer.organisation,
      name: facts.name,
      serverUrl: facts.serverUrl,
      actor: { kind: 'person', id: viewer.person },
    })
    const reason = 'The publisher submitted the server.'
    const beginning = { listing: listing.id, facts, publishOnApproval, reason }
    const submission = await begin(deps, trx, viewer, beginning)
    await also?.(trx, submission)
    return submission
  })
}

export interface Beginning {
  readonly listing: ListingId
  readonly facts: Facts
  readonly publishOnApproval: boolean
  /** The version that stays listed until this one is published. */
  readonly updates?: number
  readonly reason: string
}

/** The first event of a submission, its revision, its audit row and its first check. */
export async function begin(
  deps: Pick<SubmissionsDependencies, 'clock' | 'ids' | 'probe' | 'refuseBlocked'>,
  trx: Database,
  viewer: Viewer,
  { listing, facts, publishOnApproval, updates, reason }: Beginning,
): Promise<Submission> {
  const event: SubmissionEvent = { name: 'submitted', revision: 1, attempt: 1, updates }
  const actor = { kind: 'person', id: viewer.person } as const
  const at = deps.clock.now()
  const submission: Submission = {
    id: deps.ids.next<SubmissionId>(),
    organisation: viewer.organisation,
    listing,
    createdBy: viewer.person,
    createdAt: at,
    publishOnApproval,
    seen: 1,
    changed: 1,
    state: submissionState([{ event, actor, at }]),
  }
  const { id, organisation } = submission
  await insertSubmission(trx, submission)
  await freeze(deps, trx, submission, { viewer, facts })
  const about = { organisation, actor, reason }
  const payload = payloadOf(event)
  const written = { stream: streamOf(id), seen: 0, kind: event.name, payload, payloadVersion }
  await appendEvent(trx, deps, { ...about, ...written })
  await writeAudit(trx, deps, { ...about, action: 'submissions.submitted', subject: streamOf(id) })
  await deps.probe.request(trx, { submission: id, attempt: 1 })
  return submission
}

/**
 * Writes the revision that the submission's state now names.
 * @throws Problem not-allowed when nothing of this publisher is taken
 */
export async function freeze(
  deps: Pick<SubmissionsDependencies, 'clock' | 'ids' | 'refuseBlocked'>,
  trx: Database,
  submission: Submission,
  { viewer, facts }: { viewer: Viewer; facts: Facts },
): Promise<void> {
  const { organisation } = submission
  await deps.refuseBlocked?.(trx, { organisation, serverUrl: facts.serverUrl })
  await insertRevision(trx, {
    id: deps.ids.next<RevisionId>(),
    submission: submission.id,
    organisation,
    number: submission.state.revision,
    facts,
    termsVersion,
    submittedBy: viewer.person,
    submittedAt: deps.clock.now(),
  })
}
