import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { requireViewer, type AppEnv } from '../kernel/index.ts'
import { bearerHeader, jsonBody, refuseInvalid, viewerByToken, type TokenAccess } from '../web/index.ts'
import { byToken, refusals } from './answers.ts'
import { complaintApi } from './complaint-api.ts'
import { orders } from './order.ts'
import { eventNames, stages } from './restriction.ts'
import type { RestrictionView, Safety, SafetyDependencies } from './safety.ts'

/** What a token for these routes is for. */
export function safetyResource({ publicUrl }: { readonly publicUrl: URL }): string {
  return new URL('/api/v1/safety', publicUrl).href
}

const connectorPath = z.object({ slug: z.string() })

const restrictionSchema = z
  .object({
    connector: z.string(),
    stage: z.enum(stages),
    since: z.iso.datetime().nullable(),
    objected: z.boolean(),
    seen: z.number().int().openapi({ description: 'Events so far; an order names what it has seen' }),
    steps: z.array(
      z.object({
        name: z.enum(eventNames),
        at: z.iso.datetime(),
        by: z.uuid().nullable(),
        reason: z.string(),
      }),
    ),
  })
  .openapi('Restriction')

const listRoute = createRoute({
  method: 'get',
  path: '/api/v1/safety',
  tags: ['Safety'],
  summary: 'Connectors in quarantine or blocked',
  description: `For operators and reviewers; what waits for somebody first. ${byToken}`,
  request: { headers: bearerHeader },
  responses: {
    200: {
      description: 'Restricted connectors',
      content: jsonBody(
        z.object({
          restricted: z.array(
            z.object({
              connector: z.string(),
              stage: z.enum(stages),
              since: z.iso.datetime(),
              objected: z.boolean(),
            }),
          ),
        }),
      ),
    },
    401: refusals[401],
    403: refusals[403],
  },
})

const readRoute = createRoute({
  method: 'get',
  path: '/api/v1/safety/{slug}',
  tags: ['Safety'],
  summary: 'What restricts one connector, and why',
  description: `For operators, reviewers and its publisher. ${byToken}`,
  request: { headers: bearerHeader, params: connectorPath },
  responses: {
    200: { description: 'Where it stands', content: jsonBody(restrictionSchema) },
    401: refusals[401],
    404: refusals[404],
  },
})

const orderRoute = createRoute({
  method: 'post',
  path: '/api/v1/safety/{slug}/orders',
  tags: ['Safety'],
  summary: 'Put a connector in quarantine, release it, ask for a block, sign or refuse it, end it',
  description: `Reviewers: quarantine and release. Operators: everything; a block is signed by another person than who asked for it. In force on every replica within a second. ${byToken}`,
  request: {
    headers: bearerHeader,
    params: connectorPath,
    body: {
      required: true,
      content: jsonBody(
        z.object({ name: z.enum(orders), seen: z.number().int().min(0), reason: z.string() }),
      ),
    },
  },
  responses: {
    200: { description: 'Where it stands now', content: jsonBody(restrictionSchema) },
    ...refusals,
  },
})

export function safetyApi(
  deps: Pick<SafetyDependencies, 'catalogue'>,
  safety: Omit<Safety, 'routes'>,
  access: TokenAccess,
): OpenAPIHono<AppEnv> {
  const { catalogue } = deps
  const app = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid })
  app.use('/api/v1/safety/*', viewerByToken(access))
  app.openapi(listRoute, async (c) => {
    const restricted = await safety.restricted(requireViewer(c))
    const endpoints = await catalogue.endpointsOf(restricted.map(({ listing }) => listing))
    const slugs = new Map(endpoints.map(({ listing, slug }) => [listing, slug]))
    const written = restricted.map(({ listing, stage, since, objected }) => ({
      connector: slugs.get(listing) ?? '',
      stage,
      since: since.toISOString(),
      objected,
    }))
    return c.json({ restricted: written }, 200)
  })
  app.openapi(readRoute, async (c) => {
    return c.json(written(await safety.view(requireViewer(c), c.req.valid('param').slug)), 200)
  })
  app.openapi(orderRoute, async (c) => {
    const viewer = requireViewer(c)
    const { slug } = c.req.valid('param')
    await safety.order(viewer, slug, c.req.valid('json'))
    return c.json(written(await safety.view(viewer, slug)), 200)
  })
  return app.route('/', complaintApi(deps, safety, access))
}

function written({ listing, standing, steps, seen, inside }: RestrictionView) {
  return {
    connector: listing.slug,
    stage: standing.stage,
    since: standing.since?.toISOString() ?? null,
    objected: standing.objectedAt !== null,
    seen,
    steps: steps.map(({ name, at, actor, reason }) => ({
      name,
      at: at.toISOString(),
      by: inside && actor.kind === 'person' ? actor.id : null,
      reason,
    })),
  }
}
