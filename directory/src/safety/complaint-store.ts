import {
  readEvents,
  type Database,
  type ListingId,
  type OrganisationId,
  type PersonId,
  type Place,
  type SealedColumn,
  type Vault,
} from '../kernel/index.ts'
import {
  complaintEvents,
  type Complaint,
  type ComplaintId,
  type ComplaintStep,
  type Status,
  type Words,
} from './complaint.ts'

interface ComplaintTable {
  id: ComplaintId
  organisation_id: OrganisationId
  person_id: PersonId | null
  listing_id: ListingId | null
  kind: Complaint['kind']
  text: string
  contact: string | null
  status: Status
  at: Date
  seen: number
}

type Tables = { complaint: ComplaintTable }

export const sealedInComplaints: readonly SealedColumn[] = [
  { table: 'complaint', column: 'text' },
  { table: 'complaint', column: 'contact' },
]

type Owned = Pick<Complaint, 'id' | 'organisation'>

function place({ id, organisation }: Owned, column: 'text' | 'contact'): Place {
  return { table: 'complaint', column, row: id, owner: [organisation] }
}

export function complaintStream(id: ComplaintId): string {
  return `complaint:${id}`
}

/** @returns false when this person has an open one about this listing */
export async function insertComplaint(
  trx: Database,
  vault: Vault,
  complaint: Complaint,
  { text, contact }: Words,
): Promise<boolean> {
  const inserted = await trx
    .withTables<Tables>()
    .insertInto('complaint')
    .values({
      id: complaint.id,
      organisation_id: complaint.organisation,
      person_id: complaint.person,
      listing_id: complaint.listing,
      kind: complaint.kind,
      text: vault.seal(text, place(complaint, 'text')),
      contact: contact === null ? null : vault.seal(contact, place(complaint, 'contact')),
      status: complaint.status,
      at: complaint.at,
      seen: complaint.seen,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return inserted !== undefined
}

/** Keeps what followed from an event that was appended in the same transaction. */
export async function keepStatus(
  trx: Database,
  { id, status, seen }: Pick<Complaint, 'id' | 'status' | 'seen'>,
): Promise<void> {
  await trx.withTables<Tables>().updateTable('complaint').set({ status, seen }).where('id', '=', id).execute()
}

export async function countSince(db: Database, person: PersonId, since: Date): Promise<number> {
  const { count } = await db
    .withTables<Tables>()
    .selectFrom('complaint')
    .select((is) => is.fn.countAll<number>().as('count'))
    .where('person_id', '=', person)
    .where('at', '>', since)
    .executeTakeFirstOrThrow()
  return Number(count)
}

const columns = ['id', 'organisation_id', 'person_id', 'listing_id', 'kind', 'status', 'at', 'seen'] as const

function complaints(db: Database) {
  return db.withTables<Tables>().selectFrom('complaint').select(columns)
}

function toComplaint(row: Pick<ComplaintTable, (typeof columns)[number]>): Complaint {
  const { organisation_id: organisation, person_id: person, listing_id: listing, ...rest } = row
  return { ...rest, organisation, person, listing }
}

export async function findComplaint(db: Database, id: ComplaintId): Promise<Complaint | undefined> {
  const row = await complaints(db).where('id', '=', id).executeTakeFirst()
  return row && toComplaint(row)
}

export async function openWords(db: Database, vault: Vault, complaint: Complaint): Promise<Words> {
  const row = await db
    .withTables<Tables>()
    .selectFrom('complaint')
    .select(['text', 'contact'])
    .where('id', '=', complaint.id)
    .executeTakeFirstOrThrow()
  return {
    text: vault.open(row.text, place(complaint, 'text')),
    contact: row.contact === null ? null : vault.open(row.contact, place(complaint, 'contact')),
  }
}

/** The longest waiting first. */
export async function openComplaints(
  db: Database,
  { vulnerabilities, most }: { readonly vulnerabilities: boolean; readonly most: number },
): Promise<readonly Complaint[]> {
  let open = complaints(db).where('status', 'in', ['new', 'looked-at'])
  if (!vulnerabilities) open = open.where('kind', '<>', 'vulnerability')
  const rows = await open.orderBy('at').orderBy('id').limit(most).execute()
  return rows.map(toComplaint)
}

/** Newest first. */
export async function complaintsOf(
  db: Database,
  person: PersonId,
  most: number,
): Promise<readonly Complaint[]> {
  const rows = await complaints(db)
    .where('person_id', '=', person)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(most)
    .execute()
  return rows.map(toComplaint)
}

/** Oldest first. */
export async function readComplaintSteps(db: Database, id: ComplaintId): Promise<readonly ComplaintStep[]> {
  const stored = await readEvents(db, complaintStream(id))
  return stored.map(({ kind, at, actor, reason }) => {
    const name = complaintEvents.find((one) => one === kind)
    if (name === undefined) throw new Error(`The stream of a complaint has an event "${kind}".`)
    return { name, at, actor, reason }
  })
}
