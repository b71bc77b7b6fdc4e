import { Hono, type Context } from 'hono'
import { gatewayEndpoint, isFor, type Endpoint } from '../catalogue/index.ts'
import type { AppEnv } from '../kernel/index.ts'
import { bearerToken, challenge, resourceMetadata } from './challenge.ts'
import type { Gateway, GatewayDependencies, GatewayLimits } from './gateway.ts'
import { handlePost, type HandlerDependencies } from './handle-post.ts'
import { handleSessionVerb } from './handle-session.ts'
import { createOpenings } from './openings.ts'
import { corsHeaders, originAllowed, preflight } from './origin.ts'
import { createRenewedSessions } from './pass-through.ts'
import { createRateLimits } from './rate-limits.ts'
import { systemAfter } from './deadline.ts'
import { createUpstreamQueue } from './upstream-queue.ts'
import { createRests } from './rests.ts'
import { createRunningCalls } from './running-calls.ts'
import { codes, errorResponse, Refusal } from './rpc-error.ts'

const defaults: GatewayLimits = {
  callMs: 300_000,
  clientMs: {},
  queue: { atOnce: 64, waitMs: 10_000, waitingEach: 100 },
  requestBytes: 4 * 1024 * 1024,
  responseBytes: 4 * 1024 * 1024,
  resultTokens: 25_000,
  resultCharacters: undefined,
  rates: {},
  continuation: 'off',
  legacyForMs: 24 * 3_600_000,
}

export function createGateway(given: GatewayDependencies): Gateway {
  const limits = { ...defaults, ...given.limits }
  const after = given.after ?? systemAfter
  const openings = createOpenings({ ...given, limits })
  const deps: HandlerDependencies = {
    ...given,
    limits,
    openings,
    after,
    queue: createUpstreamQueue(limits.queue, after),
    renewed: createRenewedSessions(),
    running: createRunningCalls(),
    rests: createRests(given),
    rates: createRateLimits(limits.rates, () => given.clock.now()),
  }
  const endpointUrl = (slug: string): URL => gatewayEndpoint(deps.config, slug)
  return {
    endpoint: endpointUrl,
    routes() {
      const routes = new Hono<AppEnv>()
      routes.all('/c/:slug/mcp', (c) => withOrigin(c, deps, () => answer(c, deps, endpointUrl)))
      routes.get('/.well-known/oauth-protected-resource/c/:slug/mcp', async (c) => {
        const endpoint = await liveEndpoint(deps, c.req.param('slug'))
        if (endpoint === undefined) return unknownEndpoint()
        // Public and the same for everybody, so that browsers of any origin may read it.
        c.header('access-control-allow-origin', '*')
        // What is not published yet keeps its name to itself.
        const name = endpoint.state === 'published' ? endpoint.name : endpoint.slug
        return c.json(resourceMetadata(endpointUrl(endpoint.slug), name, deps.config))
      })
      return routes
    },
  }
}

/** The Origin check and, for pages that pass it, the headers that let them read the answer. */
async function withOrigin(
  c: Context<AppEnv>,
  { config }: HandlerDependencies,
  next: () => Promise<Response>,
): Promise<Response> {
  const origin = c.req.header('origin')
  if (origin === undefined)
    return c.req.method === 'OPTIONS' ? new Response(null, { status: 204 }) : await next()
  if (!originAllowed(origin, { allowed: [config.publicUrl.origin, config.gatewayUrl.origin] })) {
    return errorResponse(
      new Refusal(403, codes.invalidRequest, 'Pages of this origin may not call the gateway.'),
      null,
    )
  }
  if (c.req.method === 'OPTIONS')
    return preflight(origin, c.req.header('access-control-request-headers') ?? null)
  const response = await next()
  for (const [name, value] of Object.entries(corsHeaders(origin))) response.headers.set(name, value)
  return response
}

async function answer(
  c: Context<AppEnv>,
  deps: HandlerDependencies,
  endpointUrl: (slug: string) => URL,
): Promise<Response> {
  const endpoint = await liveEndpoint(deps, c.req.param('slug') ?? '')
  if (endpoint === undefined) return unknownEndpoint()
  const url = endpointUrl(endpoint.slug)
  const token = bearerToken(c.req.raw.headers)
  if (token === undefined) return challenge(url)
  const caller = await deps.verifyAccessToken(token, url)
  if ('refused' in caller) return challenge(url, caller.refused)
  if (!isFor(endpoint, caller)) return unknownEndpoint()
  switch (c.req.method) {
    case 'POST':
      return await handlePost(deps, c.req.raw, endpoint, caller)
    case 'GET':
    case 'DELETE':
      return await handleSessionVerb(deps, c.req.raw, endpoint, caller)
    default:
      return new Response(null, { status: 405, headers: { allow: 'POST, GET, DELETE' } })
  }
}

async function liveEndpoint(deps: HandlerDependencies, slug: string): Promise<Endpoint | undefined> {
  const endpoint = await deps.catalogue.endpointOf(slug)
  if (endpoint === undefined || endpoint.state === 'removed') return undefined
  // Who asks knows the slug; the name of what is not published is for its publisher and reviewers.
  return endpoint.state === 'published' ? endpoint : { ...endpoint, name: endpoint.slug }
}

function unknownEndpoint(): Response {
  return errorResponse(new Refusal(404, codes.invalidRequest, 'There is no connector at this address.'), null)
}
