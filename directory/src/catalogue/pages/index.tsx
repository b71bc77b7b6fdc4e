import { Hono } from 'hono'
import type { JSX } from 'hono/jsx/jsx-runtime'
import { Problem, type AppEnv, type Database, type ReportId, type Viewer } from '../../kernel/index.ts'
import { render } from '../../web/index.ts'
import type { CatalogueDependencies } from '../catalogue.ts'
import { connectionModes, type ModeFacts } from '../connection-modes.ts'
import { gatewayEndpoint } from '../gateway-endpoint.ts'
import type { Listing, ListingVersion } from '../model.ts'
import { isOpen, mayConnect } from '../model.ts'
import { parseQuery } from '../parse-query.ts'
import { search } from '../search.ts'
import { countCategories } from '../store-search.ts'
import { formerNames } from '../store-names.ts'
import { listingBySlug, shownVersion } from '../store.ts'
import { ConnectorPage } from './connector.tsx'
import { HomePage } from './home.tsx'
import { ReportPage } from './report.tsx'
import { SearchPage } from './search.tsx'
import { RemovedNote, TombstonePage } from './tombstone.tsx'

export function cataloguePages(deps: CatalogueDependencies): Hono<AppEnv> {
  const { db, config, reports } = deps
  const modesOf = rememberModes(reports)
  return new Hono<AppEnv>()
    .get('/', async (c) => {
      const best = await search(db, { text: '', page: 1 })
      const categories = await countCategories(db)
      return await render(c, <HomePage best={best} categories={categories} />)
    })
    .get('/connectors', async (c) => {
      const query = parseQuery(c.req.query())
      return await render(c, <SearchPage query={query} result={await search(db, query)} />)
    })
    .get('/connectors/:slug', async (c) => {
      const listing = await listingBySlug(db, c.req.param('slug'))
      if (listing?.state === 'delisted' || listing?.state === 'removed') {
        return await render(c, await tombstone(deps, listing), 410)
      }
      const shown = await loadShown(db, c.var.viewer, listing)
      const endpoint = gatewayEndpoint(config, shown.listing.slug)
      const modes = await modesOf(shown.version)
      const open = isOpen(shown.listing)
      const health = open ? await deps.health?.(shown.listing.id) : undefined
      const drift = open ? await deps.drift?.(shown.listing.id) : undefined
      const trouble = open ? await deps.trouble?.(shown.listing.id) : undefined
      const names = await formerNames(db, shown.listing.id)
      const props = { ...shown, endpoint, modes, health, drift, trouble, formerNames: names }
      return await render(c, <ConnectorPage {...props} />)
    })
    .get('/connectors/:slug/report', async (c) => {
      const shown = await loadShown(db, c.var.viewer, await listingBySlug(db, c.req.param('slug')))
      const report = await reports.load(shown.version.report.id)
      return await render(c, <ReportPage {...shown} report={report} />)
    })
}

/** What stands at the address of a connector that was delisted or removed. */
async function tombstone(deps: CatalogueDependencies, listing: Listing): Promise<JSX.Element> {
  const version = await shownVersion(deps.db, listing.id)
  const { removal } = listing
  const why = removal === null ? await deps.trouble?.(listing.id) : <RemovedNote removal={removal} />
  return <TombstonePage name={version?.name ?? listing.slug} listing={listing} why={why} />
}

/** A report never changes and is long: what a page needs of it is kept for the last so many versions. */
const mostRemembered = 1_000

function rememberModes(reports: CatalogueDependencies['reports']) {
  const known = new Map<ReportId, readonly ModeFacts[]>()
  return async (version: ListingVersion): Promise<readonly ModeFacts[]> => {
    const { id } = version.report
    const remembered = known.get(id)
    if (remembered !== undefined) return remembered
    const modes = connectionModes(version, (await reports.load(id))?.findings ?? [])
    known.set(id, modes)
    const [oldest] = known.keys()
    if (known.size > mostRemembered && oldest !== undefined) known.delete(oldest)
    return modes
  }
}

interface Shown {
  readonly listing: Listing
  readonly version: ListingVersion
}

/** @throws Problem not-found for who may not see it */
async function loadShown(db: Database, viewer: Viewer | null, listing: Listing | undefined): Promise<Shown> {
  const visible =
    listing !== undefined && (isOpen(listing) || (viewer !== null && mayConnect(viewer, listing)))
  const version = visible ? await shownVersion(db, listing.id) : undefined
  if (!visible || version === undefined) throw new Problem('not-found', 'There is no such connector.')
  return { listing, version }
}
