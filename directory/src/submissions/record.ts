import { isOpen } from '../catalogue/index.ts'
import { appendEvent, writeAudit, type Database } from '../kernel/index.ts'
import { decidedBy } from './decided.ts'
import { insertDecided } from './decided-store.ts'
import { payloadOf } from './event-payload.ts'
import { payloadVersion } from './events.ts'
import { isNews, next, type Submission, type SubmissionState, type SubmissionStatus } from './model.ts'
import { askForAccount, phaseAmong, phaseOf } from './test-account.ts'
import { ofListing } from './store-listing.ts'
import { loadRevision, streamOf, updateProjection } from './store.ts'
import { tellDecision } from './tell-decision.ts'
import type { Change, SubmissionsDependencies } from './submissions.ts'

/** What writes need; tests and other modules never build it themselves. */
export type RecordDependencies = Pick<
  SubmissionsDependencies,
  'clock' | 'ids' | 'catalogue' | 'notices' | 'probe' | 'testAccounts'
>

/**
 * The only way to change a submission: event, projection, audit row and what follows from the event, in the
 * transaction in which the submission was loaded. Returns the submission as it is then.
 * @throws Problem already-decided | conflict
 */
export async function record(
  deps: RecordDependencies,
  trx: Database,
  submission: Submission,
  { event, actor, reason }: Change,
): Promise<Submission> {
  // One moment for all: what was allowed when it was judged is allowed whenever the past is read again.
  const at = deps.clock.now()
  const moment = { clock: { now: () => at }, ids: deps.ids }
  const state = next(submission.state, { event, actor, at })
  const stored = await appendEvent(trx, moment, {
    stream: streamOf(submission.id),
    seen: submission.seen,
    kind: event.name,
    payload: payloadOf(event),
    payloadVersion,
    actor,
    reason,
    organisation: submission.organisation,
  })
  const changed = {
    ...submission,
    seen: stored.seq,
    changed: isNews(event) ? stored.seq : submission.changed,
    state,
  }
  await updateProjection(trx, changed, at)
  const decided = decidedBy(submission.state, { event, actor, at }, state)
  if (decided !== undefined) {
    const { id, organisation } = submission
    await insertDecided(trx, { ...decided, submission: id, seq: stored.seq, organisation, at })
  }
  await writeAudit(trx, moment, {
    organisation: submission.organisation,
    actor,
    action: `submissions.${event.name}`,
    subject: streamOf(submission.id),
    reason,
    detail: payloadOf(event),
  })
  await follow(deps, trx, changed, { event, actor, reason }, submission.state)
  return changed
}

async function follow(
  deps: RecordDependencies,
  trx: Database,
  changed: Submission,
  change: Change,
  before: SubmissionState,
) {
  const { state, id, listing } = changed
  if (state.status === 'checking') {
    await deps.probe.request(trx, { submission: id, attempt: state.attempt })
  }
  if (endsWithoutListing(state.status) && holdsAddress(before.status)) {
    await deps.catalogue.release(trx, { listing, actor: change.actor, reason: change.reason })
  }
  const phase = phaseOf(state.status)
  if (phase !== phaseOf(before.status)) {
    const others = (await ofListing(trx, listing)).filter((each) => each.id !== id)
    const among = others.map(({ status }) => status)
    const known = await deps.catalogue.byId(listing, trx)
    const isListed = known !== undefined && isOpen(known)
    await deps.testAccounts.follow(trx, listing, phaseAmong(phase, among, isListed))
    if (phase === 'open') {
      const { facts } = await loadRevision(trx, id, before.revision)
      await askForAccount(deps, trx, changed, facts)
    }
  }
  await tellDecision(deps, trx, changed, change.event)
}

/** A case that ends without a listing gives its address back; resubmitting, or an appeal that is granted, takes it again. */
export function holdsAddress(status: SubmissionStatus): boolean {
  return !endsWithoutListing(status) && status !== 'appealed'
}

function endsWithoutListing(status: SubmissionStatus): boolean {
  return ['rejected', 'not-a-fit', 'lapsed', 'withdrawn'].includes(status)
}
