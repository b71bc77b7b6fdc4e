import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import type { AppEnv } from '../kernel/index.ts'
import { jsonBody, publicRead, refuseInvalid } from '../web/index.ts'
import { fewestPublishers, monthlyOutcomes, stepsOf, windowDays, type Statistics } from './statistics.ts'

const shown = z
  .number()
  .nullable()
  .openapi({
    description: `Rounded down to steps of ${stepsOf}; null: of fewer than ${fewestPublishers} publishers`,
  })

const outcomes = z
  .object(Object.fromEntries(monthlyOutcomes.map((name) => [name, shown])))
  .openapi('DecisionOutcomes')

const statisticsSchema = z
  .object({
    until: z.iso
      .datetime()
      .openapi({ description: 'Counted is what was decided before; a Monday, 00:00 UTC' }),
    fewestPublishers: z.number(),
    stepsOf: z.number(),
    windows: z.array(
      z.object({
        days: z.union(windowDays.map((days) => z.literal(days))),
        from: z.iso.datetime(),
        decisions: shown,
        outcomes,
        waivers: shown,
        appealsDecided: shown,
        appealsGranted: shown,
        medianAgeDays: z.number().nullable().openapi({
          description: 'Median of the begun days from what was submitted to a person’s decision on it',
        }),
        clauses: z.array(
          z.object({
            clause: z
              .string()
              .openapi({ description: 'Id of a rule or of a clause of the policy', example: 'TOOL-01' }),
            decisions: shown,
            rejections: shown,
            changesAsked: shown,
            waivers: shown,
            share: z.number().nullable().openapi({ description: 'Per cent of `decisions` of the window' }),
          }),
        ),
      }),
    ),
    months: z.array(z.object({ month: z.string().openapi({ example: '2026-10' }), outcomes })),
  })
  .openapi('DecisionStatistics')

const statisticsRoute = createRoute({
  method: 'get',
  path: '/api/v1/statistics',
  tags: ['Policy'],
  summary: 'What decisions named, how many and how fast',
  description: '`decisions` are rejections, by a person or by the check, and requests for changes.',
  responses: {
    200: { description: 'Counts of the last 30, 90 and 365 days', content: jsonBody(statisticsSchema) },
  },
})

export function statisticsApi(statistics: () => Promise<Statistics>): OpenAPIHono<AppEnv> {
  const app = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid })
  app.use('/api/v1/statistics', ...publicRead)
  app.openapi(statisticsRoute, async (c) => {
    const { until, windows, months } = await statistics()
    const body = {
      until: until.toISOString(),
      fewestPublishers,
      stepsOf,
      windows: windows.map((one) => ({ ...one, from: one.from.toISOString(), clauses: [...one.clauses] })),
      months: months.map(({ month, outcomes: of }) => ({
        month: month.toISOString().slice(0, 7),
        outcomes: of,
      })),
    }
    return c.json(body, 200)
  })
  return app
}
