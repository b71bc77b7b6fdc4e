import { Hono, type Context } from 'hono'
import type { Catalogue } from '../catalogue/index.ts'
import { requireViewer, type AppEnv, type ListingId } from '../kernel/index.ts'
import type { Telemetry } from '../telemetry/index.ts'
import { paths, render } from '../web/index.ts'
import type { DashboardDependencies } from './dashboard.ts'
import { dashboardRoutes } from './dashboard-routes.tsx'
import { CallsPage } from './pages/calls.tsx'
import { PolicyPage } from './pages/policy.tsx'
import { ResourcesPage, type ResourcesProps } from './pages/resources.tsx'
import { TermsPage } from './pages/terms.tsx'

export interface SiteDependencies extends DashboardDependencies {
  readonly telemetry: Pick<Telemetry, 'recent' | 'keptMonths' | 'listingUsage'>
  readonly catalogue: DashboardDependencies['catalogue'] & Pick<Catalogue, 'byId'>
}

export function siteRoutes(facts: ResourcesProps, deps: SiteDependencies): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .get('/policy', (c) => render(c, <PolicyPage language={c.var.language} />))
    .get('/resources', (c) => render(c, <ResourcesPage {...facts} />))
    .get('/terms', (c) => render(c, <TermsPage />))
    .get(paths.calls, (c) => callsPage(c, deps))
    .route('/', dashboardRoutes(facts.publicUrl, deps))
}

const mostCalls = 100

async function callsPage(c: Context<AppEnv>, { telemetry, catalogue }: SiteDependencies): Promise<Response> {
  const { organisation, person } = requireViewer(c)
  const records = await telemetry.recent(organisation, mostCalls, person)
  const names = new Map<ListingId, string>()
  for (const id of new Set(records.map(({ listing }) => listing))) {
    const shown = await catalogue.shownVersion(id)
    names.set(id, shown?.name ?? (await catalogue.byId(id))?.slug ?? '–')
  }
  const calls = records.map((record) => ({ ...record, name: names.get(record.listing) ?? '–' }))
  return await render(c, <CallsPage calls={calls} keptMonths={telemetry.keptMonths} />)
}
