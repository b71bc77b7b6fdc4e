import {
  appendEvent,
  inTransaction,
  isStaff,
  Problem,
  writeAudit,
  type Database,
  type PersonId,
  type Viewer,
} from '../kernel/index.ts'
import type { Listing } from '../catalogue/index.ts'
import {
  instance,
  mayFollow,
  statusAfter,
  type Complaint,
  type ComplaintEvent,
  type ComplaintId,
  type ComplaintStep,
  type Words,
} from './complaint.ts'
import { answerNews, publisherNews } from './complaint-news.ts'
import {
  complaintStream,
  findComplaint,
  keepStatus,
  openWords,
  readComplaintSteps,
} from './complaint-store.ts'
import { wordsIn } from './order.ts'
import type { SafetyDependencies } from './safety.ts'
import { shownName } from './shown-name.ts'

export const outcomes = ['looked-at', 'acted-on', 'no-action'] as const
export type Outcome = (typeof outcomes)[number]

export interface ComplaintDecision {
  readonly outcome: Outcome
  /** Events that stood on the page. */
  readonly seen: number
  /** Who sent it reads this; not asked for when it was only looked at. */
  readonly answer: string
  /** The publisher reads this; empty: they are not told. */
  readonly toPublisher: string
}

export const longestAnswer = 2_000

export interface ComplaintView {
  readonly complaint: Complaint
  readonly words: Words
  readonly steps: readonly ComplaintStep[]
  readonly listing: Listing | undefined
  /** Whether the reader decides on it. */
  readonly decides: boolean
}

interface Found {
  readonly complaint: Complaint
  readonly listing: Listing | undefined
  readonly decides: boolean
}

/** @throws Problem not-found for who neither sent it nor decides on it */
async function find(deps: SafetyDependencies, db: Database, viewer: Viewer, id: ComplaintId): Promise<Found> {
  const complaint = await findComplaint(db, id)
  if (complaint === undefined) throw new Problem('not-found', 'There is no such report.')
  const listing = complaint.listing === null ? undefined : await deps.catalogue.byId(complaint.listing, db)
  const own =
    listing !== undefined && (await deps.organisations.isMember(db, listing.organisation, viewer.person))
  const decides = mayDecide(viewer, complaint, own)
  if (!decides && complaint.person !== viewer.person)
    throw new Problem('not-found', 'There is no such report.')
  return { complaint, listing, decides }
}

/** Vulnerabilities are for operators. Nobody decides on what they sent, or on what is about their own organisation. */
export function mayDecide(viewer: Viewer, { kind, person }: Complaint, own: boolean): boolean {
  const role = kind === 'vulnerability' ? viewer.roles.has('operator') : isStaff(viewer)
  return role && person !== viewer.person && !own
}

/** @see Safety.complaint */
export async function readComplaint(
  deps: SafetyDependencies,
  viewer: Viewer,
  id: ComplaintId,
): Promise<ComplaintView> {
  return await inTransaction(deps.db, async (trx) => {
    const found = await find(deps, trx, viewer, id)
    const { complaint, decides } = found
    if (decides && complaint.kind === 'vulnerability') {
      await writeAudit(trx, deps, {
        organisation: instance,
        actor: { kind: 'person', id: viewer.person },
        action: 'safety.read',
        subject: complaintStream(id),
        reason: 'An operator has read a report of a vulnerability.',
      })
    }
    const words = await openWords(trx, deps.vault, complaint)
    return { ...found, words, steps: await readComplaintSteps(trx, id) }
  })
}

/** @see Safety.decide */
export async function decideComplaint(
  deps: SafetyDependencies,
  viewer: Viewer,
  id: ComplaintId,
  decision: ComplaintDecision,
): Promise<void> {
  const { outcome, seen } = decision
  await inTransaction(deps.db, async (trx) => {
    const { complaint, listing, decides } = await find(deps, trx, viewer, id)
    if (!decides) throw new Problem('not-allowed', 'Somebody else decides on this report.')
    const { answer, toPublisher } = checked(decision, listing !== undefined)
    if (complaint.seen !== seen || !mayFollow(complaint.status, outcome)) {
      throw new Problem('stale-form', 'This has changed in the meantime. Read it again, then decide.')
    }
    const reason = outcome === 'looked-at' ? 'Somebody looks at it.' : answer
    await record(deps, trx, complaint, { name: outcome, person: viewer.person, reason })
    if (outcome === 'looked-at') return
    const connector = listing && (await shownName(deps, trx, listing))
    const news = answerNews(complaint, { outcome, answer, connector })
    if (news !== undefined) await deps.notices.tell(trx, news)
    if (toPublisher !== '' && listing !== undefined && connector !== undefined) {
      const about = { ...listing, name: connector }
      await deps.notices.tell(trx, publisherNews(about, toPublisher, deps.ids.next()))
    }
  })
}

function checked(
  { outcome, answer, toPublisher }: ComplaintDecision,
  hasPublisher: boolean,
): { readonly answer: string; readonly toPublisher: string } {
  if (outcome === 'looked-at') return { answer: '', toPublisher: '' }
  const message = toPublisher.trim()
  return {
    answer: wordsIn(answer, 'answer', longestAnswer, 'Answer who sent it'),
    toPublisher:
      message === '' || !hasPublisher
        ? ''
        : wordsIn(message, 'toPublisher', longestAnswer, 'Tell the publisher what to do'),
  }
}

async function record(
  deps: SafetyDependencies,
  trx: Database,
  { id, organisation, status, seen }: Complaint,
  {
    name,
    person,
    reason,
  }: { readonly name: ComplaintEvent; readonly person: PersonId; readonly reason: string },
): Promise<void> {
  const stream = complaintStream(id)
  const about = { organisation, actor: { kind: 'person', id: person } as const, reason }
  const stored = await appendEvent(trx, deps, { ...about, stream, seen, kind: name, payload: {} })
  const next = statusAfter(status, name)
  await keepStatus(trx, { id, status: next, seen: stored.seq })
  const detail = { before: status, after: next }
  await writeAudit(trx, deps, { ...about, action: `safety.${name}`, subject: stream, detail })
}
