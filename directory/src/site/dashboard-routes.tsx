import { Hono, type Context } from 'hono'
import { requireViewer, type AppEnv } from '../kernel/index.ts'
import { paths, render, slugIn } from '../web/index.ts'
import { loadComparison, loadListing, loadOverview, type DashboardDependencies } from './dashboard.ts'
import { DashboardPage } from './pages/dashboard.tsx'
import { ListingDashboardPage } from './pages/listing-dashboard.tsx'
import { VersionsPage } from './pages/versions.tsx'

/** For publishers: what they have listed. Every page is of the viewer's own organisation. */
export function dashboardRoutes(publicUrl: URL, deps: DashboardDependencies): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .get(paths.dashboard, async (c) =>
      render(c, <DashboardPage {...await loadOverview(deps, requireViewer(c))} />),
    )
    .get(`${paths.dashboard}/:slug`, (c) => listingPage(c, publicUrl, deps))
    .get(`${paths.dashboard}/:slug/versions`, async (c) => {
      const asked = { from: c.req.query('from'), to: c.req.query('to') }
      const comparison = await loadComparison(deps, requireViewer(c), slugIn(c), asked)
      return await render(c, <VersionsPage {...comparison} />)
    })
}

async function listingPage(
  c: Context<AppEnv>,
  publicUrl: URL,
  deps: DashboardDependencies,
): Promise<Response> {
  const loaded = await loadListing(deps, requireViewer(c), slugIn(c))
  const { id } = loaded.listing
  const shown = {
    health: await deps.monitoring.card(id),
    ledger: await deps.reliability.ledgerCard(id),
    drift: await deps.drift.card(id),
    note: (await deps.safety.note(id)) ?? (await deps.reliability.publisherNote(id)),
  }
  return await render(c, <ListingDashboardPage {...loaded} {...shown} publicUrl={publicUrl} />)
}
