import { Hono, type Context } from 'hono'
import type { Catalogue, ConnectorState } from '../catalogue/index.ts'
import type { Holds } from '../holds/index.ts'
import { languages, Problem, type AppEnv } from '../kernel/index.ts'
import type { Monitoring } from '../monitoring/index.ts'
import { publicRead, slugIn } from '../web/index.ts'
import { badgeKinds, badgeWords } from './badge.ts'
import { drawBadge } from './draw-badge.ts'

export interface BadgeDependencies {
  readonly config: { readonly instanceName: string }
  readonly catalogue: Pick<Catalogue, 'endpointOf' | 'shownVersion'>
  readonly monitoring: Pick<Monitoring, 'health'>
  readonly holds: Pick<Holds, 'forbidding'>
}

const path = '/connectors/:slug/badge.svg'

/** Pictures for everybody's pages: no cookie is looked at or set, every cache may keep them for a minute. */
export function badgeRoutes(deps: BadgeDependencies): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  for (const read of publicRead) app.get(path, read)
  return app.get(path, (c) => badge(c, deps))
}

async function badge(c: Context<AppEnv>, deps: BadgeDependencies): Promise<Response> {
  const kind = chosen(c, 'kind', badgeKinds, 'listed')
  const language = chosen(c, 'lang', languages, c.get('language'))
  const endpoint = await deps.catalogue.endpointOf(slugIn(c))
  const version = endpoint && (await deps.catalogue.shownVersion(endpoint.listing))
  const state = endpoint?.state
  if (endpoint === undefined || version === undefined || state === undefined || isPrivate(state)) {
    throw new Problem('not-found', 'No connector of this name was ever listed here.')
  }
  const { label: health } = await deps.monitoring.health(endpoint.listing)
  const facts = {
    instanceName: deps.config.instanceName,
    state,
    stopped: deps.holds.forbidding(endpoint, undefined) !== undefined,
    health,
    report: version.report,
  }
  c.header('content-security-policy', "default-src 'none'; frame-ancestors 'none'; sandbox")
  c.header('cross-origin-resource-policy', 'cross-origin')
  return c.body(drawBadge(badgeWords(kind, facts, language)), 200, { 'content-type': 'image/svg+xml' })
}

function isPrivate(state: ConnectorState): state is 'custom' | 'closed' {
  return state === 'custom' || state === 'closed'
}

function chosen<Name extends string>(
  c: Context<AppEnv>,
  parameter: string,
  names: readonly Name[],
  usual: Name,
): Name {
  const given = c.req.query(parameter)
  if (given === undefined) return usual
  const found = names.find((name) => name === given)
  if (found !== undefined) return found
  const sentence = `Give ${parameter} as one of: ${names.join(', ')}.`
  throw new Problem('invalid-input', sentence, { fields: { [parameter]: sentence } })
}
