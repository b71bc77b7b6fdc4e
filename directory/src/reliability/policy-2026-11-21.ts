/**
 * The numbers of the ledger, in force since 2026-11-21. A change is a new file with its own date, so that a step can
 * name the numbers it was taken under. Days are whole days in UTC; shares are of the quarter hours that were
 * seen; a look speaks for those since the one before.
 */
export interface Policy {
  readonly id: string
  /** Days before today that are judged. */
  readonly windowDays: number
  /** Fewer quarter hours than this say nothing of a day. */
  readonly leastLooksOfDay: number
  /** A day is healthy when at most this share of it failed. */
  readonly healthyShare: number
  /** Whoever is warned has failed this share of the window, */
  readonly warnShare: number
  /** in so many judged days */
  readonly leastDays: number
  /** and so many quarter hours, */
  readonly leastLooks: number
  /** and was judged so recently. */
  readonly freshDays: number
  /** Between the steps. */
  readonly warnedDays: number
  readonly graceDays: number
  readonly hiddenDays: number
  /** Healthy days in a row that end it, by how far it went. */
  readonly recoveryDays: { readonly warned: number; readonly hidden: number; readonly delisted: number }
  /** Who was warned again within so many days needs twice as many healthy days, each time, up to a bound. */
  readonly relapseDays: number
  readonly mostRecoveryDays: number
  /** Less time lost by our own outage waits until the next step. */
  readonly leastLostMs: number
  /** So much may an operator give at once. */
  readonly mostExtensionDays: number
}

export const policy20261121: Policy = {
  id: 'reliability-2026-11-21',
  windowDays: 30,
  leastLooksOfDay: 12,
  healthyShare: 0.05,
  warnShare: 0.05,
  leastDays: 3,
  leastLooks: 100,
  freshDays: 2,
  warnedDays: 7,
  graceDays: 14,
  hiddenDays: 30,
  recoveryDays: { warned: 3, hidden: 7, delisted: 14 },
  relapseDays: 90,
  mostRecoveryDays: 28,
  leastLostMs: 60 * 60_000,
  mostExtensionDays: 90,
}
