import { Hono } from 'hono'
import { gatewayEndpoint, isFor, mergedEndpoint, type Endpoint } from '../catalogue/index.ts'
import {
  andThen,
  bearerToken,
  BoundedMap,
  madeOnceInAWhile,
  type AppEnv,
  type Soon,
} from '../kernel/index.ts'
import { askForList } from './ask-for-list.ts'
import type { Wanted } from './list-kinds.ts'
import type { Posted } from './arrival.ts'
import { challenge, metadataUrl, resourceMetadata } from './challenge.ts'
import type { Caller, Gateway, GatewayDependencies, GatewayLimits } from './gateway.ts'
import { handlePost, type HandlerDependencies } from './handle-post.ts'
import { handleSessionVerb } from './handle-session.ts'
import { createListening } from './listening/listen-at-newer.ts'
import { createSessionStreams } from './listening/session-streams.ts'
import { liveEndpoint, unknownEndpoint } from './live-endpoint.ts'
import { createLogLevels } from './log-level.ts'
import { answerMerged } from './merged/answer-merged.ts'
import { answerMergedVerb } from './merged/answer-merged-verb.ts'
import { answerNode, calledSlug, isCall } from './node-door.ts'
import { createOpenings } from './openings.ts'
import { corsHeaders, originAllowed, preflight } from './origin.ts'
import { createEndedSessions, createRenewedSessions } from './pass-through.ts'
import { createHeldCalls } from './questions/held-calls.ts'
import { createOpenQuestions } from './questions/open-questions.ts'
import { createRateLimits } from './rate-limits.ts'
import { systemAfter } from './deadline.ts'
import { createServerLists, type ServerLists } from './server-lists.ts'
import { createUpstreamQueue } from './upstream-queue.ts'
import { asPlatform, withHeaders } from './ready-answer.ts'
import { createRests } from './rests.ts'
import { createSealedSessions } from './sealed-session.ts'
import { createStanding } from './standing.ts'
import { createRunningCalls } from './running-calls.ts'
import { codes, errorResponse, Refusal } from './rpc-error.ts'

const defaults: GatewayLimits = {
  callMs: 300_000,
  clientMs: {},
  answerMs: 600_000,
  queue: { atOnce: 64, waitMs: 10_000, waitingEach: 100 },
  requestBytes: 4 * 1024 * 1024,
  responseBytes: 4 * 1024 * 1024,
  resultTokens: 25_000,
  resultCharacters: undefined,
  rates: {},
  continuation: 'off',
  mergedTools: 64,
  listWaitMs: 5_000,
  legacyForMs: 24 * 3_600_000,
}

export function createGateway(given: GatewayDependencies): Gateway {
  const limits = { ...defaults, ...given.limits }
  const after = given.after ?? systemAfter
  const openings = createOpenings({ ...given, limits })
  const listsOf = (wanted: Wanted): ServerLists =>
    createServerLists({
      clock: given.clock,
      after,
      waitMs: limits.listWaitMs,
      read: (subject, hasPlace) => askForList(deps, wanted, subject, hasPlace),
    })
  const standing = createStanding({ ...given, after })
  const deps: HandlerDependencies = {
    ...given,
    standing,
    limits,
    openings,
    after,
    queue: createUpstreamQueue(limits.queue, after),
    endpointUrl: rememberedUrls(given.config),
    sessions: createSealedSessions(given.vault),
    renewed: createRenewedSessions(),
    ended: createEndedSessions(),
    running: createRunningCalls(),
    held: createHeldCalls({ vault: given.vault, after, answerMs: limits.answerMs, standing }),
    questions: createOpenQuestions(),
    streams: createSessionStreams(),
    listening: createListening(),
    logLevels: createLogLevels(),
    rests: createRests(given),
    lists: {
      capabilities: listsOf('capabilities'),
      tools: listsOf('tools'),
      prompts: listsOf('prompts'),
      resources: listsOf('resources'),
      templates: listsOf('templates'),
    },
    rates: createRateLimits(limits.rates, () => given.clock.now()),
  }
  // What is cut off is no resource of a connector, so at the endpoint for everything a model reads on with the tool.
  const continuation = limits.continuation === 'off' ? 'off' : 'tool'
  const mergedDeps = { ...deps, limits: { ...limits, continuation } } as const
  const endpointUrl = (slug: string): URL => gatewayEndpoint(deps.config, slug)
  const everything = mergedEndpoint(deps.config)
  return {
    endpoint: endpointUrl,
    mergedEndpoint: everything,
    handles: ({ url }) => isCall(url),
    nodeHandler(request, response) {
      const slug = calledSlug(request.url) ?? ''
      return answerNode(deps, { request, response }, (arrival) => withOrigin(arrival, deps, answer, slug))
    },
    routes() {
      const routes = new Hono<AppEnv>()
      routes.all('/c/:slug/mcp', async ({ req }) =>
        asPlatform(await withOrigin(req.raw, deps, answer, req.param('slug'))),
      )
      routes.get('/.well-known/oauth-protected-resource/c/:slug/mcp', async (c) => {
        const endpoint = liveEndpoint(await deps.catalogue.endpointOf(c.req.param('slug')))
        if (endpoint === undefined) return errorResponse(unknownEndpoint(), null)
        // Public and the same for everybody, so that browsers of any origin may read it.
        c.header('access-control-allow-origin', '*')
        return c.json(resourceMetadata(endpointUrl(endpoint.slug), deps.config, endpoint.name))
      })
      routes.all(everything.pathname, async ({ req }) =>
        asPlatform(await withOrigin(req.raw, mergedDeps, answerAll, everything)),
      )
      routes.get(metadataUrl(everything).pathname, (c) => {
        c.header('access-control-allow-origin', '*')
        return c.json(resourceMetadata(everything, deps.config))
      })
      return routes
    },
  }
}

/** Every call asks for the address of its endpoint, which is the audience of its token. */
function rememberedUrls(config: GatewayDependencies['config']): (slug: string) => URL {
  const urls = new BoundedMap<string, URL>(1000)
  return (slug) => {
    const known = urls.get(slug)
    if (known !== undefined) return known
    const url = gatewayEndpoint(config, slug)
    urls.set(slug, url)
    return url
  }
}

/** What answers at an endpoint, which is named by its slug or its address. */
type Answers<Which> = (arrival: Posted, deps: HandlerDependencies, which: Which) => Soon<Response>

/** The Origin check and, for pages that pass it, the headers that let them read the answer. */
function withOrigin<Which>(
  arrival: Posted,
  deps: HandlerDependencies,
  answers: Answers<Which>,
  which: Which,
): Soon<Response> {
  const origin = arrival.headers.get('origin')
  if (origin !== null) return fromPage(origin, arrival, deps, () => answers(arrival, deps, which))
  return arrival.method === 'OPTIONS' ? new Response(null, { status: 204 }) : answers(arrival, deps, which)
}

async function fromPage(
  origin: string,
  { headers, method }: Posted,
  { config }: HandlerDependencies,
  next: () => Soon<Response>,
): Promise<Response> {
  if (!originAllowed(origin, { allowed: [config.publicUrl.origin, config.gatewayUrl.origin] })) {
    return errorResponse(
      new Refusal(403, codes.invalidRequest, 'Pages of this origin may not call the gateway.'),
      null,
    )
  }
  if (method === 'OPTIONS') return preflight(origin, headers.get('access-control-request-headers'))
  return withHeaders(await next(), corsHeaders(origin))
}

/** The endpoint of one connector. */
function answer(arrival: Posted, deps: HandlerDependencies, slug: string): Soon<Response> {
  return andThen(deps.catalogue.endpointOf(slug), answerAt, arrival, deps)
}

function answerAt(found: Endpoint | undefined, arrival: Posted, deps: HandlerDependencies): Soon<Response> {
  const endpoint = liveEndpoint(found)
  if (endpoint === undefined) return errorResponse(unknownEndpoint(), null)
  const caller = callerAt(deps.endpointUrl(endpoint.slug), arrival, deps)
  return andThen(caller, answerTo, arrival, endpoint, deps)
}

function answerTo(
  caller: Caller | Response,
  arrival: Posted,
  endpoint: Endpoint,
  deps: HandlerDependencies,
): Soon<Response> {
  if (caller instanceof Response) return caller
  if (!isFor(endpoint, caller)) return errorResponse(unknownEndpoint(), null)
  switch (arrival.method) {
    case 'POST':
      return handlePost(deps, arrival, endpoint, caller)
    case 'GET':
    case 'DELETE':
      return handleSessionVerb(deps, arrival, endpoint, caller)
    default:
      return new Response(null, { status: 405, headers: { allow: 'POST, GET, DELETE' } })
  }
}

/** The endpoint for everything that a person has connected. */
async function answerAll(arrival: Posted, deps: HandlerDependencies, url: URL): Promise<Response> {
  const caller = await callerAt(url, arrival, deps)
  if (caller instanceof Response) return caller
  if (arrival.method === 'POST') return await answerMerged(deps, arrival, caller)
  return await answerMergedVerb(deps, arrival, caller)
}

/** A client sends the same with each call, and reading it takes longer than finding it. */
const tokenIn = madeOnceInAWhile(bearerToken)

/** Whom the token speaks for at this endpoint, or the way to a token. */
function callerAt(
  url: URL,
  { headers }: Posted,
  { verifyAccessToken }: Pick<HandlerDependencies, 'verifyAccessToken'>,
): Soon<Caller | Response> {
  const token = tokenIn(headers.get('authorization') ?? '')
  if (token === undefined) return challenge(url)
  return andThen(verifyAccessToken(token, url), callerOf, url)
}

function callerOf(outcome: Caller | { readonly refused: string }, url: URL): Caller | Response {
  return 'refused' in outcome ? challenge(url, outcome.refused) : outcome
}
