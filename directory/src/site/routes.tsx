import { Hono } from 'hono'
import type { AppEnv } from '../kernel/index.ts'
import { render } from '../web/index.ts'
import { PolicyPage } from './pages/policy.tsx'
import { ResourcesPage, type ResourcesProps } from './pages/resources.tsx'
import { TermsPage } from './pages/terms.tsx'

export function siteRoutes(facts: ResourcesProps): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .get('/policy', (c) => render(c, <PolicyPage language={c.var.language} />))
    .get('/resources', (c) => render(c, <ResourcesPage {...facts} />))
    .get('/terms', (c) => render(c, <TermsPage />))
}
