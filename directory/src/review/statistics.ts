import type { ClauseTally, DecidedOutcome, Figure, MonthTally, Tally } from '../submissions/index.ts'

/** A figure is shown from so many different publishers on: nobody's single case can be seen in it. */
export const fewestPublishers = 5
/** Shown figures are rounded down to steps of so many: from two figures nobody computes a third that is small. */
export const stepsOf = 5
export const windowDays = [30, 90, 365] as const
export type WindowDays = (typeof windowDays)[number]
const shownMonths = 12

/** Null: of fewer than `fewestPublishers`, which includes none. */
export type Shown = number | null

export interface ClauseStatistics {
  readonly clause: string
  /** Rejections and requests for changes that named it. */
  readonly decisions: Shown
  readonly rejections: Shown
  readonly changesAsked: Shown
  readonly waivers: Shown
  /** Whole per cent of all rejections and requests for changes. */
  readonly share: number | null
}

export const monthlyOutcomes = [
  'approved',
  'changesAsked',
  'rejected',
  'rejectedByCheck',
  'notAFit',
  'lapsed',
] as const
export type MonthlyOutcome = (typeof monthlyOutcomes)[number]
export type ShownOutcomes = Readonly<Record<MonthlyOutcome, Shown>>

export interface WindowStatistics {
  readonly days: WindowDays
  readonly from: Date
  /** Rejections and requests for changes. */
  readonly decisions: Shown
  readonly outcomes: ShownOutcomes
  readonly waivers: Shown
  readonly appealsDecided: Shown
  readonly appealsGranted: Shown
  readonly medianAgeDays: number | null
  /** What was named most comes first; what was named by too few is left out. */
  readonly clauses: readonly ClauseStatistics[]
}

export interface Statistics {
  readonly until: Date
  readonly windows: readonly WindowStatistics[]
  /** Whole months, the earliest first. */
  readonly months: readonly { readonly month: Date; readonly outcomes: ShownOutcomes }[]
}

const dayMs = 86_400_000
/** 1970-01-05. */
const firstMondayMs = 4 * dayMs

/** The last beginning of a week, Monday 00:00 UTC: who reads every day learns nothing of a single day. */
export function countedUntil(now: Date): Date {
  const since = now.getTime() - firstMondayMs
  return new Date(now.getTime() - (since % (7 * dayMs)))
}

/** The months that are over then, and the first moment of the earliest. */
export function monthsUntil(until: Date): { readonly from: Date; readonly to: Date } {
  const [year, month] = [until.getUTCFullYear(), until.getUTCMonth()]
  return { from: new Date(Date.UTC(year, month - shownMonths)), to: new Date(Date.UTC(year, month)) }
}

export function windowFrom(until: Date, days: WindowDays): Date {
  return new Date(until.getTime() - days * dayMs)
}

export function shown({ count, publishers }: Figure): Shown {
  return publishers < fewestPublishers ? null : Math.floor(count / stepsOf) * stepsOf
}

export function windowStatistics(days: WindowDays, until: Date, tally: Tally): WindowStatistics {
  const { outcomes, waited } = tally
  const decisions = shown(tally.against)
  const { 'appeal-granted': granted, 'appeal-refused': refused } = outcomes
  const clauses = tally.clauses.map((clause) => clauseStatistics(clause, decisions))
  const median = waited.publishers < fewestPublishers ? null : waited.medianSeconds
  return {
    days,
    from: windowFrom(until, days),
    decisions,
    outcomes: shownOutcomes(outcomes),
    waivers: shown(outcomes.waived),
    appealsDecided: shown({
      count: granted.count + refused.count,
      // At least so many: a publisher may stand in both.
      publishers: Math.max(granted.publishers, refused.publishers),
    }),
    appealsGranted: shown(granted),
    medianAgeDays: median === null ? null : Math.ceil(median / (dayMs / 1000)),
    clauses: clauses
      .filter(({ decisions: named, waivers }) => named !== null || waivers !== null)
      .toSorted(byNamed),
  }
}

function clauseStatistics(
  { clause, against, rejected, changesAsked, waived }: ClauseTally,
  all: Shown,
): ClauseStatistics {
  const decisions = shown(against)
  const share = decisions === null || all === null ? null : Math.round((decisions / all) * 100)
  return {
    clause,
    decisions,
    rejections: shown(rejected),
    changesAsked: shown(changesAsked),
    waivers: shown(waived),
    share,
  }
}

function byNamed(one: ClauseStatistics, other: ClauseStatistics): number {
  return (other.decisions ?? 0) - (one.decisions ?? 0) || (one.clause < other.clause ? -1 : 1)
}

function shownOutcomes(of: Readonly<Record<DecidedOutcome, Figure>>): ShownOutcomes {
  return {
    approved: shown(of.approved),
    changesAsked: shown(of['changes-requested']),
    rejected: shown(of.rejected),
    rejectedByCheck: shown(of['rejected-automatically']),
    notAFit: shown(of['not-a-fit']),
    lapsed: shown(of.lapsed),
  }
}

const nothing: Figure = { count: 0, publishers: 0 }
const noOutcomes = shownOutcomes({
  approved: nothing,
  'changes-requested': nothing,
  rejected: nothing,
  'rejected-automatically': nothing,
  'not-a-fit': nothing,
  lapsed: nothing,
  waived: nothing,
  'appeal-granted': nothing,
  'appeal-refused': nothing,
})

/** Every one of the last twelve whole months, also those in which nothing was decided. */
export function monthStatistics(until: Date, tallies: readonly MonthTally[]): Statistics['months'] {
  const { from } = monthsUntil(until)
  const known = new Map(tallies.map(({ month, outcomes }) => [month.getTime(), outcomes]))
  return Array.from({ length: shownMonths }, (_, index) => {
    const month = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + index))
    const outcomes = known.get(month.getTime())
    return { month, outcomes: outcomes === undefined ? noOutcomes : shownOutcomes(outcomes) }
  })
}
