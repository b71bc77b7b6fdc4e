import { sql, type Expression, type SqlBool } from 'kysely'
import type { Database, OrganisationId, SubmissionId } from '../kernel/index.ts'
import type { Decided, DecidedOutcome } from './decided.ts'

type Tables = {
  submission_decision: {
    submission_id: SubmissionId
    seq: number
    organisation_id: OrganisationId
    at: Date
    outcome: DecidedOutcome
    clauses: readonly string[]
    waited_seconds: number | null
  }
}

export interface NewDecided extends Decided {
  readonly submission: SubmissionId
  readonly seq: number
  readonly organisation: OrganisationId
  readonly at: Date
}

export async function insertDecided(trx: Database, decided: NewDecided): Promise<void> {
  await trx
    .withTables<Tables>()
    .insertInto('submission_decision')
    .values({
      submission_id: decided.submission,
      seq: decided.seq,
      organisation_id: decided.organisation,
      at: decided.at,
      outcome: decided.outcome,
      clauses: decided.clauses,
      waited_seconds: decided.waitedMs === null ? null : Math.round(decided.waitedMs / 1000),
    })
    .execute()
}

/** How many, and of how many publishers: nothing about fewer than a few of them is shown to anybody. */
export interface Figure {
  readonly count: number
  readonly publishers: number
}

export interface ClauseTally {
  readonly clause: string
  /** Rejections and requests for changes. */
  readonly against: Figure
  readonly rejected: Figure
  readonly changesAsked: Figure
  readonly waived: Figure
}

/** What was decided between two moments; nothing of the second one. */
export interface Tally {
  readonly against: Figure
  readonly outcomes: Readonly<Record<DecidedOutcome, Figure>>
  readonly clauses: readonly ClauseTally[]
  /** Of decisions by people on whether something is listed. */
  readonly waited: Figure & { readonly medianSeconds: number | null }
}

export interface Span {
  readonly from: Date
  readonly to: Date
}

const rejections = ['rejected', 'rejected-automatically'] as const satisfies DecidedOutcome[]
const objections = [...rejections, 'changes-requested'] as const satisfies DecidedOutcome[]

export async function tallyBetween(db: Database, span: Span): Promise<Tally> {
  const rows = await between(db, span)
    .select(['outcome', ...figure('of', sql`true`)])
    .groupBy('outcome')
    .execute()
  const all = await between(db, span)
    .select([
      ...figure('against', isOneOf(objections)),
      ...figure('waited', sql`waited_seconds is not null`),
      sql<number | null>`percentile_disc(0.5) within group (order by waited_seconds)`.as('median'),
    ])
    .executeTakeFirstOrThrow()
  const byOutcome = new Map(rows.map((row) => [row.outcome, figureIn(row, 'of')]))
  return {
    against: figureIn(all, 'against'),
    outcomes: outcomesIn(byOutcome),
    clauses: await clausesBetween(db, span),
    waited: { ...figureIn(all, 'waited'), medianSeconds: all.median },
  }
}

async function clausesBetween(db: Database, span: Span): Promise<readonly ClauseTally[]> {
  const rows = await between(db, span)
    .innerJoinLateral(sql<{ clause: string }>`unnest(clauses)`.as<'named'>(sql`named (clause)`), (join) =>
      join.onTrue(),
    )
    .select([
      'named.clause',
      ...figure('against', isOneOf(objections)),
      ...figure('rejected', isOneOf(rejections)),
      ...figure('changes', isOneOf(['changes-requested'])),
      ...figure('waived', isOneOf(['waived'])),
    ])
    .groupBy('named.clause')
    .execute()
  return rows.map((row) => ({
    clause: row.clause,
    against: figureIn(row, 'against'),
    rejected: figureIn(row, 'rejected'),
    changesAsked: figureIn(row, 'changes'),
    waived: figureIn(row, 'waived'),
  }))
}

export interface MonthTally {
  /** Its first moment, in UTC. */
  readonly month: Date
  readonly outcomes: Readonly<Record<DecidedOutcome, Figure>>
}

/** Months in which something was decided, the earliest first. */
export async function monthsBetween(db: Database, span: Span): Promise<readonly MonthTally[]> {
  const month = sql<Date>`date_trunc('month', at, 'UTC')`
  const rows = await between(db, span)
    .select([month.as('month'), 'outcome', ...figure('of', sql`true`)])
    .groupBy([month, 'outcome'])
    .orderBy(month)
    .execute()
  const byMonth = Map.groupBy(rows, (row) => row.month.getTime())
  return [...byMonth].map(([time, ofMonth]) => ({
    month: new Date(time),
    outcomes: outcomesIn(new Map(ofMonth.map((row) => [row.outcome, figureIn(row, 'of')]))),
  }))
}

function between(db: Database, { from, to }: Span) {
  return db
    .withTables<Tables>()
    .selectFrom('submission_decision')
    .where('submission_decision.at', '>=', from)
    .where('submission_decision.at', '<', to)
}

function isOneOf(outcomes: readonly DecidedOutcome[]): Expression<SqlBool> {
  return sql<SqlBool>`outcome = any(${[...outcomes]})`
}

/** Counts come as text. */
function figure<Name extends string>(name: Name, where: Expression<unknown>) {
  return [
    sql<string>`count(*) filter (where ${where})`.as(`${name}_count`),
    sql<string>`count(distinct organisation_id) filter (where ${where})`.as(`${name}_publishers`),
  ] as const
}

function figureIn<Name extends string>(
  row: Readonly<Record<`${Name}_count` | `${Name}_publishers`, string>>,
  name: Name,
): Figure {
  return { count: Number(row[`${name}_count`]), publishers: Number(row[`${name}_publishers`]) }
}

const none: Figure = { count: 0, publishers: 0 }

function outcomesIn(found: ReadonlyMap<DecidedOutcome, Figure>): Readonly<Record<DecidedOutcome, Figure>> {
  const of = (outcome: DecidedOutcome): Figure => found.get(outcome) ?? none
  return {
    approved: of('approved'),
    'changes-requested': of('changes-requested'),
    rejected: of('rejected'),
    'rejected-automatically': of('rejected-automatically'),
    'not-a-fit': of('not-a-fit'),
    lapsed: of('lapsed'),
    waived: of('waived'),
    'appeal-granted': of('appeal-granted'),
    'appeal-refused': of('appeal-refused'),
  }
}
