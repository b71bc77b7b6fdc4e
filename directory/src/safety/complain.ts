import type { IncomingMessage } from 'node:http'
import type { Listing } from '../catalogue/index.ts'
import { appendEvent, inTransaction, Problem, writeAudit, type Viewer } from '../kernel/index.ts'
import { instance, type Complaint, type ComplaintId, type ComplaintKind, type Words } from './complaint.ts'
import { tellStaff } from './complaint-news.ts'
import { complaintStream, countSince, insertComplaint } from './complaint-store.ts'
import { wordsIn } from './order.ts'
import type { SafetyDependencies } from './safety.ts'
import { shownName } from './shown-name.ts'

export const longestComplaint = 4_000
export const longestVulnerability = 10_000
export const longestContact = 200
/** Of one person in a day, and of one network address without an account in a quarter of an hour. */
export const limits = { perDay: 10, perAddress: 5 } as const

const dayMs = 86_400_000

export interface Complaining {
  readonly kind: ComplaintKind
  readonly text: string
}

/** @see Safety.complain */
export async function complain(
  deps: SafetyDependencies,
  viewer: Viewer,
  slug: string,
  { kind, text }: Complaining,
): Promise<ComplaintId> {
  const listing = await shownListing(deps, viewer, slug)
  if (listing === undefined) throw new Problem('not-found', 'There is no such connector.')
  if (listing.organisation === viewer.organisation) {
    throw new Problem(
      'not-allowed',
      'This is your own connector. Change it, or take it out of the directory.',
    )
  }
  const words = wordsIn(text, 'text', longestComplaint, 'Say what happened')
  return await receive(deps, { viewer, listing, kind, words: { text: words, contact: null } })
}

export interface VulnerabilityReport {
  /** Slug of the connector that it is about; without it, it is about this directory. */
  readonly connector: string
  readonly details: string
  /** How to reach who sends it; may be empty for who is signed in. */
  readonly contact: string
}

/** @see Safety.reportVulnerability */
export async function reportVulnerability(
  deps: SafetyDependencies,
  from: { readonly viewer: Viewer | null; readonly incoming: IncomingMessage | undefined },
  { connector, details, contact: given }: VulnerabilityReport,
): Promise<ComplaintId> {
  const { viewer, incoming } = from
  const slug = connector.trim()
  const listing = slug === '' ? null : await shownListing(deps, viewer, slug)
  const optional = viewer !== null && given.trim() === ''
  const fields = {
    ...(listing === undefined && { connector: 'There is no connector with this name in its address.' }),
    ...faultOf(() => wordsIn(details, 'details', longestVulnerability, 'Say what you found')),
    ...(!optional && faultOf(() => wordsIn(given, 'contact', longestContact, 'Say how to reach you'))),
  }
  if (listing === undefined || Object.keys(fields).length > 0) {
    throw new Problem('invalid-input', 'The report is not complete.', { fields })
  }
  if (viewer === null) await deps.countTurn({ what: 'reports', incoming, most: limits.perAddress })
  const words = { text: details.trim(), contact: optional ? null : given.trim() }
  return await receive(deps, { viewer, listing, kind: 'vulnerability', words })
}

function faultOf(check: () => unknown): Readonly<Record<string, string>> {
  try {
    check()
    return {}
  } catch (error) {
    if (error instanceof Problem) return error.fields
    throw error
  }
}

/** What is listed, or was: also what is in quarantine or gone may be reported. */
async function shownListing(
  { catalogue }: SafetyDependencies,
  viewer: Viewer | null,
  slug: string,
): Promise<Listing | undefined> {
  const listing = await catalogue.bySlug(slug)
  if (listing === undefined || listing.version === 0) return undefined
  const open = listing.state !== 'unlisted' || listing.organisation === viewer?.organisation
  return open ? listing : undefined
}

interface Received {
  readonly viewer: Viewer | null
  readonly listing: Listing | null
  readonly kind: Complaint['kind']
  readonly words: Words
}

async function receive(
  deps: SafetyDependencies,
  { viewer, listing, kind, words }: Received,
): Promise<ComplaintId> {
  const at = deps.clock.now()
  const complaint: Complaint = {
    id: deps.ids.next<ComplaintId>(),
    organisation: viewer?.organisation ?? instance,
    person: viewer?.person ?? null,
    listing: listing?.id ?? null,
    kind,
    status: 'new',
    at,
    seen: 1,
  }
  const { id, organisation } = complaint
  const actor =
    viewer === null
      ? ({ kind: 'system', name: 'somebody without an account' } as const)
      : ({ kind: 'person', id: viewer.person } as const)
  const about = { organisation, actor, reason: 'Somebody reported this.' }
  await inTransaction(deps.db, async (trx) => {
    if (viewer !== null) {
      const since = new Date(at.getTime() - dayMs)
      if ((await countSince(trx, viewer.person, since)) >= limits.perDay) {
        const sentence = `You have sent ${limits.perDay} reports in a day. Send the next one tomorrow.`
        throw new Problem('too-many', sentence)
      }
    }
    if (!(await insertComplaint(trx, deps.vault, complaint, words))) {
      const sentence = 'You have reported this connector, and nobody has answered yet. Your report is kept.'
      throw new Problem('already-exists', sentence)
    }
    const stream = complaintStream(id)
    await appendEvent(trx, deps, { ...about, stream, seen: 0, kind: 'received', payload: {} })
    const detail = { kind, listing: complaint.listing }
    await writeAudit(trx, deps, { ...about, action: 'safety.received', subject: stream, detail })
    const connector = listing ? await shownName(deps, trx, listing) : undefined
    await tellStaff(deps, trx, complaint, connector)
  })
  return id
}
