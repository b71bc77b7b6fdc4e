import { sql, type ColumnType } from 'kysely'
import type { FieldChange } from '../catalogue/index.ts'
import type { Database, ListingId, OrganisationId } from '../kernel/index.ts'
import { watchList, type WatchRow } from '../monitoring/index.ts'
import type {
  Change,
  ChangeId,
  DriftClass,
  DriftWord,
  OpenCounts,
  PastChange,
  Step,
  StepName,
} from './model.ts'

export interface WatchTable extends WatchRow {
  tried_at: Date | null
  outcome: string | null
  compared_at: Date | null
  version: number | null
  open: ColumnType<OpenCounts | null, string | null, string | null>
  heaviest: DriftClass | null
}

interface ChangeTable {
  id: ChangeId
  listing_id: ListingId
  organisation_id: OrganisationId
  version: number
  tool: string
  digest: string | null
  class: DriftClass
  words: readonly DriftWord[]
  fields: ColumnType<readonly FieldChange[], string, never>
  first_seen_at: Date
}

interface StepTable {
  change_id: ChangeId
  step: StepName
  at: Date
}

type Tables = { drift_watch: WatchTable; drift_change: ChangeTable; drift_step: StepTable }

export const drifts = watchList<WatchTable>('drift_watch')

/** Looked, and nothing could be compared. */
export async function noteTry(
  db: Database,
  { listing, at, outcome, nextAt }: { listing: ListingId; at: Date; outcome: string; nextAt: Date },
): Promise<void> {
  await db
    .withTables<Tables>()
    .updateTable('drift_watch')
    .set({ tried_at: at, outcome, next_at: nextAt })
    .where('listing_id', '=', listing)
    .execute()
}

export interface ComparedLook {
  readonly listing: ListingId
  readonly at: Date
  readonly outcome: 'compared' | 'incomplete'
  readonly version: number
  readonly open: OpenCounts
  readonly heaviest: DriftClass | null
  readonly nextAt: Date
}

export async function noteCompared(trx: Database, look: ComparedLook): Promise<void> {
  await trx
    .withTables<Tables>()
    .updateTable('drift_watch')
    .set({
      tried_at: look.at,
      outcome: look.outcome,
      compared_at: look.at,
      version: look.version,
      open: JSON.stringify(look.open),
      heaviest: look.heaviest,
      next_at: look.nextAt,
    })
    .where('listing_id', '=', look.listing)
    .execute()
}

export async function insertChanges(trx: Database, changes: readonly Change[]): Promise<void> {
  if (changes.length === 0) return
  await trx
    .withTables<Tables>()
    .insertInto('drift_change')
    .values(
      changes.map((change) => ({
        id: change.id,
        listing_id: change.listing,
        organisation_id: change.organisation,
        version: change.version,
        tool: change.tool,
        digest: change.digest,
        class: change.class,
        words: [...change.words],
        fields: JSON.stringify(change.fields),
        first_seen_at: change.firstSeenAt,
      })),
    )
    .execute()
}

export async function insertSteps(trx: Database, steps: readonly Step[], at: Date): Promise<void> {
  if (steps.length === 0) return
  await trx
    .withTables<Tables>()
    .insertInto('drift_step')
    .values(steps.map(({ change, step }) => ({ change_id: change, step, at })))
    .execute()
}

/** Every change of one version, oldest first, without what changed field by field. */
export async function changesOf(
  trx: Database,
  listing: ListingId,
  version: number,
): Promise<readonly Omit<PastChange, 'fields'>[]> {
  const rows = await trx
    .withTables<Tables>()
    .selectFrom('drift_change')
    .select(['id', 'listing_id', 'organisation_id', 'version', 'tool', 'digest', 'class', 'words'])
    .select(['first_seen_at', stepsOf.as('steps')])
    .where('listing_id', '=', listing)
    .where('version', '=', version)
    .orderBy('id')
    .execute()
  return rows.map(toChange)
}

/** Newest first, from the first before this one. */
export async function historyOf(
  db: Database,
  listing: ListingId,
  { before, most }: { readonly before: ChangeId | undefined; readonly most: number },
): Promise<readonly PastChange[]> {
  let changes = db
    .withTables<Tables>()
    .selectFrom('drift_change')
    .selectAll()
    .select(stepsOf.as('steps'))
    .where('listing_id', '=', listing)
  if (before !== undefined) changes = changes.where('id', '<', before)
  const rows = await changes.orderBy('id', 'desc').limit(most).execute()
  return rows.map((row) => ({ ...toChange(row), fields: row.fields }))
}

const stepsOf = sql<readonly { readonly step: StepName; readonly at: string }[]>`
  (select coalesce(json_agg(json_build_object('step', step, 'at', at) order by at, step), '[]')
    from drift_step where change_id = drift_change.id)`

function toChange(row: {
  readonly id: ChangeId
  readonly listing_id: ListingId
  readonly organisation_id: OrganisationId
  readonly version: number
  readonly tool: string
  readonly digest: string | null
  readonly class: DriftClass
  readonly words: readonly DriftWord[]
  readonly first_seen_at: Date
  readonly steps: readonly { readonly step: StepName; readonly at: string }[]
}): Omit<PastChange, 'fields'> {
  return {
    id: row.id,
    listing: row.listing_id,
    organisation: row.organisation_id,
    version: row.version,
    tool: row.tool,
    digest: row.digest,
    class: row.class,
    words: row.words,
    firstSeenAt: row.first_seen_at,
    steps: row.steps.map(({ step, at }) => ({ step, at: new Date(at) })),
  }
}

export interface Standing {
  readonly triedAt: Date | null
  readonly outcome: string | null
  readonly comparedAt: Date | null
  readonly version: number | null
  readonly open: OpenCounts | null
}

export async function standingOf(db: Database, listing: ListingId): Promise<Standing | undefined> {
  return await db
    .withTables<Tables>()
    .selectFrom('drift_watch')
    .select(['tried_at as triedAt', 'outcome', 'compared_at as comparedAt', 'version', 'open'])
    .where('listing_id', '=', listing)
    .executeTakeFirst()
}

export interface Drifting {
  readonly listing: ListingId
  readonly organisation: OrganisationId
  readonly heaviest: DriftClass
  readonly open: OpenCounts
  readonly comparedAt: Date
}

/** Listings with an open change that is more than looks; the heaviest first. */
export async function driftingNow(db: Database, most: number): Promise<readonly Drifting[]> {
  const rows = await db
    .withTables<Tables>()
    .selectFrom('drift_watch')
    .select(['listing_id', 'organisation_id', 'heaviest', 'open', 'compared_at'])
    .where('watched', '=', true)
    .where('heaviest', 'in', ['minor', 'major', 'severe'])
    .orderBy(sql`array_position(array['severe', 'major', 'minor'], heaviest)`)
    .orderBy('compared_at', 'desc')
    .limit(most)
    .execute()
  return rows.flatMap(({ listing_id: listing, organisation_id: organisation, ...row }) =>
    row.heaviest === null || row.open === null || row.compared_at === null
      ? []
      : [{ listing, organisation, heaviest: row.heaviest, open: row.open, comparedAt: row.compared_at }],
  )
}
