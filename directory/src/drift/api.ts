import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { isOpen } from '../catalogue/index.ts'
import { Problem, type AppEnv } from '../kernel/index.ts'
import { jsonBody, problemAnswer, publicRead, refuseInvalid } from '../web/index.ts'
import type { DriftDependencies } from './drift.ts'
import { driftClasses, driftWords, stepNames } from './model.ts'
import { stateOf } from './pages/standing.tsx'
import { historyOf, standingOf } from './store.ts'

const changesSchema = z
  .object({
    state: z.enum(['not-looked', 'cannot-look', 'as-approved', 'changed']),
    comparedAt: z.iso.datetime().nullable(),
    changes: z
      .array(
        z.object({
          version: z.number(),
          tool: z.string(),
          class: z.enum(driftClasses).openapi({
            description: 'cosmetic, minor (callers are warned), major or severe (the tool is held)',
          }),
          changes: z.array(z.enum(driftWords)),
          firstSeenAt: z.iso.datetime(),
          steps: z.array(z.object({ step: z.enum(stepNames), at: z.iso.datetime() })),
        }),
      )
      .openapi({ description: 'Newest first, at most 100' }),
  })
  .openapi('ToolChanges')

const changesRoute = createRoute({
  method: 'get',
  path: '/api/v1/changes/{slug}',
  tags: ['Connectors'],
  summary: 'Whether a connector’s tools are still what was approved',
  request: { params: z.object({ slug: z.string() }) },
  responses: {
    200: { description: 'State and history', content: jsonBody(changesSchema) },
    404: problemAnswer('Not listed'),
  },
})

const mostShown = 100

export function driftApi({ db, catalogue }: DriftDependencies): OpenAPIHono<AppEnv> {
  const app = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid })
  app.use('/api/v1/changes/*', ...publicRead)
  app.openapi(changesRoute, async (c) => {
    const endpoint = await catalogue.endpointOf(c.req.valid('param').slug)
    if (endpoint === undefined || !isOpen(endpoint))
      throw new Problem('not-found', 'There is no such connector.')
    const standing = await standingOf(db, endpoint.listing)
    const changes = await historyOf(db, endpoint.listing, { before: undefined, most: mostShown })
    const body = {
      state: stateOf(standing, endpoint.version).kind,
      comparedAt: standing?.comparedAt?.toISOString() ?? null,
      changes: changes.map((change) => ({
        version: change.version,
        tool: change.tool,
        class: change.class,
        changes: [...change.words],
        firstSeenAt: change.firstSeenAt.toISOString(),
        steps: change.steps.map(({ step, at }) => ({ step, at: at.toISOString() })),
      })),
    }
    return c.json(body, 200)
  })
  return app
}
