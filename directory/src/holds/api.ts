import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { parseId, Problem, requireStaff, requireViewer, type AppEnv } from '../kernel/index.ts'
import {
  bearerHeader,
  jsonBody,
  problemAnswer,
  refuseInvalid,
  viewerByToken,
  type TokenAccess,
} from '../web/index.ts'
import type { Holds, HoldsDependencies } from './create-holds.ts'
import { changeWords, type Hold, type HoldId } from './model.ts'
import { slugsOf } from './slugs-of.ts'
import { stopKinds } from './stop.ts'

/** What a token for these routes is for. */
export function holdsResource({ publicUrl }: { readonly publicUrl: URL }): string {
  return new URL('/api/v1/holds', publicUrl).href
}

const refusals = {
  401: problemAnswer('No token, or one for another address'),
  403: problemAnswer('The person has not the role that this needs'),
  404: problemAnswer('There is no such hold'),
  409: problemAnswer('The hold has ended already'),
  422: problemAnswer('Something is missing or wrong'),
}

const holdSchema = z
  .object({
    id: z.uuid(),
    kind: z.enum([...stopKinds, 'quarantine', 'changed-tool']),
    connector: z.string().openapi({ description: 'Its slug; of a stopped publisher one of theirs' }),
    tool: z.string().nullable(),
    severity: z.enum(['minor', 'major', 'severe']).nullable().openapi({
      description: 'Of a changed tool: minor warns its callers, the others hold it',
    }),
    changes: z.array(z.enum(changeWords)),
    reason: z.string().openapi({ description: 'Callers read it; empty for a changed tool' }),
    since: z.iso.datetime(),
  })
  .openapi('Hold')

const byToken = 'With a token for exactly the address of the list.'

const listRoute = createRoute({
  method: 'get',
  path: '/api/v1/holds',
  tags: ['Holds'],
  summary: 'What may not be called, or is warned of, now',
  description: `For operators and reviewers. ${byToken}`,
  request: { headers: bearerHeader },
  responses: {
    200: { description: 'Newest first', content: jsonBody(z.object({ holds: z.array(holdSchema) })) },
    401: refusals[401],
    403: refusals[403],
  },
})

const stopRoute = createRoute({
  method: 'post',
  path: '/api/v1/holds',
  tags: ['Holds'],
  summary: 'Stop a server, a tool, or everything of a publisher',
  description: `For operators. In force on every replica within a second. ${byToken}`,
  request: {
    headers: bearerHeader,
    body: {
      required: true,
      content: jsonBody(
        z.object({
          kind: z.enum(stopKinds),
          connector: z.string().openapi({ description: 'A slug; for a publisher any of theirs' }),
          tool: z.string().max(200).optional(),
          reason: z.string(),
        }),
      ),
    },
  },
  responses: {
    200: { description: 'It is stopped', content: jsonBody(holdSchema) },
    401: refusals[401],
    403: refusals[403],
    422: refusals[422],
  },
})

const releaseRoute = createRoute({
  method: 'post',
  path: '/api/v1/holds/{id}/release',
  tags: ['Holds'],
  summary: 'End a hold',
  description: `For operators; of changed tools for reviewers too. ${byToken}`,
  request: {
    headers: bearerHeader,
    params: z.object({ id: z.string() }),
    body: { required: true, content: jsonBody(z.object({ reason: z.string() })) },
  },
  responses: {
    200: { description: 'It has ended', content: jsonBody(z.object({ released: z.uuid() })) },
    ...refusals,
  },
})

type Verbs = Omit<Holds, 'routes'>

export function holdsApi(
  deps: Pick<HoldsDependencies, 'catalogue'>,
  holds: Verbs,
  access: TokenAccess,
): OpenAPIHono<AppEnv> {
  const app = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid })
  const written = (hold: Hold, slugOf: (hold: Hold) => string) => ({
    id: hold.id,
    kind: hold.kind,
    connector: slugOf(hold),
    tool: hold.tool,
    severity: hold.severity,
    changes: [...hold.changes],
    reason: hold.reason,
    since: hold.at.toISOString(),
  })
  app.use('/api/v1/holds/*', viewerByToken(access))
  app.openapi(listRoute, async (c) => {
    requireStaff(requireViewer(c))
    await holds.refresh()
    const active = holds.active()
    const slugOf = await slugsOf(deps, active)
    return c.json({ holds: active.map((hold) => written(hold, slugOf)) }, 200)
  })
  app.openapi(stopRoute, async (c) => {
    const viewer = requireViewer(c)
    const { kind, connector: slug, tool = null, reason } = c.req.valid('json')
    const hold = await holds.stop(viewer, { kind, slug, tool, reason })
    return c.json(written(hold, await slugsOf(deps, [hold])), 200)
  })
  app.openapi(releaseRoute, async (c) => {
    const viewer = requireViewer(c)
    const id = parseId<HoldId>(c.req.valid('param').id)
    if (id === undefined) throw new Problem('not-found', 'There is no such hold.')
    // Another replica may have found it a moment ago.
    await holds.refresh()
    await holds.release(viewer, id, c.req.valid('json').reason)
    return c.json({ released: id }, 200)
  })
  return app
}
