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

/** In place of earlier rules, and of what was allowed for a while. A rule of null is taken back. */
export async function putRules(
  trx: Database,
  place: RulePlace,
  rules: ReadonlyMap<string | null, ToolRule | null>,
  at: Date,
): Promise<void> {
  const db = trx.withTables<ConnectionsTables>()
  const gone = [...rules].filter(([, rule]) => rule === null).map(([tool]) => tool)
  const named = gone.filter((tool) => tool !== null)
  await db
    .deleteFrom('tool_level')
    .where(isAt(place))
    .where(sql<boolean>`(tool = any(${named}::text[]) or tool is null and ${gone.includes(null)})`)
    .execute()
  const rows = [...rules].flatMap(([tool, rule]) => (rule === null ? [] : [{ tool, rule }]))
  if (rows.length === 0) return
  await db
    .insertInto('tool_level')
    .values(rows.map((row) => ({ ...columnsOf(place), ...row, set_at: at })))
    .onConflict((conflict) =>
      conflict
        .columns(key)
        .doUpdateSet((row) => ({ rule: row.ref('excluded.rule'), allowed_until: null, set_at: at })),
    )
    .execute()
}

/** What was allowed for a while before, and is over, goes. */
export async function putAllowance(
  trx: Database,
  place: RulePlace,
  { tool, until }: { readonly tool: string; readonly until: Date },
  at: Date,
): Promise<void> {
  const db = trx.withTables<ConnectionsTables>()
  await db
    .deleteFrom('tool_level')
    .where(isAt(place))
    .where('rule', 'is', null)
    .where('allowed_until', '<=', at)
    .execute()
  await db
    .insertInto('tool_level')
    .values({ ...columnsOf(place), tool, allowed_until: until, set_at: at })
    .onConflict((conflict) => conflict.columns(key).doUpdateSet({ allowed_until: until }))
    .execute()
}

/** How much is said there. */
export async function countLevels(db: Database, place: RulePlace): Promise<number> {
  const { count } = await db
    .withTables<ConnectionsTables>()
    .selectFrom('tool_level')
    .select(({ fn }) => fn.countAll().as('count'))
    .where(isAt(place))
    .executeTakeFirstOrThrow()
  return Number(count)
}

const key = ['organisation_id', 'listing_id', 'person_id', 'tool'] as const

function columnsOf({ organisation, listing, person }: RulePlace) {
  return { organisation_id: organisation, listing_id: listing, person_id: person }
}

function isAt({ organisation, listing, person }: RulePlace) {
  return sql<boolean>`(organisation_id = ${organisation} and listing_id = ${listing}
    and person_id is not distinct from ${person})`
}

/** Of everybody. */
export async function deleteLevelsAt(trx: Database, listing: ListingId): Promise<void> {
  await trx
    .withTables<ConnectionsTables>()
    .deleteFrom('tool_level')
    .where('listing_id', '=', listing)
    .execute()
}
