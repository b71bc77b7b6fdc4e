import type { OpenAPIHono } from '@hono/zod-openapi'
import { Hono, type Context } from 'hono'
import { named } from '../../catalogue/index.ts'
import { parseId, requireViewer, type AppEnv } from '../../kernel/index.ts'
import { paths, render, slugIn } from '../../web/index.ts'
import { driftApi } from '../api.ts'
import type { Drift, DriftDependencies } from '../drift.ts'
import type { ChangeId } from '../model.ts'
import { driftPath } from '../news.ts'
import { ChangesPage } from './changes-page.tsx'
import { DriftingPage } from './drifting-page.tsx'

type Verbs = Omit<Drift, 'routes'>

/** The list for operators and reviewers, the changes of each listing, and JSON. */
export function driftRoutes(deps: DriftDependencies, drift: Verbs): OpenAPIHono<AppEnv> {
  const pages = new Hono<AppEnv>()
    .get(paths.drift, (c) => showList(c, deps, drift))
    .get(driftPath(':slug'), async (c) => {
      const before = parseId<ChangeId>(c.req.query('before') ?? '')
      const view = await drift.view(requireViewer(c), slugIn(c), before)
      return await render(c, <ChangesPage view={view} />)
    })
  const routes = driftApi(deps)
  routes.route('/', pages)
  return routes
}

async function showList(c: Context<AppEnv>, deps: DriftDependencies, drift: Verbs): Promise<Response> {
  const rows = await named(deps.catalogue, await drift.drifting(requireViewer(c)))
  return await render(c, <DriftingPage rows={rows} />)
}
