import type { ColumnType } from 'kysely'
import type { Database, OrganisationId, ReportId, SubmissionId } from '../kernel/index.ts'
import type { GateAnswer } from './model.ts'

type Tables = {
  review_screening: {
    submission_id: string
    attempt: number
    organisation_id: string
    report_id: string
    outcome: 'rejected' | 'queued' | 'carried-over'
    gates: ColumnType<readonly GateAnswer[], string, string>
    decided_at: Date
  }
}

export interface Screening {
  readonly submission: SubmissionId
  readonly attempt: number
  readonly organisation: OrganisationId
  readonly report: ReportId
  readonly outcome: 'rejected' | 'queued' | 'carried-over'
  readonly gates: readonly GateAnswer[]
  readonly at: Date
}

/** False when this check was screened before. */
export async function insertScreening(trx: Database, screening: Screening): Promise<boolean> {
  const inserted = await trx
    .withTables<Tables>()
    .insertInto('review_screening')
    .values({
      submission_id: screening.submission,
      attempt: screening.attempt,
      organisation_id: screening.organisation,
      report_id: screening.report,
      outcome: screening.outcome,
      gates: JSON.stringify(screening.gates),
      decided_at: screening.at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('attempt')
    .executeTakeFirst()
  return inserted !== undefined
}

/** The screenings of these checks, by submission. */
export async function screeningsOf(
  db: Database,
  checks: readonly { readonly submission: SubmissionId; readonly attempt: number }[],
): Promise<ReadonlyMap<SubmissionId, Pick<Screening, 'outcome' | 'gates'>>> {
  if (checks.length === 0) return new Map()
  const rows = await db
    .withTables<Tables>()
    .selectFrom('review_screening')
    .select(['submission_id', 'attempt', 'outcome', 'gates'])
    .where(
      'submission_id',
      'in',
      checks.map(({ submission }) => submission),
    )
    .execute()
  const current = new Map(checks.map(({ submission, attempt }) => [submission as string, attempt]))
  const ofCurrent = rows.filter((row) => current.get(row.submission_id) === row.attempt)
  return new Map(
    ofCurrent.map(({ submission_id: id, outcome, gates }) => [id as SubmissionId, { outcome, gates }]),
  )
}
