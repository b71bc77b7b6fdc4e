import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { isOpen } from '../catalogue/index.ts'
import { Problem, type AppEnv } from '../kernel/index.ts'
import { jsonBody, problemAnswer, publicRead, refuseInvalid } from '../web/index.ts'
import type { MonitoringDependencies } from './create-monitoring.tsx'
import { dayOf, dayStart } from './count.ts'
import { healthOf } from './label.ts'
import { lookStates } from './model.ts'
import { history, keptDays } from './store.ts'

const healthSchema = z
  .object({
    label: z.enum(['healthy', 'worth-a-look', 'degraded', 'not-enough-data']).openapi({
      description:
        'Of the quarter hours of 30 days: at most 2 of 100 failed, at most 5, more, or fewer than 50 were seen',
    }),
    looks: z.number().openapi({ description: 'Quarter hours of 30 days that were seen' }),
    good: z.number().openapi({ description: 'Those of them in which the server answered' }),
    latencyMs: z.number().nullable().openapi({ description: 'Mean of the answered looks of 30 days' }),
    state: z.enum(lookStates).nullable().openapi({ description: 'What two looks in a row agreed on' }),
    since: z.iso.datetime().nullable(),
    lookedAt: z.iso.datetime().nullable(),
    days: z.array(
      z.object({
        day: z.iso.date(),
        looks: z.number(),
        good: z.number(),
        latencyMs: z.number().nullable(),
        slowestMs: z.number().nullable(),
      }),
    ),
  })
  .openapi('ConnectorHealth')

const healthRoute = createRoute({
  method: 'get',
  path: '/api/v1/health/{slug}',
  tags: ['Connectors'],
  summary: 'How reliably a connector’s server answered us',
  request: { params: z.object({ slug: z.string() }) },
  responses: {
    200: { description: 'State, label and days', content: jsonBody(healthSchema) },
    404: problemAnswer('Not listed'),
  },
})

export function healthApi({ db, clock, catalogue }: MonitoringDependencies): OpenAPIHono<AppEnv> {
  const app = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid })
  app.use('/api/v1/health/*', ...publicRead)
  app.openapi(healthRoute, async (c) => {
    const endpoint = await catalogue.endpointOf(c.req.valid('param').slug)
    if (endpoint === undefined || !isOpen(endpoint))
      throw new Problem('not-found', 'There is no such connector.')
    const today = dayOf(clock.now())
    const { state, since, seenAt, days } = await history(db, endpoint.listing, today - keptDays)
    const { label, looks, good, latencyMs } = healthOf(days, today)
    const body = {
      label,
      looks,
      good,
      latencyMs: latencyMs ?? null,
      state,
      since: since?.toISOString() ?? null,
      lookedAt: seenAt?.toISOString() ?? null,
      days: days.map((day) => ({
        day: dayStart(day.day).toISOString().slice(0, 10),
        looks: day.looks,
        good: day.good,
        latencyMs: day.good === 0 ? null : Math.round(day.latencyMsSum / day.good),
        slowestMs: day.good === 0 ? null : day.latencyMsMost,
      })),
    }
    return c.json(body, 200)
  })
  return app
}
