import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { parseId, Problem, requireViewer, type AppEnv } from '../kernel/index.ts'
import {
  bearerHeader,
  incomingOf,
  jsonBody,
  problemAnswer,
  refuseInvalid,
  viewerByToken,
  type TokenAccess,
} from '../web/index.ts'
import { byToken, refusals } from './answers.ts'
import { complaintKinds, statuses, type Complaint, type ComplaintId } from './complaint.ts'
import { outcomes, type ComplaintView } from './decide-complaint.ts'
import type { Safety, SafetyDependencies } from './safety.ts'

const tooMany = problemAnswer('Too many reports; the detail says when to send the next one')

const complaintSchema = z
  .object({
    id: z.uuid(),
    connector: z.string().nullable().openapi({ description: 'Its slug; null: it is about this directory' }),
    kind: z.enum([...complaintKinds, 'vulnerability']),
    status: z.enum(statuses),
    at: z.iso.datetime(),
    seen: z.number().int().openapi({ description: 'Events so far; a decision names what it has seen' }),
  })
  .openapi('Complaint')

const openedSchema = complaintSchema
  .extend({
    text: z.string(),
    contact: z.string().nullable(),
    answer: z.string().nullable().openapi({ description: 'Null while it is open' }),
  })
  .openapi('OpenedComplaint')

const idPath = z.object({ id: z.string() })

const listRoute = createRoute({
  method: 'get',
  path: '/api/v1/complaints',
  tags: ['Safety'],
  summary: 'What one has reported, and for reviewers and operators what waits for them',
  description: byToken,
  request: { headers: bearerHeader },
  responses: {
    200: {
      description: 'Own ones newest first, open ones longest waiting first',
      content: jsonBody(z.object({ mine: z.array(complaintSchema), queue: z.array(complaintSchema) })),
    },
    401: refusals[401],
  },
})

const complainRoute = createRoute({
  method: 'post',
  path: '/api/v1/complaints',
  tags: ['Safety'],
  summary: 'Report a connector',
  description: `One open report of each person and connector, at most 10 in a day. Its publisher does not learn who sent it. ${byToken}`,
  request: {
    headers: bearerHeader,
    body: {
      required: true,
      content: jsonBody(z.object({ connector: z.string(), kind: z.enum(complaintKinds), text: z.string() })),
    },
  },
  responses: {
    200: { description: 'It was received', content: jsonBody(z.object({ received: z.uuid() })) },
    ...refusals,
    429: tooMany,
  },
})

const readRoute = createRoute({
  method: 'get',
  path: '/api/v1/complaints/{id}',
  tags: ['Safety'],
  summary: 'Read one report',
  description: `For who sent it and who decides on it. That an operator reads of a vulnerability is written down. ${byToken}`,
  request: { headers: bearerHeader, params: idPath },
  responses: {
    200: { description: 'The report', content: jsonBody(openedSchema) },
    401: refusals[401],
    404: refusals[404],
  },
})

const decideRoute = createRoute({
  method: 'post',
  path: '/api/v1/complaints/{id}/decisions',
  tags: ['Safety'],
  summary: 'Decide on a report',
  description: `For reviewers and operators; of vulnerabilities operators only; nobody on their own, or on what is about their organisation. ${byToken}`,
  request: {
    headers: bearerHeader,
    params: idPath,
    body: {
      required: true,
      content: jsonBody(
        z.object({
          outcome: z.enum(outcomes),
          seen: z.number().int().min(0),
          answer: z.string().optional().openapi({ description: 'Who sent it reads this' }),
          toPublisher: z.string().optional().openapi({ description: 'The publisher reads this' }),
        }),
      ),
    },
  },
  responses: {
    200: { description: 'It was decided', content: jsonBody(z.object({ decided: z.uuid() })) },
    ...refusals,
  },
})

const vulnerabilityRoute = createRoute({
  method: 'post',
  path: '/api/v1/vulnerabilities',
  tags: ['Safety'],
  summary: 'Report a vulnerability in private',
  description:
    'For everybody, without a token. Only operators read it. At most 5 in a quarter of an hour from one network address.',
  request: {
    body: {
      required: true,
      content: jsonBody(
        z.object({
          connector: z.string().optional().openapi({ description: 'Without it, it is about this directory' }),
          details: z.string(),
          contact: z.string().openapi({ description: 'How to reach you' }),
        }),
      ),
    },
  },
  responses: {
    200: { description: 'It was received', content: jsonBody(z.object({ received: z.uuid() })) },
    422: refusals[422],
    429: tooMany,
  },
})

type Verbs = Omit<Safety, 'routes'>

export function complaintApi(
  { catalogue }: Pick<SafetyDependencies, 'catalogue'>,
  safety: Verbs,
  access: TokenAccess,
): OpenAPIHono<AppEnv> {
  const app = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid })
  const listed = async (complaints: readonly Complaint[]) => {
    const ids = complaints.flatMap(({ listing }) => (listing === null ? [] : [listing]))
    const endpoints = await catalogue.endpointsOf([...new Set(ids)])
    const slugs = new Map(endpoints.map(({ listing, slug }) => [listing, slug]))
    return complaints.map((one) =>
      written(one, one.listing === null ? null : (slugs.get(one.listing) ?? null)),
    )
  }
  app.use('/api/v1/complaints/*', viewerByToken(access))
  app.openapi(listRoute, async (c) => {
    const viewer = requireViewer(c)
    const [mine, queue] = [await safety.mine(viewer), await safety.queue(viewer)]
    return c.json({ mine: await listed(mine), queue: await listed(queue) }, 200)
  })
  app.openapi(complainRoute, async (c) => {
    const { connector, kind, text } = c.req.valid('json')
    return c.json({ received: await safety.complain(requireViewer(c), connector, { kind, text }) }, 200)
  })
  app.openapi(readRoute, async (c) => c.json(opened(await safety.complaint(requireViewer(c), idIn(c))), 200))
  app.openapi(decideRoute, async (c) => {
    const id = idIn(c)
    const { answer = '', toPublisher = '', ...decision } = c.req.valid('json')
    await safety.decide(requireViewer(c), id, { ...decision, answer, toPublisher })
    return c.json({ decided: id }, 200)
  })
  app.openapi(vulnerabilityRoute, async (c) => {
    const { connector = '', details, contact } = c.req.valid('json')
    const from = { viewer: null, incoming: incomingOf(c) }
    return c.json({ received: await safety.reportVulnerability(from, { connector, details, contact }) }, 200)
  })
  return app
}

function idIn(c: Context<AppEnv>): ComplaintId {
  const id = parseId<ComplaintId>(c.req.param('id'))
  if (id === undefined) throw new Problem('not-found', 'There is no such report.')
  return id
}

function written({ id, kind, status, at, seen }: Complaint, connector: string | null) {
  return { id, connector, kind, status, at: at.toISOString(), seen }
}

function opened({ complaint, words, steps, listing }: ComplaintView) {
  const { status } = complaint
  const closed = status === 'acted-on' || status === 'no-action'
  return {
    ...written(complaint, listing?.slug ?? null),
    ...words,
    answer: closed ? (steps.at(-1)?.reason ?? null) : null,
  }
}
