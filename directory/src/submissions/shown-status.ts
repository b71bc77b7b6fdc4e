import { shownState, type Listing, type ShownState } from '../catalogue/index.ts'
import type { SubmissionStatus } from './model.ts'
import type { SubmissionRow, SubmissionsDependencies } from './submissions.ts'

/** What has become of a listing after its publication, when that is not simply published. */
type PublishedFate = Exclude<ShownState, 'published'>
const fates: Readonly<Record<PublishedFate, true>> = {
  unlisted: true,
  hidden: true,
  delisted: true,
  removed: true,
  quarantined: true,
  blocked: true,
  stopped: true,
}

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

/** Pure. */
export function shownStatus(
  status: SubmissionStatus,
  listing: Pick<Listing, 'state' | 'restriction'> | undefined,
  isStopped: boolean,
): ShownStatus {
  return status !== 'published' || listing === undefined ? status : shownState(listing, isStopped)
}

export function isFate(shown: ShownStatus): shown is PublishedFate {
  return Object.hasOwn(fates, shown)
}
