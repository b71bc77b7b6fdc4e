import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { Problem, type AppEnv } from '../kernel/index.ts'
import { problemAnswer, publicRead, refuseInvalid } from '../web/index.ts'
import type { CatalogueDependencies } from './catalogue.ts'
import { gatewayEndpoint } from './gateway-endpoint.ts'
import {
  categories,
  surfaces,
  type Category,
  type Json,
  type Listing,
  type ListingCard,
  type ListingVersion,
  type Surface,
} from './model.ts'
import { search } from './search.ts'
import { listingBySlug, shownVersion } from './store.ts'

const authTypes = ['none', 'oauth', 'other', 'unknown'] as const
const address = z.string().nullable()

/** Any JSON: `z.json()` is recursive, which the description of the API cannot say. */
const rawJson = z.custom<Json>().openapi({ type: 'object', description: 'As the server sent it' })

const cardSchema = z
  .object({
    slug: z.string(),
    registryName: z.string(),
    name: z.string(),
    tagline: z.string(),
    publisher: z.string(),
    categories: z.array(z.enum(categories)),
    auth: z.enum(authTypes),
    surfaces: z.array(z.enum(surfaces)),
    tools: z.array(z.string()).openapi({ description: 'Names of the tools' }),
    endpoint: z
      .url()
      .openapi({ description: 'Where an MCP client calls this connector, through our gateway' }),
    page: z.url(),
    publishedAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
  })
  .openapi('Connector')

const connectorSchema = cardSchema
  .omit({ tools: true })
  .extend({
    version: z.number(),
    description: z.string().openapi({ description: 'Markdown' }),
    serverUrl: z.string(),
    documentation: address,
    support: address,
    privacy: address,
    terms: address,
    security: address,
    toolDigest: z.string(),
    tools: z.array(
      z.object({
        name: z.string(),
        title: z.string().nullable(),
        description: z.string().nullable(),
        annotations: rawJson,
        inputSchema: rawJson,
      }),
    ),
    report: z.object({
      verdict: z.enum(['ready', 'blocked', 'incomplete']),
      policy: z.string(),
      checkedAt: z.iso.datetime(),
      page: z.url(),
    }),
  })
  .openapi('ConnectorDetail')

const listRoute = createRoute({
  method: 'get',
  path: '/api/v1/connectors',
  tags: ['Connectors'],
  summary: 'Search the connectors',
  request: {
    query: z.object({
      q: z.string().max(200).default('').openapi({ description: 'Words of names, tools and descriptions' }),
      category: z.enum(categories).optional(),
      auth: z.enum(authTypes).optional(),
      page: z.coerce.number().int().min(1).max(1000).default(1),
    }),
  },
  responses: {
    200: {
      description: 'Twenty connectors, the best first',
      content: {
        'application/json': {
          schema: z.object({
            connectors: z.array(cardSchema),
            total: z.number(),
            page: z.number(),
            pages: z.number(),
          }),
        },
      },
    },
    422: problemAnswer('A parameter is wrong'),
  },
})

const oneRoute = createRoute({
  method: 'get',
  path: '/api/v1/connectors/{slug}',
  tags: ['Connectors'],
  summary: 'One connector with its tools',
  request: { params: z.object({ slug: z.string() }) },
  responses: {
    200: { description: 'The connector', content: { 'application/json': { schema: connectorSchema } } },
    404: problemAnswer('Not listed'),
  },
})

export function connectorsApi({ db, config }: CatalogueDependencies): OpenAPIHono<AppEnv> {
  const app = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid })
  app.use('/api/v1/connectors', ...publicRead)
  app.use('/api/v1/connectors/*', ...publicRead)
  app.openapi(listRoute, async (c) => {
    const { q, category, auth, page } = c.req.valid('query')
    const found = await search(db, {
      text: q,
      page,
      ...(category === undefined ? {} : { category }),
      ...(auth === undefined ? {} : { auth }),
    })
    const { total, pages } = found
    return c.json(
      { connectors: found.hits.map((card) => toCard(card, config)), total, page: found.page, pages },
      200,
    )
  })
  app.openapi(oneRoute, async (c) => {
    const listing = await listingBySlug(db, c.req.valid('param').slug)
    const version = listing?.state === 'published' ? await shownVersion(db, listing.id) : undefined
    if (listing === undefined || version === undefined)
      throw new Problem('not-found', 'There is no such connector.')
    return c.json(toDetail(listing, version, config), 200)
  })
  return app
}

type Addresses = CatalogueDependencies['config']

function toCard(card: ListingCard, config: Addresses) {
  return {
    slug: card.slug,
    registryName: card.registryName,
    name: card.name,
    tagline: card.tagline,
    publisher: card.publisherName,
    categories: [...card.categories] as Category[],
    auth: card.authType,
    surfaces: [...card.surfaces] as Surface[],
    tools: [...card.toolNames],
    ...addressesOf(card.slug, config),
    publishedAt: card.publishedAt.toISOString(),
    updatedAt: card.updatedAt.toISOString(),
  }
}

function toDetail(listing: Listing, version: ListingVersion, config: Addresses) {
  const { endpoint, page } = addressesOf(listing.slug, config)
  const { verdict, policy, checkedAt } = version.report
  return {
    slug: listing.slug,
    registryName: listing.registryName,
    name: version.name,
    tagline: version.tagline,
    publisher: version.publisherName,
    categories: [...version.categories] as Category[],
    auth: version.authType,
    surfaces: [...version.surfaces] as Surface[],
    endpoint,
    page,
    publishedAt: version.publishedAt.toISOString(),
    updatedAt: listing.updatedAt.toISOString(),
    version: version.version,
    description: version.descriptionMarkdown,
    serverUrl: version.serverUrl,
    documentation: version.documentationUrl,
    support: version.supportContact,
    privacy: version.privacyUrl,
    terms: version.termsUrl,
    security: version.securityContact,
    toolDigest: version.toolDigest,
    tools: [...version.tools],
    report: { verdict, policy, checkedAt: checkedAt.toISOString(), page: `${page}/report` },
  }
}

function addressesOf(slug: string, config: Addresses) {
  return {
    endpoint: gatewayEndpoint(config, slug).href,
    page: new URL(`/connectors/${slug}`, config.publicUrl).href,
  }
}
