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

/** What a run is held beside: the same scenarios directly, the wish that every check passes, or nothing. */
type Beside = Results | 'passing' | undefined

/** One row a scenario. */
export function rowsOf(results: Results, beside: Beside, required: ReadonlySet<string>): Row[] {
  const others = beside === 'passing' ? undefined : beside
  const names = new Set([...required, ...results.keys(), ...(others?.keys() ?? [])])
  return [...names].toSorted().map((scenario) => {
    const checks = (results.get(scenario) ?? []).filter(isVerdict)
    return {
      scenario,
      required: required.has(scenario),
      checks: checks.length,
      passed: countOf(checks, 'SUCCESS'),
      failed: countOf(checks, 'FAILURE'),
      differs: differing(
        checks,
        beside === 'passing' ? passing(checks) : others && (others.get(scenario) ?? []),
      ),
    }
  })
}

function countOf(checks: readonly Check[], status: Status): number {
  return checks.filter((check) => check.status === status).length
}

/** A warning is about what should be, and nobody has to. */
function passing(checks: readonly Check[]): readonly Check[] {
  return checks.map((check) => (check.status === 'FAILURE' ? { ...check, status: 'SUCCESS' } : check))
}

/** By id, how often a check was made and how each time ended. */
function differing(one: readonly Check[], other: readonly Check[] | undefined): string[] {
  if (other === undefined) return []
  const [mine, theirs] = [endings(one), endings(other.filter(isVerdict))]
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
        (id) => `${where(row.scenario)}: ${id} ends otherwise than it has to, and nothing explains it.`,
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

/** Explanations of what no run has looked at: whether they still hold is not known. */
export function unheld(
  known: readonly KnownDifference[],
  ran: readonly { readonly run: string; readonly revision: string; readonly rows: readonly Row[] }[],
): string[] {
  const isHeld = (one: KnownDifference) =>
    ran.some(
      ({ run, revision, rows }) =>
        run === one.run &&
        revision === one.revision &&
        rows.some(({ scenario }) => scenario === one.scenario),
    )
  return known
    .filter((one) => !isHeld(one))
    .map(
      ({ run, revision, scenario }) =>
        `${run}, ${revision}, ${scenario}: is explained and was not run. Take it from the list.`,
    )
}
