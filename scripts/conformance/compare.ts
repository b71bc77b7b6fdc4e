import type { KnownDifference } from './baseline.ts'
import type { Check, Results, Status } from './suite.ts'

export interface Row {
  readonly scenario: string
  readonly required: boolean
  readonly checks: number
  readonly passed: number
  readonly failed: number
  /** Ids of checks that ended otherwise than in the run that this one is held beside. */
  readonly differs: readonly string[]
}

/** What stands in the log of a scenario and is no verdict. */
function isVerdict({ status }: Check): boolean {
  return status !== 'INFO'
}

/** One row a scenario; `beside` is the same scenario directly. */
export function rowsOf(results: Results, beside: Results | undefined, required: ReadonlySet<string>): Row[] {
  const names = new Set([...required, ...results.keys(), ...(beside?.keys() ?? [])])
  return [...names].toSorted().map((scenario) => {
    const checks = (results.get(scenario) ?? []).filter(isVerdict)
    const others = beside?.get(scenario)?.filter(isVerdict)
    return {
      scenario,
      required: required.has(scenario),
      checks: checks.length,
      passed: countOf(checks, 'SUCCESS'),
      failed: countOf(checks, 'FAILURE'),
      differs: others === undefined ? [] : differing(checks, others),
    }
  })
}

function countOf(checks: readonly Check[], status: Status): number {
  return checks.filter((check) => check.status === status).length
}

/** By id, how often a check was made and how each time ended. */
function differing(one: readonly Check[], other: readonly Check[]): string[] {
  const [mine, theirs] = [endings(one), endings(other)]
  const ids = new Set([...mine.keys(), ...theirs.keys()])
  return [...ids].filter((id) => mine.get(id) !== theirs.get(id)).toSorted()
}

function endings(checks: readonly Check[]): Map<string, string> {
  const found = new Map<string, string[]>()
  for (const { id, status } of checks) found.set(id, [...(found.get(id) ?? []), status])
  return new Map([...found].map(([id, statuses]) => [id, statuses.toSorted().join(' ')]))
}

/**
 * What is wrong with a run, a sentence each: a required scenario that does not pass (or was not run) where nothing is
 * held beside it, a difference that nobody explained, an explained one that is gone.
 */
export function wrongIn(
  { run, revision }: { readonly run: string; readonly revision: string },
  rows: readonly Row[],
  known: readonly KnownDifference[],
): string[] {
  const mine = known.filter((each) => each.run === run && each.revision === revision)
  const where = (scenario: string) => `${run}, ${revision}, ${scenario}`
  return rows.flatMap((row) => {
    const explained = new Set(
      mine.filter(({ scenario }) => scenario === row.scenario).flatMap(({ checks }) => checks),
    )
    const fresh = row.differs.filter((id) => !explained.has(id))
    const gone = [...explained].filter((id) => !row.differs.includes(id))
    const unmet = row.required && (row.passed === 0 || row.failed > 0) && row.differs.length === 0
    return [
      ...fresh.map(
        (id) => `${where(row.scenario)}: ${id} ends otherwise than directly, and nothing explains it.`,
      ),
      ...gone.map(
        (id) => `${where(row.scenario)}: ${id} is explained and no longer differs. Take it from the list.`,
      ),
      ...(unmet
        ? [`${where(row.scenario)}: required, and ${row.failed} of its ${row.checks} checks fail.`]
        : []),
    ]
  })
}
