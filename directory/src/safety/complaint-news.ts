import type { Database, OrganisationId } from '../kernel/index.ts'
import type { News, Recipient } from '../notices/index.ts'
import { paths } from '../web/index.ts'
import type { Complaint, ComplaintId } from './complaint.ts'
import type { SafetyDependencies } from './safety.ts'

type Deps = Pick<SafetyDependencies, 'notices' | 'staff'>

export function complaintPath(id: ComplaintId): string {
  return `${paths.complaints}/${id}`
}

/** Who decides learns that something was sent, and not what; of a vulnerability only operators. */
export async function tellStaff(
  { notices, staff }: Deps,
  trx: Database,
  { id, kind }: Complaint,
  connector: string | undefined,
): Promise<void> {
  const operators = await staff('operator', trx)
  const reviewers = kind === 'vulnerability' ? [] : await staff('reviewer', trx)
  const known = new Set(operators.map(({ person }) => person))
  const all: readonly Recipient[] = [...operators, ...reviewers.filter(({ person }) => !known.has(person))]
  const words = connector === undefined ? 'own' : kind === 'vulnerability' ? 'vulnerability' : 'complaint'
  for (const to of all) {
    await notices.tell(trx, {
      kind: 'safety.received',
      to,
      about: `complaint:${id}`,
      occasion: 'received',
      what: { key: `safety.received.${words}`, parameters: { connector: connector ?? '' } },
      why: { key: 'safety.received.why' },
      whatToDo: { key: 'safety.received.do' },
      link: complaintPath(id),
    })
  }
}

interface Decision {
  readonly outcome: 'acted-on' | 'no-action'
  readonly answer: string
  /** Its name; undefined for a report about this directory. */
  readonly connector: string | undefined
}

/** Who sent it gets the answer; who has no account is written to by an operator. */
export function answerNews(
  { id, organisation, person }: Complaint,
  { outcome, answer, connector }: Decision,
): News | undefined {
  if (person === null) return undefined
  return {
    kind: `safety.${outcome}`,
    to: { organisation, person },
    about: `complaint:${id}`,
    occasion: 'answered',
    what: {
      key: connector === undefined ? 'safety.answered.own' : 'safety.answered.what',
      parameters: { connector: connector ?? '' },
    },
    why: { key: `safety.answered.${outcome}` },
    whatToDo: { key: 'safety.answered.do' },
    quote: answer,
    link: complaintPath(id),
  }
}

/** The publisher learns what to do; never who said so, nor in which words. */
export function publisherNews(
  listing: { readonly organisation: OrganisationId; readonly slug: string; readonly name: string },
  message: string,
  occasion: string,
): News {
  return {
    kind: 'safety.reported',
    to: { organisation: listing.organisation },
    about: `connector:${listing.slug}`,
    // Not the id of the report, which says when it came.
    occasion,
    what: { key: 'safety.reported.what', parameters: { connector: listing.name } },
    why: { key: 'safety.reported.why' },
    whatToDo: { key: 'safety.reported.do' },
    quote: message,
    link: `/connectors/${listing.slug}`,
  }
}
