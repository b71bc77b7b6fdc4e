import { sql, type ColumnType } from 'kysely'
import type { Database, ListingId, OrganisationId, PersonId } from '../kernel/index.ts'
import type {
  Foreseen,
  ForeseenListing,
  OutcomeCounts,
  RuleCounts,
  RuleOutcome,
  Simulation,
  SimulationId,
} from './model.ts'

type Jsonb<Value> = ColumnType<Value, string, string>

interface SimulationTable {
  id: SimulationId
  policy: string
  asked_by: PersonId
  at: Date
  finished_at: Date | null
  leased_until: Date
  after_listing: ListingId | null
  listings: number
  outcomes: Jsonb<OutcomeCounts>
  rules: Jsonb<RuleCounts>
}

interface ResultTable {
  simulation_id: SimulationId
  listing_id: ListingId
  organisation_id: OrganisationId
  outcome: RuleOutcome
  rules: Jsonb<readonly Foreseen[]>
}

type Tables = { simulation: SimulationTable; simulation_result: ResultTable }

export async function insertSimulation(trx: Database, simulation: Simulation): Promise<void> {
  await trx
    .withTables<Tables>()
    .insertInto('simulation')
    .values({
      id: simulation.id,
      policy: simulation.policy,
      asked_by: simulation.askedBy,
      at: simulation.at,
      finished_at: null,
      leased_until: simulation.at,
      after_listing: null,
      listings: simulation.listings,
      outcomes: JSON.stringify(simulation.outcomes),
      rules: JSON.stringify(simulation.rules),
    })
    .execute()
}

/** Keeps the newest. */
export async function dropOlder(trx: Database, kept: number): Promise<void> {
  const tables = trx.withTables<Tables>()
  await tables
    .deleteFrom('simulation')
    .where('id', 'not in', tables.selectFrom('simulation').select('id').orderBy('id', 'desc').limit(kept))
    .execute()
}

export async function running(trx: Database, policy: string): Promise<SimulationId | undefined> {
  const row = await trx
    .withTables<Tables>()
    .selectFrom('simulation')
    .select('id')
    .where('policy', '=', policy)
    .where('finished_at', 'is', null)
    .executeTakeFirst()
  return row?.id
}

/** One that is not finished and that nobody works on; until `until` nobody else gets it. */
export async function takeUnfinished(
  db: Database,
  { at, until }: { readonly at: Date; readonly until: Date },
): Promise<Simulation | undefined> {
  const row = await db
    .withTables<Tables>()
    .updateTable('simulation')
    .set({ leased_until: until })
    .where('id', 'in', (from) =>
      from
        .selectFrom('simulation')
        .select('id')
        .where('finished_at', 'is', null)
        .where('leased_until', '<=', at)
        .orderBy('at')
        .limit(1)
        .forUpdate()
        .skipLocked(),
    )
    .returningAll()
    .executeTakeFirst()
  return row && toSimulation(row)
}

export async function find(db: Database, id: SimulationId): Promise<Simulation | undefined> {
  const row = await db
    .withTables<Tables>()
    .selectFrom('simulation')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
  return row && toSimulation(row)
}

/** Newest first. */
export async function recent(db: Database, most: number): Promise<readonly Simulation[]> {
  const rows = await db
    .withTables<Tables>()
    .selectFrom('simulation')
    .selectAll()
    .orderBy('id', 'desc')
    .limit(most)
    .execute()
  return rows.map(toSimulation)
}

/** A page of listings is judged. @returns false when somebody else has judged it, or the simulation was dropped */
export async function writePage(
  trx: Database,
  before: Simulation,
  page: Pick<Simulation, 'after' | 'finishedAt' | 'listings' | 'outcomes' | 'rules'> & {
    readonly results: readonly ForeseenListing[]
    readonly leasedUntil: Date
  },
): Promise<boolean> {
  const tables = trx.withTables<Tables>()
  const moved = await tables
    .updateTable('simulation')
    .set({
      after_listing: page.after,
      finished_at: page.finishedAt,
      leased_until: page.leasedUntil,
      listings: page.listings,
      outcomes: JSON.stringify(page.outcomes),
      rules: JSON.stringify(page.rules),
    })
    .where('id', '=', before.id)
    .where(sql<boolean>`after_listing is not distinct from ${before.after}`)
    .where('finished_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  if (moved === undefined) return false
  const rows = page.results.flatMap(({ listing, organisation, outcome, rules }) =>
    outcome === 'stands'
      ? []
      : [
          {
            simulation_id: before.id,
            listing_id: listing,
            organisation_id: organisation,
            outcome,
            rules: JSON.stringify(rules),
          },
        ],
  )
  if (rows.length > 0) await tables.insertInto('simulation_result').values(rows).execute()
  return true
}

/** In the order of their listings, from the first after this one. */
export async function resultsAfter(
  db: Database,
  id: SimulationId,
  page: {
    readonly outcome: RuleOutcome | undefined
    readonly after: ListingId | undefined
    readonly most: number
  },
): Promise<readonly ForeseenListing[]> {
  let results = db.withTables<Tables>().selectFrom('simulation_result').selectAll()
  results = results.where('simulation_id', '=', id)
  if (page.outcome !== undefined) results = results.where('outcome', '=', page.outcome)
  if (page.after !== undefined) results = results.where('listing_id', '>', page.after)
  const rows = await results.orderBy('listing_id').limit(page.most).execute()
  return rows.map(({ listing_id: listing, organisation_id: organisation, outcome, rules }) => ({
    listing,
    organisation,
    outcome,
    rules,
  }))
}

function toSimulation(row: {
  readonly id: SimulationId
  readonly policy: string
  readonly asked_by: PersonId
  readonly at: Date
  readonly finished_at: Date | null
  readonly after_listing: ListingId | null
  readonly listings: number
  readonly outcomes: OutcomeCounts
  readonly rules: RuleCounts
}): Simulation {
  return {
    id: row.id,
    policy: row.policy,
    askedBy: row.asked_by,
    at: row.at,
    finishedAt: row.finished_at,
    after: row.after_listing,
    listings: row.listings,
    outcomes: row.outcomes,
    rules: row.rules,
  }
}
