import type { Report } from '@connectory/checker'
import { toolsOf, type Compared, type RevisionFacts } from '../catalogue/index.ts'
import type { SubmissionId, Viewer } from '../kernel/index.ts'
import { actionsFor } from './actions.ts'
import { waivableRules } from './blocking.ts'
import { factsFor } from './facts-for.ts'
import { changeOf, type Update } from './change-of.ts'
import { scopesToLookAt } from './missing-scopes.ts'
import type { ConsoleProps } from './pages/console.tsx'
import { revisionFacts } from './publish.ts'
import type { PastEvent, Submission } from '../submissions/index.ts'
import type { ReviewDependencies } from './review.ts'
import { diffDocuments, type DocumentChange } from './document-diff.ts'
import { shownClaims } from './shown-claim.ts'
import { screeningsOf } from './store.ts'

/** Everything a reviewer sees of one submission. @throws Problem not-found */
export async function loadConsole(
  deps: ReviewDependencies,
  viewer: Viewer,
  id: SubmissionId,
): Promise<Omit<ConsoleProps, 'sent'>> {
  const { db, submissions, catalogue } = deps
  const submission = await submissions.load(db, id)
  const [facts, revision, past, screenings, before, [claim], account] = await Promise.all([
    factsFor(deps, db, viewer, submission),
    submissions.revision(db, id, submission.state.revision),
    submissions.past(db, id),
    screeningsOf(db, [{ submission: id, attempt: submission.state.attempt }]),
    catalogue.shownVersion(submission.listing),
    shownClaims(deps, viewer, [submission.state.claim]),
    deps.testAccounts.view(db, { listing: submission.listing }),
  ])
  const { report } = facts
  const update = report && (await changeOf(deps, db, submission, report))
  const proposed = report && revisionFacts(revision.facts, report)
  const { tools, seen } = report === undefined ? { tools: [], seen: true } : toolsOf(report)
  return {
    submission,
    revision,
    past,
    claim: claim ?? null,
    account,
    contact: await deps.notices.contact(submission.createdBy),
    domain: await deps.proofs.domainProof(submission.organisation, revision.facts.serverUrl),
    report,
    tools,
    toolsSeen: seen,
    gates: (screenings.get(id)?.gates ?? []).filter(({ raised }) => raised),
    actions: actionsFor(facts),
    missing: report === undefined ? [] : scopesToLookAt(report, update),
    waivable: report === undefined ? [] : waivableRules(report),
    earlier: await earlierRevision(deps, submission, past),
    // Once it is published, the version that is listed is this one.
    update,
    removal: (await catalogue.byId(submission.listing))?.removal ?? null,
    documents: await documentsSince(deps, update, proposed && { report, facts: proposed }),
    before: submission.state.status === 'published' ? undefined : before,
    proposed,
  }
}

async function documentsSince(
  { probe }: ReviewDependencies,
  update: Update | undefined,
  after: { readonly report: Report | undefined; readonly facts: RevisionFacts } | undefined,
): Promise<readonly DocumentChange[]> {
  const before = update && (await probe.reportById(update.shown.report.id))?.report
  if (update === undefined || before === undefined || after?.report === undefined) return []
  return diffDocuments({ report: before, facts: update.shown }, { report: after.report, facts: after.facts })
}

/** What the last revision said and what its last check saw; undefined for the first one. */
async function earlierRevision(
  { db, submissions, probe }: ReviewDependencies,
  { id, state }: Submission,
  past: readonly PastEvent[],
): Promise<Compared | undefined> {
  const events = past.map(({ event }) => event)
  const before = events.slice(0, events.findLastIndex(({ name }) => name === 'resubmitted') + 1)
  const checked = before.findLast((event) => event.name === 'checked')
  if (checked === undefined) return undefined
  const stored = await probe.reportById(checked.report)
  if (stored === undefined) return undefined
  const { facts } = await submissions.revision(db, id, state.revision - 1)
  return { ...revisionFacts(facts, stored.report), tools: toolsOf(stored.report).tools }
}
