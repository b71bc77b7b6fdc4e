import type { Listing } from '../catalogue/index.ts'
import type { SubmissionStatus } from './model.ts'
import type { SubmissionRow, SubmissionsDependencies } from './submissions.ts'

/** What has become of a listing after its publication, when that is not simply published. */
const fates = ['unlisted', 'hidden', 'delisted', 'removed', 'quarantined', 'blocked', 'stopped'] as const
type PublishedFate = (typeof fates)[number]

/** The status of a submission, or of what was published how it stands now. */
export type ShownStatus = SubmissionStatus | PublishedFate

export interface ShownRow extends SubmissionRow {
  readonly shown: ShownStatus
}

type Deps = Pick<SubmissionsDependencies, 'catalogue' | 'stoppedAmong'>

/** Beside a submission that was published stands how its listing is now; others are what they are. */
export async function withShownStatus(
  { catalogue, stoppedAmong }: Deps,
  rows: readonly SubmissionRow[],
): Promise<readonly ShownRow[]> {
  const published = rows.filter(({ status }) => status === 'published')
  const ids = [...new Set(published.map(({ listing }) => listing))]
  const [listings, stopped] = await Promise.all([catalogue.byIds(ids), stoppedAmong?.(ids)])
  const byId = new Map(listings.map((listing) => [listing.id, listing]))
  return rows.map((row) => ({
    ...row,
    shown: shownStatus(row.status, byId.get(row.listing), stopped?.has(row.listing) === true),
  }))
}

/** What weighs most is said: that it is gone, then safety, then a stop, then reliability. Pure. */
export function shownStatus(
  status: SubmissionStatus,
  listing: Pick<Listing, 'state' | 'restriction'> | undefined,
  isStopped: boolean,
): ShownStatus {
  if (status !== 'published' || listing === undefined) return status
  const { state, restriction } = listing
  if (state === 'removed' || state === 'unlisted') return state
  if (restriction !== null) return restriction === 'hidden' ? 'quarantined' : 'blocked'
  return isStopped ? 'stopped' : state
}

export function isFate(shown: ShownStatus): shown is PublishedFate {
  return fates.some((fate) => fate === shown)
}
