import type { Report } from '@connectory/checker'
import { compareVersions, toolsOf, type ListingVersion } from '../catalogue/index.ts'
import type { Database, ListingId } from '../kernel/index.ts'
import {
  answerNames,
  answerText,
  type AnswerName,
  type Answers,
  type Submission,
} from '../submissions/index.ts'
import { blockingFindings, rulesOf } from './blocking.ts'
import { extentOf, type Change, type Extent } from './extent.ts'
import { revisionFacts } from './publish.ts'
import type { ReviewDependencies } from './review.ts'

/** A new version beside the one that is listed. */
export interface Update extends Change {
  readonly extent: Extent
  readonly shown: ListingVersion
}

/** What this revision changes of what is listed; undefined when nothing was listed before. */
export async function changeOf(
  { catalogue, submissions }: Pick<ReviewDependencies, 'catalogue' | 'submissions'>,
  db: Database,
  { id, listing, state }: Pick<Submission, 'id' | 'listing' | 'state'>,
  report: Report,
): Promise<Update | undefined> {
  const shown = await catalogue.shownVersion(listing, db)
  if (shown === undefined) return undefined
  const { facts } = await submissions.revision(db, id, state.revision)
  const { tools } = toolsOf(report)
  const diff = compareVersions(shown, { ...revisionFacts(facts, report), tools })
  const change: Change = {
    fields: diff.fields.map(({ field }) => field),
    answers: answeredOtherwise(await listedAnswers(submissions, db, listing), facts.answers),
    sameTools: shown.toolDigest === catalogue.digestOf(tools),
    relisting: (await catalogue.byId(listing, db))?.state === 'removed',
  }
  return { ...change, extent: extentOf(change), shown }
}

/** What was answered with the version that is listed; a version keeps only what its page shows. */
async function listedAnswers(
  submissions: ReviewDependencies['submissions'],
  db: Database,
  listing: ListingId,
): Promise<Answers | undefined> {
  const published = (await submissions.ofListing(listing, db)).find(({ status }) => status === 'published')
  return published && (await submissions.revision(db, published.id)).facts.answers
}

function answeredOtherwise(before: Answers = {}, after: Answers = {}): readonly AnswerName[] {
  return answerNames.filter((name) => answerText(before, name) !== answerText(after, name))
}

/**
 * Whether the approval of what is listed stands for this report: nothing has changed, every required rule is met, and
 * nothing asks for a person that did not ask before. Pure.
 */
export function approvalStands(
  { extent }: Pick<Update, 'extent'>,
  before: Pick<Report, 'findings'>,
  report: Report,
): boolean {
  if (extent !== 'nothing' || !toolsOf(report).seen) return false
  if (blockingFindings(report, [], new Date(0)).length > 0) return false
  const asked = new Set(openQuestions(before))
  return openQuestions(report).every((rule) => asked.has(rule))
}

function openQuestions({ findings }: Pick<Report, 'findings'>): readonly string[] {
  return rulesOf(
    findings.filter(
      ({ outcome, reason }) =>
        outcome === 'needs-human' || (outcome === 'not-evaluated' && reason === 'could-not-look'),
    ),
  )
}
