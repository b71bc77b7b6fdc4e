import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi'
import {
  parseId,
  Problem,
  requireViewer,
  type AppEnv,
  type ConnectionId,
  type Viewer,
} from '../kernel/index.ts'
import { bearerHeader, jsonBody, problemAnswer } from '../web/index.ts'
import { address, description, refusals } from './api-parts.ts'
import type { Connections, ConnectionsDependencies } from './connections.ts'
import type { ShownLevels } from './set-levels.ts'
import { toolRules } from './tool-levels.ts'

const rule = z.enum(toolRules).nullable().openapi({
  description: 'hints: what only reads is called at once, everything else asks first; null: nothing is said',
})

const levelsSchema = z
  .object({
    all: z
      .object({ mine: rule, organisation: rule })
      .openapi({ description: 'For every tool that is not named' }),
    tools: z.array(
      z.object({
        name: z.string(),
        kind: z.enum(['read-only', 'write', 'destructive']).openapi({
          description: 'By the hints that were approved; without hints it writes',
        }),
        mine: rule,
        organisation: rule,
        level: z.enum(['allow', 'ask', 'blocked']).openapi({ description: 'The stricter of both' }),
        allowedUntil: z.iso.datetime().nullable(),
      }),
    ),
  })
  .openapi('ToolLevels')

const path = `${address}/{id}/tools`
const request = { headers: bearerHeader, params: z.object({ id: z.string() }) }

const readRoute = createRoute({
  method: 'get',
  path,
  tags: ['Connections'],
  summary: 'What may be called over a connection',
  description,
  request,
  responses: { 200: { description: 'All that is said', content: jsonBody(levelsSchema) }, ...refusals },
})

const setRoute = createRoute({
  method: 'post',
  path,
  tags: ['Connections'],
  summary: 'Say whether a tool is allowed, asks, or is blocked',
  description: `${description} Owners say it for their organisation too: what its people say can only be stricter.`,
  request: {
    ...request,
    body: {
      required: true,
      content: jsonBody(
        z.object({
          of: z.enum(['me', 'organisation']),
          tool: z.string().optional().openapi({ description: 'Without it: every tool that is not named' }),
          rule: z.enum([...toolRules, 'unset']),
        }),
      ),
    },
  },
  responses: {
    200: { description: 'It counts from the next call on', content: jsonBody(levelsSchema) },
    ...refusals,
    403: problemAnswer('Only an owner sets what the organisation allows'),
    422: problemAnswer('Something is missing or wrong'),
    429: problemAnswer('Rules for more tools than can be kept'),
  },
})

/** Adds what programs may do with levels. Allowing for a while is not among it: that is for a person before a page. */
export function levelsApi(
  app: OpenAPIHono<AppEnv>,
  catalogue: ConnectionsDependencies['catalogue'],
  verbs: Pick<Connections, 'list' | 'levels' | 'setLevels'>,
): void {
  const slugOf = async (viewer: Viewer, text: string): Promise<string> => {
    const id = parseId<ConnectionId>(text)
    const mine = (await verbs.list(viewer)).find((one) => one.id === id)
    const slug = mine && (await catalogue.byId(mine.listing))?.slug
    if (slug === undefined) throw new Problem('not-found', 'You have no such connection.')
    return slug
  }
  app.openapi(readRoute, async (c) => {
    const viewer = requireViewer(c)
    const slug = await slugOf(viewer, c.req.valid('param').id)
    return c.json(written(await verbs.levels(viewer, slug)), 200)
  })
  app.openapi(setRoute, async (c) => {
    const viewer = requireViewer(c)
    const slug = await slugOf(viewer, c.req.valid('param').id)
    const { of, tool = null, rule: wanted } = c.req.valid('json')
    await verbs.setLevels(viewer, slug, { of, rules: new Map([[tool, wanted === 'unset' ? null : wanted]]) })
    return c.json(written(await verbs.levels(viewer, slug)), 200)
  })
}

function written({ own, ceiling, tools }: ShownLevels) {
  return {
    all: { mine: own ?? null, organisation: ceiling ?? null },
    tools: tools.map((tool) => ({
      name: tool.name,
      kind: tool.kind,
      mine: tool.own ?? null,
      organisation: tool.ceiling ?? null,
      level: tool.level,
      allowedUntil: tool.allowedUntil?.toISOString() ?? null,
    })),
  }
}
