import {
  shownState,
  type Catalogue,
  type Endpoint,
  type Listing,
  type ListingVersion,
  type ShownState,
} from '../catalogue/index.ts'
import type { Connections } from '../connections/index.ts'
import type { Drift } from '../drift/index.ts'
import type { Holds } from '../holds/index.ts'
import { Problem, type Viewer } from '../kernel/index.ts'
import type { HealthLabel, Monitoring } from '../monitoring/index.ts'
import type { Probe, StoredReport } from '../probe/index.ts'
import type { Reliability } from '../reliability/index.ts'
import type { Safety } from '../safety/index.ts'
import type { SubmissionRow, Submissions } from '../submissions/index.ts'
import { fewestPeople, type ListingUsage, type Telemetry } from '../telemetry/index.ts'
import { waitingOf, type Waiting } from './waiting.ts'

export interface DashboardDependencies {
  readonly catalogue: Pick<
    Catalogue,
    'everPublishedBy' | 'endpointsOf' | 'byId' | 'bySlug' | 'shownVersion' | 'version' | 'versionsOf'
  >
  readonly submissions: Pick<Submissions, 'mine'>
  readonly probe: Pick<Probe, 'report' | 'reportById'>
  readonly monitoring: Pick<Monitoring, 'health' | 'card'>
  readonly reliability: Pick<Reliability, 'ledger' | 'ledgerCard' | 'publisherNote'>
  readonly drift: Pick<Drift, 'card'>
  readonly safety: Pick<Safety, 'note'>
  readonly holds: Pick<Holds, 'active' | 'forbidding'>
  readonly telemetry: Pick<Telemetry, 'listingUsage'>
  readonly connections: Pick<Connections, 'othersOf'>
}

/** One line of the dashboard. */
export interface OwnListing {
  readonly endpoint: Endpoint
  readonly shown: ShownState
  readonly health: HealthLabel
  /** Of other organisations; null: fewer than `fewestPeople`. */
  readonly people: number | null
}

export interface Overview {
  readonly listings: readonly OwnListing[]
  readonly waiting: readonly Waiting[]
}

/** What the viewer's organisation has listed, and what waits for it. */
export async function loadOverview(deps: DashboardDependencies, viewer: Viewer): Promise<Overview> {
  const ids = await deps.catalogue.everPublishedBy(viewer.organisation)
  const endpoints = new Map((await deps.catalogue.endpointsOf(ids)).map((one) => [one.listing, one]))
  const own = ids.flatMap((id) => endpoints.get(id) ?? [])
  const listings = await Promise.all(
    own.map(async (endpoint) => ({
      endpoint,
      shown: shownOf(deps, await deps.catalogue.byId(endpoint.listing), endpoint),
      health: (await deps.monitoring.health(endpoint.listing)).label,
      people: await peopleOf(deps, endpoint),
    })),
  )
  return { listings, waiting: await loadWaiting(deps, await deps.submissions.mine(viewer), own) }
}

/** The same word as among the publisher's submissions. */
function shownOf(
  { holds }: DashboardDependencies,
  listing: Listing | undefined,
  endpoint: Endpoint | undefined,
): ShownState {
  if (listing === undefined) return 'unlisted'
  const isStopped = endpoint !== undefined && holds.forbidding(endpoint, undefined) !== undefined
  return shownState(listing, isStopped)
}

async function peopleOf(
  { connections }: DashboardDependencies,
  { listing, organisation }: Pick<Endpoint, 'listing' | 'organisation'>,
): Promise<number | null> {
  const people = await connections.othersOf(listing, organisation)
  return people < fewestPeople ? null : people
}

async function loadWaiting(
  { reliability, holds }: DashboardDependencies,
  submissions: readonly SubmissionRow[],
  endpoints: readonly Endpoint[],
): Promise<readonly Waiting[]> {
  const listings = await Promise.all(
    endpoints.map(async (endpoint) => ({
      endpoint,
      ledger: (await reliability.ledger(endpoint.listing))?.ledger,
    })),
  )
  return waitingOf({ submissions, listings, holds: holds.active() })
}

export interface ListingDashboard {
  readonly listing: Listing
  readonly shown: ShownState
  readonly version: ListingVersion
  readonly versions: Awaited<ReturnType<Catalogue['versionsOf']>>
  readonly waiting: readonly Waiting[]
  readonly report: StoredReport | undefined
  readonly usage: ListingUsage
  readonly people: number | null
}

/** Everything of one listing for the people of its publisher. @throws Problem not-found for everybody else */
export async function loadListing(
  deps: DashboardDependencies,
  viewer: Viewer,
  slug: string,
): Promise<ListingDashboard> {
  const { listing, version } = await ownVersion(deps, viewer, slug)
  const rows = (await deps.submissions.mine(viewer)).filter((row) => row.listing === listing.id)
  const endpoints = await deps.catalogue.endpointsOf([listing.id])
  const [versions, waiting, report, usage, people] = await Promise.all([
    deps.catalogue.versionsOf(listing.id),
    loadWaiting(deps, rows, endpoints),
    newestReport(deps, rows[0], version),
    deps.telemetry.listingUsage(listing.id, listing.organisation),
    peopleOf(deps, { listing: listing.id, organisation: listing.organisation }),
  ])
  const shown = shownOf(deps, listing, endpoints[0])
  return { listing, shown, version, versions, waiting, report, usage, people }
}

export async function ownVersion(
  { catalogue }: DashboardDependencies,
  viewer: Viewer,
  slug: string,
): Promise<{ readonly listing: Listing; readonly version: ListingVersion }> {
  const listing = await catalogue.bySlug(slug)
  const own = listing?.organisation === viewer.organisation ? listing : undefined
  const version = own && (await catalogue.shownVersion(own.id))
  if (own === undefined || version === undefined) {
    throw new Problem('not-found', 'You have published no connector of this name.')
  }
  return { listing: own, version }
}

/** Of the newest submission, of the check before while one runs, or the one that was published on. */
async function newestReport(
  { probe }: DashboardDependencies,
  row: SubmissionRow | undefined,
  version: ListingVersion,
): Promise<StoredReport | undefined> {
  for (const back of row === undefined ? [] : [0, 1]) {
    const found = row && (await probe.report(row.id, row.attempt - back))
    if (found !== undefined) return found
  }
  return await probe.reportById(version.report.id)
}

export interface Comparison {
  readonly listing: Listing
  readonly version: ListingVersion
  readonly versions: ListingDashboard['versions']
  readonly from: ListingVersion
  readonly to: ListingVersion
}

/** Two published versions, the last two unless others are asked for. @throws Problem not-found | invalid-input */
export async function loadComparison(
  deps: DashboardDependencies,
  viewer: Viewer,
  slug: string,
  asked: { readonly from: string | undefined; readonly to: string | undefined },
): Promise<Comparison> {
  const { listing, version } = await ownVersion(deps, viewer, slug)
  const versions = await deps.catalogue.versionsOf(listing.id)
  const [newest, previous = newest] = versions
  const load = async (name: 'from' | 'to', usual: number | undefined): Promise<ListingVersion> => {
    const number = asked[name] === undefined ? usual : Number(asked[name])
    const found = versions.some((one) => one.version === number)
      ? await deps.catalogue.version(listing.id, number ?? 0)
      : undefined
    if (found !== undefined) return found
    const sentence = `Choose a version that was published: ${versions.map((one) => one.version).join(', ')}.`
    throw new Problem('invalid-input', sentence, { fields: { [name]: sentence } })
  }
  const [from, to] = [await load('from', previous?.version), await load('to', newest?.version)]
  return { listing, version, versions, from, to }
}
