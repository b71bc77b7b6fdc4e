import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import { InvalidTarget, parseTarget, reachFromHere } from '@connectory/checker'
import { bearerToken, Problem, type AppEnv, type PersonId } from '../kernel/index.ts'
import { bearerHeader, jsonBody, needsToken, problemAnswer, publicRead, refuseInvalid } from '../web/index.ts'
import type { EgressDependencies } from './create-egress.ts'

const egressRoute = createRoute({
  method: 'get',
  path: '/api/v1/egress',
  tags: ['Network'],
  summary: 'From where this directory sends requests',
  responses: {
    200: {
      description: 'Addresses to let in where a filter protects a server',
      content: jsonBody(
        z
          .object({
            schema: z.literal('connectory-egress/1'),
            addresses: z.array(z.string()).openapi({
              description: 'Addresses or CIDR ranges; empty when the operator has published none',
              example: ['192.0.2.0/24'],
            }),
          })
          .openapi('Egress'),
      ),
    },
  },
})

const lookSchema = z
  .object({
    outcome: z.enum(['answered', 'refused', 'silent']),
    status: z.number().optional(),
    network: z.string().optional().openapi({ description: 'What turned us away, when it says its name' }),
    problem: z.string().optional(),
  })
  .openapi('ReachLook')

const reachRoute = createRoute({
  method: 'post',
  path: '/api/v1/reach',
  tags: ['Network'],
  summary: 'Does this directory reach a server?',
  description:
    'For signed-in people, with a token for exactly this address. Sends one opening to the server.',
  request: {
    headers: bearerHeader,
    body: {
      required: true,
      content: jsonBody(z.object({ url: z.string().max(2000) })),
    },
  },
  responses: {
    200: {
      description: 'What came of it',
      content: jsonBody(z.object({ there: lookSchema, addresses: z.array(z.string()) })),
    },
    401: problemAnswer('No token, or one for another address'),
    422: problemAnswer('Not an address that a server can have'),
    429: problemAnswer('Too many looks within a minute'),
  },
})

/** Each look makes this instance send a request to a stranger. */
const looksPerMinute = 10

export function egressApi(
  deps: EgressDependencies & { readonly reachResource: string },
): OpenAPIHono<AppEnv> {
  const { config, fetch, clock } = deps
  const limiter = new RateLimiterMemory({ points: looksPerMinute, duration: 60 })
  const app = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid })
  app.use('/api/v1/egress', ...publicRead)
  app.openapi(egressRoute, (c) =>
    c.json({ schema: 'connectory-egress/1' as const, addresses: [...config.egressAddresses] }, 200),
  )
  app.openapi(reachRoute, async (c) => {
    const person = await holderOf(c, deps)
    await limiter.consume(person).catch(() => {
      throw new Problem('too-many', `At most ${looksPerMinute} looks a minute. Wait a minute and try again.`)
    })
    const url = addressOf(c.req.valid('json').url)
    const there = await reachFromHere(url, { fetch, now: () => clock.now() })
    c.header('cache-control', 'no-store')
    return c.json({ there, addresses: [...config.egressAddresses] }, 200)
  })
  return app
}

async function holderOf(
  c: Context<AppEnv>,
  { verifyAccessToken, reachResource }: EgressDependencies & { readonly reachResource: string },
): Promise<PersonId> {
  const token = bearerToken(c.req.header('authorization'))
  const holder = token === undefined ? 'refused' : await verifyAccessToken(token, reachResource)
  if (holder !== 'refused') return holder.person
  throw needsToken(reachResource)
}

function addressOf(text: string): URL {
  try {
    return parseTarget(text)
  } catch (error) {
    if (!(error instanceof InvalidTarget)) throw error
    throw new Problem('invalid-input', error.message, { fields: { url: error.message } })
  }
}
