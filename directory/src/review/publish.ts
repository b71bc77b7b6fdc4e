import type { Report } from '@connectory/checker'
import { countsOf, type ReportSummary, type RevisionFacts, toolsOf } from '../catalogue/index.ts'
import {
  inTransaction,
  Problem,
  type Actor,
  type Database,
  type SubmissionId,
  type Viewer,
} from '../kernel/index.ts'
import type { StoredReport } from '../probe/index.ts'
import type { Facts, Submission } from '../submissions/index.ts'
import { currentReport } from './facts-for.ts'
import { refuseStale } from './refuse.ts'
import type { ReviewDependencies } from './review.ts'

/** The publisher publishes what was approved, when it was not published on approval. */
export async function publish(
  deps: ReviewDependencies,
  viewer: Viewer,
  id: SubmissionId,
  { seen }: { readonly seen: number },
): Promise<Submission> {
  return await inTransaction(deps.db, async (trx) => {
    const submission = await deps.submissions.load(trx, id)
    if (!(await deps.organisations.isMember(trx, submission.organisation, viewer.person))) {
      throw new Problem('not-found', 'There is no such submission, or it belongs to somebody else.')
    }
    const { status } = submission.state
    if (status === 'published') throw new Problem('already-decided', 'This submission is published already.')
    if (status !== 'approved') throw new Problem('conflict', 'Only an approved submission can be published.')
    refuseStale(submission, seen)
    const actor = { kind: 'person', id: viewer.person } as const
    return await publishApproved(deps, trx, submission, { actor, reason: 'published by the publisher' })
  })
}

/** Version in the catalogue and event of the submission, in one transaction with their audit rows. */
export async function publishApproved(
  deps: ReviewDependencies,
  trx: Database,
  submission: Submission,
  { actor, reason }: { readonly actor: Actor; readonly reason: string },
): Promise<Submission> {
  const stored = await currentReport(deps, trx, submission)
  const { facts } = await deps.submissions.revision(trx, submission.id, submission.state.revision)
  refuseUnseen(stored)
  const version = await deps.catalogue.publish(trx, {
    listing: submission.listing,
    revision: revisionFacts(facts, stored.report),
    tools: toolsOf(stored.report).tools,
    report: summaryOf(stored),
    actor,
    reason,
  })
  const event = { name: 'published', version: String(version.version) } as const
  return await deps.submissions.record(trx, submission, { event, actor, reason })
}

/** What nobody could see is not approved: neither its risks nor what would be listed are known. @throws Problem conflict */
export function refuseUnseen({ report }: Pick<StoredReport, 'report'>): void {
  if (toolsOf(report).seen) return
  throw new Problem(
    'conflict',
    'The check has not seen the tools of this server. Connect it with a test account and check again.',
  )
}

/** What the publisher said, with the kind of sign-in that the check saw. */
export function revisionFacts(facts: Facts, { server }: Pick<Report, 'server'>): RevisionFacts {
  return {
    name: facts.name,
    tagline: facts.tagline,
    descriptionMarkdown: facts.descriptionMarkdown,
    categories: facts.categories,
    documentationUrl: facts.documentationUrl,
    supportContact: facts.support,
    privacyUrl: facts.privacyUrl,
    termsUrl: facts.termsUrl,
    securityContact: facts.securityContact,
    publisherName: facts.publisherName,
    publisherUrl: facts.publisherUrl,
    serverUrl: facts.serverUrl,
    authType: server.authType === 'unknown' ? facts.auth : server.authType,
    staticClient: facts.staticClient,
    addressFilter: facts.addressFilter,
  }
}

function summaryOf({ id, report }: StoredReport): ReportSummary {
  return {
    id,
    verdict: report.verdict,
    policy: report.policy,
    checkedAt: new Date(report.startedAt),
    loopback: report.loopback,
    counts: countsOf(report),
  }
}
