import { readEvents, type Database, type ListingId, type OrganisationId } from '../kernel/index.ts'
import { eventNames, type Happened, type Stage, type Standing } from './restriction.ts'

interface SafetyTable {
  listing_id: ListingId
  organisation_id: OrganisationId
  stage: Stage
  since: Date | null
  objected_at: Date | null
  domain: string
  seen: number
}

type Tables = { safety: SafetyTable }

/** An order or an objection, as it was given. */
export interface PastStep extends Happened {
  readonly seq: number
  readonly reason: string
}

export function streamOf(listing: ListingId): string {
  return `safety:${listing}`
}

/** Oldest first. */
export async function readSteps(db: Database, listing: ListingId): Promise<readonly PastStep[]> {
  const stored = await readEvents(db, streamOf(listing))
  return stored.map(({ kind, at, actor, seq, reason }) => {
    const name = eventNames.find((one) => one === kind)
    if (name === undefined) throw new Error(`The stream of safety has an event "${kind}".`)
    return { name, at, actor, seq, reason }
  })
}

export interface Kept {
  readonly listing: ListingId
  readonly organisation: OrganisationId
  readonly standing: Standing
  readonly domain: string
  readonly seen: number
}

/** Keeps the fold after an event that was appended in the same transaction. */
export async function keep(
  trx: Database,
  { listing, organisation, standing, domain, seen }: Kept,
): Promise<void> {
  const { stage, since, objectedAt } = standing
  const row = { organisation_id: organisation, stage, since, objected_at: objectedAt, domain, seen }
  await trx
    .withTables<Tables>()
    .insertInto('safety')
    .values({ listing_id: listing, ...row })
    .onConflict((conflict) => conflict.column('listing_id').doUpdateSet(row))
    .execute()
}

/** A restricted listing, as lists show it. */
export interface Restricted {
  readonly listing: ListingId
  readonly stage: Exclude<Stage, 'clear'>
  readonly since: Date
  readonly objected: boolean
}

/** What waits for somebody first, then the newest. */
export async function restrictedListings(
  db: Database,
  { except, most }: { readonly except: readonly OrganisationId[]; readonly most: number },
): Promise<readonly Restricted[]> {
  let restricted = db.withTables<Tables>().selectFrom('safety').selectAll().where('stage', '<>', 'clear')
  if (except.length > 0) restricted = restricted.where('organisation_id', 'not in', except)
  const rows = await restricted
    .orderBy((is) => is.or([is('stage', '=', 'block-asked'), is('objected_at', 'is not', null)]), 'desc')
    .orderBy('since', 'desc')
    .orderBy('listing_id')
    .limit(most)
    .execute()
  return rows.flatMap(({ listing_id: listing, stage, since, objected_at: objectedAt }) =>
    stage === 'clear' || since === null ? [] : [{ listing, stage, since, objected: objectedAt !== null }],
  )
}

/** Whether a publisher, or the domain of a server, is blocked. */
export async function isBlocked(
  db: Database,
  { organisation, domain }: { readonly organisation: OrganisationId; readonly domain: string },
): Promise<boolean> {
  const row = await db
    .withTables<Tables>()
    .selectFrom('safety')
    .select('listing_id')
    .where('stage', '=', 'blocked')
    .where((is) => is.or([is('organisation_id', '=', organisation), is('domain', '=', domain)]))
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
