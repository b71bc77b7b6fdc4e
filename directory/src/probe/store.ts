import { reportSchema, type Report } from '@connectory/checker'
import type { Database, OrganisationId, ReportId, SubmissionId } from '../kernel/index.ts'
import { parseSteps } from './steps.ts'
import type { Progress, ProgressStep, StoredReport } from './probe.ts'

type ReportTable = {
  id: string
  submission_id: string
  organisation_id: string
  attempt: number
  policy: string
  verdict: string
  scopes: string[]
  report: unknown
  created_at: Date
}

type ProbeRunTable = {
  submission_id: string
  attempt: number
  state: string
  steps: unknown
  requested_at: Date
  started_at: Date | null
  finished_at: Date | null
}

type Tables = {
  report: ReportTable
  probe_run: ProbeRunTable
}

/** One check: the attempt of a submission. */
export interface CheckId {
  readonly submission: SubmissionId
  readonly attempt: number
}

export async function insertRun(trx: Database, check: CheckId, at: Date): Promise<void> {
  await trx
    .withTables<Tables>()
    .insertInto('probe_run')
    .values({
      submission_id: check.submission,
      attempt: check.attempt,
      state: 'waiting',
      steps: '[]',
      requested_at: at,
      started_at: null,
      finished_at: null,
    })
    .onConflict((conflict) => conflict.columns(['submission_id', 'attempt']).doNothing())
    .execute()
}

/** A check that runs again begins with an empty list of steps. */
export async function startRun(db: Database, check: CheckId, at: Date): Promise<void> {
  await ofCheck(db, check).set({ state: 'running', steps: '[]', started_at: at }).execute()
}

export async function writeSteps(
  db: Database,
  check: CheckId,
  steps: readonly ProgressStep[],
): Promise<void> {
  await ofCheck(db, check)
    .set({ steps: JSON.stringify(steps) })
    .execute()
}

export async function finishRun(db: Database, check: CheckId, at: Date): Promise<void> {
  await ofCheck(db, check).set({ state: 'finished', finished_at: at }).execute()
}

function ofCheck(db: Database, { submission, attempt }: CheckId) {
  return db
    .withTables<Tables>()
    .updateTable('probe_run')
    .where('submission_id', '=', submission)
    .where('attempt', '=', attempt)
    .where('state', '<>', 'finished')
}

/** Asked for or begun before `before` and not finished. */
export async function unfinishedRuns(
  db: Database,
  states: readonly ('waiting' | 'running')[],
  before: Date,
): Promise<readonly CheckId[]> {
  const rows = await db
    .withTables<Tables>()
    .selectFrom('probe_run')
    .select(['submission_id', 'attempt'])
    .where('state', 'in', states)
    .where((or) => or.fn.coalesce('started_at', 'requested_at'), '<=', before)
    .orderBy('requested_at')
    .limit(1_000)
    .execute()
  return rows.map((row) => ({ submission: row.submission_id as SubmissionId, attempt: row.attempt }))
}

export async function loadProgress(db: Database, check: CheckId): Promise<Progress> {
  const row = await db
    .withTables<Tables>()
    .selectFrom('probe_run')
    .selectAll()
    .where('submission_id', '=', check.submission)
    .where('attempt', '=', check.attempt)
    .executeTakeFirst()
  return {
    state: row?.state === 'running' || row?.state === 'finished' ? row.state : 'waiting',
    steps: parseSteps(row?.steps),
    startedAt: row?.started_at ?? null,
    finishedAt: row?.finished_at ?? null,
  }
}

export interface NewReport extends CheckId {
  readonly id: ReportId
  readonly organisation: OrganisationId
  readonly report: Report
  readonly createdAt: Date
}

/** False when this check has a report already: the first one counts. */
export async function insertReport(trx: Database, stored: NewReport): Promise<boolean> {
  const { report } = stored
  const inserted = await trx
    .withTables<Tables>()
    .insertInto('report')
    .values({
      id: stored.id,
      submission_id: stored.submission,
      organisation_id: stored.organisation,
      attempt: stored.attempt,
      policy: report.policy,
      verdict: report.verdict,
      scopes: [...report.scopes],
      report: JSON.stringify(report),
      created_at: stored.createdAt,
    })
    .onConflict((conflict) => conflict.columns(['submission_id', 'attempt']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return inserted !== undefined
}

export async function reportOfCheck(db: Database, check: CheckId): Promise<StoredReport | undefined> {
  const row = await reports(db)
    .where('submission_id', '=', check.submission)
    .where('attempt', '=', check.attempt)
    .executeTakeFirst()
  return row === undefined ? undefined : readReport(row)
}

export async function reportById(db: Database, id: ReportId): Promise<StoredReport | undefined> {
  const row = await reports(db).where('id', '=', id).executeTakeFirst()
  return row === undefined ? undefined : readReport(row)
}

export async function deleteChecks(trx: Database, submission: SubmissionId): Promise<void> {
  const tables = trx.withTables<Tables>()
  await tables.deleteFrom('report').where('submission_id', '=', submission).execute()
  await tables.deleteFrom('probe_run').where('submission_id', '=', submission).execute()
}

function reports(db: Database) {
  return db.withTables<Tables>().selectFrom('report').selectAll()
}

function readReport(row: ReportTable): StoredReport {
  return {
    id: row.id as ReportId,
    submission: row.submission_id as SubmissionId,
    organisation: row.organisation_id as OrganisationId,
    attempt: row.attempt,
    report: reportSchema.parse(row.report),
    createdAt: row.created_at,
  }
}
