import type { Endpoint } from '../catalogue/index.ts'
import type { Hold } from '../holds/index.ts'
import type { LedgerView } from '../reliability/index.ts'
import type { SubmissionRow } from '../submissions/index.ts'
import { paths } from '../web/index.ts'

export type WaitingKind =
  | 'changes-requested'
  | 'lapsed'
  | 'approved'
  | 'unreliable'
  | 'objected'
  | 'stopped'
  | 'changed-tool'

/** One thing that a publisher should do something about, or that a deadline of theirs runs for. */
export interface Waiting {
  readonly kind: WaitingKind
  readonly listing: Endpoint['listing']
  readonly name: string
  readonly path: string
  readonly by: Date | null
}

export interface WaitingFacts {
  /** Of the organisation, the newest first. */
  readonly submissions: readonly SubmissionRow[]
  readonly listings: readonly {
    readonly endpoint: Endpoint
    readonly ledger: LedgerView['ledger'] | undefined
  }[]
  readonly holds: readonly Hold[]
}

/** What waits for a publisher: what has a date comes first, the earliest before others. */
export function waitingOf({ submissions, listings, holds }: WaitingFacts): readonly Waiting[] {
  const newest = new Map(submissions.toReversed().map((row) => [row.listing, row.id]))
  const asked = submissions.flatMap((row): Waiting[] => {
    const { id, status, listing, name, answerBy } = row
    if (status !== 'changes-requested' && status !== 'lapsed' && status !== 'approved') return []
    if (newest.get(listing) !== id) return []
    return [{ kind: status, listing, name, path: `${paths.submissions}/${id}`, by: answerBy }]
  })
  const ofListings = listings.flatMap((one) => [...troubleOf(one), ...heldOf(one.endpoint, holds)])
  return [...asked, ...ofListings].toSorted((one, other) => timeOf(one) - timeOf(other))
}

function timeOf({ by }: Waiting): number {
  return by?.getTime() ?? Number.MAX_SAFE_INTEGER
}

function troubleOf({ endpoint, ledger }: WaitingFacts['listings'][number]): readonly Waiting[] {
  if (ledger === undefined || ledger.stage === 'listed') return []
  const { listing, name, slug } = endpoint
  const still = ledger.pausedAt !== null || ledger.objectedAt !== null || ledger.proposed
  const kind = ledger.objectedAt === null ? 'unreliable' : 'objected'
  return [{ kind, listing, name, path: `/connectors/${slug}/reliability`, by: still ? null : ledger.dueAt }]
}

function heldOf(endpoint: Endpoint, holds: readonly Hold[]): readonly Waiting[] {
  const { listing, name, organisation, version } = endpoint
  const ours = holds.filter((hold) =>
    hold.kind === 'publisher' ? hold.organisation === organisation : hold.listing === listing,
  )
  const about = { listing, name, by: null }
  const stopped = ours.some(({ kind }) => kind !== 'changed-tool')
  const changed = ours.some(
    (hold) => hold.kind === 'changed-tool' && hold.severity !== 'minor' && hold.version === version,
  )
  return [
    ...(stopped ? [{ ...about, kind: 'stopped', path: paths.inbox } as const] : []),
    ...(changed ? [{ ...about, kind: 'changed-tool', path: paths.submissions } as const] : []),
  ]
}
