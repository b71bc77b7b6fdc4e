import { Hono, type Context } from 'hono'
import { mergedEndpoint } from '../../catalogue/index.ts'
import {
  parseId,
  Problem,
  requireRole,
  requireViewer,
  type AppEnv,
  type ConnectionId,
} from '../../kernel/index.ts'
import { flash, paths, render, seeOther, slugIn } from '../../web/index.ts'
import { callbackPath } from '../addresses.ts'
import type { Connections, ConnectionsDependencies } from '../connections.ts'
import { refuseStopped } from '../begin.ts'
import type { Connection, ConnectOutcome } from '../model.ts'
import { isReference } from '../trace-store.ts'
import { clientPages } from './client-routes.tsx'
import { ConnectPage, ContinuePage } from './connect-page.tsx'
import { ConnectionsPage } from './connections-page.tsx'
import { DisconnectPage } from './disconnect-page.tsx'
import { FailedPage } from './failed-page.tsx'
import { levelPages } from './level-routes.tsx'
import { headerPages } from './header-routes.tsx'
import { showConnection, type ShownConnection } from './shown-connection.ts'
import { TracePage } from './trace-page.tsx'
import { TracesPage, tracesPath } from './traces-page.tsx'

type Deps = Pick<ConnectionsDependencies, 'catalogue' | 'config' | 'people' | 'stopped'>
type Verbs = Omit<Connections, 'routes'>

const disconnectedTexts = {
  'not-asked': 'connections.disconnected',
  ended: 'connections.disconnected-ended',
  unconfirmed: 'connections.disconnected-unconfirmed',
} as const

export function connectionPages(deps: Deps, verbs: Verbs): Hono<AppEnv> {
  const pages = new Hono<AppEnv>()
  pages.get(paths.connections, (c) => listPage(c, deps, verbs))
  pages.get(callbackPath, async (c) =>
    answer(c, await verbs.callback(requireViewer(c), returnAddress(c, deps))),
  )
  pages.get(tracesPath, (c) => tracesPage(c, deps, verbs))
  pages.get(`${paths.connections}/trace/:reference`, (c) => tracePage(c, deps, verbs))
  pages.get(`${paths.connections}/:id/disconnect`, async (c) =>
    render(
      c,
      <DisconnectPage shown={await owned(c, deps, verbs)} revokes={deps.config.revokeOnDisconnect} />,
    ),
  )
  pages.post(`${paths.connections}/:id/disconnect`, async (c) => {
    const { connection, name } = await owned(c, deps, verbs)
    const ended = await verbs.disconnect(requireViewer(c), connection.id)
    flash(c, ended === 'unconfirmed' ? 'warn' : 'good', disconnectedTexts[ended], { name })
    return seeOther(c, paths.connections)
  })
  pages.get('/connect/:slug', (c) => connectPage(c, deps, verbs))
  pages.post('/connect/:slug', async (c) => {
    const { start } = await c.req.parseBody()
    const outcome = await verbs.begin(requireViewer(c), c.req.param('slug'), { startOver: start === 'over' })
    return await answer(c, outcome)
  })
  return pages
    .route('/', headerPages(verbs))
    .route('/', levelPages(verbs))
    .route('/', clientPages(deps, verbs))
}

async function listPage(c: Context<AppEnv>, deps: Deps, verbs: Verbs): Promise<Response> {
  const connections = await verbs.list(requireViewer(c))
  const shown = await Promise.all(connections.map((connection) => showConnection(deps, connection)))
  return await render(
    c,
    <ConnectionsPage
      connections={shown.filter((one) => one !== undefined)}
      everything={mergedEndpoint(deps.config)}
    />,
  )
}

async function connectPage(c: Context<AppEnv>, deps: Deps, verbs: Verbs): Promise<Response> {
  const viewer = requireViewer(c)
  const slug = slugIn(c)
  const endpoint = await deps.catalogue.endpointOf(slug)
  if (endpoint === undefined || !deps.catalogue.mayConnect(viewer, endpoint)) {
    throw new Problem('not-found', `There is no connector "${slug}" that you can connect.`)
  }
  refuseStopped(deps, endpoint)
  const key = { person: viewer.person, organisation: viewer.organisation, listing: endpoint.listing }
  const [version, existing, unanswered] = await Promise.all([
    deps.catalogue.shownVersion(endpoint.listing),
    verbs.find(key),
    verbs.unanswered(key),
  ])
  const already = existing?.state === 'connected'
  return await render(c, <ConnectPage {...{ endpoint, version, already, unanswered }} />)
}

/** What the person sees next: their connections, the stranger's sign-in, or why not. */
async function answer(c: Context<AppEnv>, outcome: ConnectOutcome): Promise<Response> {
  switch (outcome.kind) {
    case 'connected':
      flash(c, 'good', 'connections.connected', { name: outcome.name })
      return seeOther(c, paths.connections)
    case 'continue':
      c.header('refresh', `0; url=${outcome.to.href}`)
      return await render(c, <ContinuePage to={outcome.to} />)
    case 'failed':
      return await render(c, <FailedPage {...outcome} />, 422)
  }
}

/** The address that the browser came back to, under the name that we gave out, whatever Host was sent. */
function returnAddress(c: Context<AppEnv>, { config }: Deps): URL {
  return new URL(callbackPath + new URL(c.req.url).search, config.publicUrl)
}

async function owned(c: Context<AppEnv>, deps: Deps, verbs: Verbs): Promise<ShownConnection> {
  const id = parseId<ConnectionId>(c.req.param('id'))
  const mine: Connection | undefined = (await verbs.list(requireViewer(c))).find((one) => one.id === id)
  const shown = mine === undefined ? undefined : await showConnection(deps, mine)
  if (shown === undefined) {
    throw new Problem('not-found', 'You have no such connection. It may have been disconnected already.')
  }
  return shown
}

/** With a reference that exists it leads on to what happened. */
async function tracesPage(c: Context<AppEnv>, deps: Deps, verbs: Verbs): Promise<Response> {
  const viewer = requireRole(c, 'operator')
  const wanted = c.req.query('reference')?.trim() ?? ''
  if (isReference(wanted)) {
    const found = await verbs.trace(viewer, wanted).catch(noneIfNotFound)
    if (found !== undefined) return seeOther(c, `${paths.connections}/trace/${wanted}`)
  }
  const newest = await verbs.recentTraces(viewer)
  const traces = await Promise.all(
    newest.map(async (trace) => {
      const version = await deps.catalogue.shownVersion(trace.listing)
      const name = version?.name ?? (await deps.catalogue.byId(trace.listing))?.slug ?? trace.listing
      return { ...trace, name }
    }),
  )
  return await render(c, <TracesPage traces={traces} missing={wanted === '' ? undefined : wanted} />)
}

function noneIfNotFound(error: unknown): undefined {
  if (error instanceof Problem && error.code === 'not-found') return undefined
  throw error
}

async function tracePage(c: Context<AppEnv>, deps: Deps, verbs: Verbs): Promise<Response> {
  const viewer = requireViewer(c)
  const reference = c.req.param('reference') ?? ''
  if (!isReference(reference)) throw new Problem('not-found', 'There is nothing with this reference.')
  const trace = await verbs.trace(viewer, reference)
  const listing = await deps.catalogue.byId(trace.listing)
  const version = await deps.catalogue.shownVersion(trace.listing)
  return await render(c, <TracePage trace={trace} name={version?.name ?? listing?.slug ?? trace.listing} />)
}
