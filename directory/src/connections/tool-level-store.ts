import { sql } from 'kysely'
import type { Database, ListingId, OrganisationId, PersonId } from '../kernel/index.ts'
import type { ConnectionsTables } from './tables.ts'
import type { Rules, ToolLevels, ToolRule } from './tool-levels.ts'

/** Whose rules: a person's, or those of the whole organisation. */
export interface RulePlace {
  readonly organisation: OrganisationId
  readonly listing: ListingId
  readonly person: PersonId | null
}

interface Row {
  readonly own: boolean
  readonly tool: string | null
  readonly rule: ToolRule | null
  readonly until: number | null
}

/** As it comes with a connection; null when nothing is said. */
export type StoredLevels = readonly Row[] | null

const members = sql`json_build_object('own', l.person_id is not null, 'tool', l.tool, 'rule', l.rule,
  'until', extract(epoch from l.allowed_until) * 1000)`

/** A column for a query of connections, so that a call needs no second query. */
export const levelsOfConnection = sql<StoredLevels>`(
  select json_agg(${members}) from tool_level l
  where l.organisation_id = connection.organisation_id and l.listing_id = connection.listing_id
    and (l.person_id is null or l.person_id = connection.person_id))`

export async function loadLevels(db: Database, at: RulePlace): Promise<ToolLevels> {
  const { rows } = await sql<{ levels: StoredLevels }>`select (
    select json_agg(${members}) from tool_level l
    where l.organisation_id = ${at.organisation} and l.listing_id = ${at.listing}
      and (l.person_id is null or l.person_id = ${at.person})) as levels`.execute(db)
  return readLevels(rows[0]?.levels ?? [])
}

export function readLevels(rows: readonly Row[]): ToolLevels {
  return {
    own: rulesIn(rows.filter(({ own }) => own)),
    ceiling: rulesIn(rows.filter(({ own }) => !own)),
    allowedUntil: new Map(
      rows.flatMap(({ tool, until }) => (tool === null || until === null ? [] : [[tool, until]])),
    ),
  }
}

function rulesIn(rows: readonly Row[]): Rules {
  const named = rows.flatMap(({ tool, rule }): [string, ToolRule][] =>
    tool === null || rule === null ? [] : [[tool, rule]],
  )
  return { all: rows.find(({ tool }) => tool === null)?.rule ?? undefined, tools: new Map(named) }
}

/** In place of an earlier rule, and of what was allowed for a while. @param rule null takes it back */
export async function putRule(
  trx: Database,
  { organisation, listing, person }: RulePlace,
  { tool, rule }: { readonly tool: string | null; readonly rule: ToolRule | null },
  at: Date,
): Promise<void> {
  const db = trx.withTables<ConnectionsTables>()
  await db
    .deleteFrom('tool_level')
    .where('organisation_id', '=', organisation)
    .where('listing_id', '=', listing)
    .where('person_id', person === null ? 'is' : '=', person)
    .where('tool', tool === null ? 'is' : '=', tool)
    .execute()
  if (rule === null) return
  const row = {
    organisation_id: organisation,
    listing_id: listing,
    person_id: person,
    tool,
    rule,
    set_at: at,
  }
  await db.insertInto('tool_level').values(row).execute()
}

export async function putAllowance(
  db: Database,
  { organisation, listing, person }: RulePlace,
  { tool, until }: { readonly tool: string; readonly until: Date },
  at: Date,
): Promise<void> {
  await db
    .withTables<ConnectionsTables>()
    .insertInto('tool_level')
    .values({
      organisation_id: organisation,
      listing_id: listing,
      person_id: person,
      tool,
      allowed_until: until,
      set_at: at,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['organisation_id', 'listing_id', 'person_id', 'tool'])
        .doUpdateSet({ allowed_until: until }),
    )
    .execute()
}

/** Of everybody. */
export async function deleteLevelsAt(trx: Database, listing: ListingId): Promise<void> {
  await trx
    .withTables<ConnectionsTables>()
    .deleteFrom('tool_level')
    .where('listing_id', '=', listing)
    .execute()
}
