import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { etag } from 'hono/etag'
import { Problem, type AppEnv } from '../kernel/index.ts'
import { monogramFile, problemAnswer, refuseInvalid } from '../web/index.ts'
import type { IconsDependencies } from './icons.ts'
import { parseSize, sizes, type Size } from './model.ts'
import { listingsAt, pictureOf } from './store.ts'

const image = { schema: z.string().openapi({ format: 'binary' }) }

const faviconRoute = createRoute({
  method: 'get',
  path: '/favicons',
  // Pictures, by the contract that FAQ 6 names; the document of the API is about JSON.
  hide: true,
  summary: 'The icon that this directory shows for a connector',
  description: 'By the domain or the address of its server. In the sizes 16, 32, 48, 64, 96 and 128.',
  request: {
    query: z.object({
      domain: z.string().min(1).max(2000).openapi({ example: 'mcp.example.com' }),
      sz: z
        .enum(sizes.map(String) as [string, ...string[]])
        .default('16')
        .openapi({ description: 'Pixels', example: '64' }),
    }),
  },
  responses: {
    200: { description: 'The icon', content: { 'image/png': image } },
    404: { description: 'No icon is known: a monogram', content: { 'image/svg+xml': image } },
    422: problemAnswer('No domain, or another size'),
  },
})

/** Pictures for everybody, drawn by us; no cookie is looked at. */
export function iconsApi({ db, catalogue }: IconsDependencies): OpenAPIHono<AppEnv> {
  const app = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid })
  app.use('/favicons', etag())
  app.openapi(faviconRoute, async (c) => {
    const { domain, sz } = c.req.valid('query')
    const size = parseSize(sz) ?? 16
    const host = hostIn(domain)
    const picture = await byHost({ db, catalogue }, host, size)
    pictureHeaders(c, 'public, max-age=3600')
    if (picture !== undefined) return c.body(bytesOf(picture), 200, { 'content-type': 'image/png' })
    return c.body(monogramFile(host, size), 404, { 'content-type': 'image/svg+xml' })
  })
  app.get('/icons/:digest/:file', async (c) => {
    const { digest, file } = c.req.param()
    const size = file.endsWith('.png') ? parseSize(file.slice(0, -4)) : undefined
    const known = size !== undefined && /^[0-9a-f]{64}$/.test(digest)
    const picture = known ? await pictureOf(db, digest, size) : undefined
    if (picture === undefined) throw new Problem('not-found', 'There is no such picture.')
    pictureHeaders(c, 'public, max-age=31536000, immutable')
    return c.body(bytesOf(picture), 200, { 'content-type': 'image/png' })
  })
  return app
}

async function byHost(
  { db, catalogue }: Pick<IconsDependencies, 'db' | 'catalogue'>,
  host: string,
  size: Size,
): Promise<Uint8Array | undefined> {
  for (const id of await listingsAt(db, host)) {
    const listing = await catalogue.byId(id)
    if (listing?.state !== 'published' || listing.iconDigest === null) continue
    const picture = await pictureOf(db, listing.iconDigest, size)
    if (picture !== undefined) return picture
  }
  return undefined
}

/** People paste the whole address of their server. */
function hostIn(domain: string): string {
  const text = /^[a-z][a-z0-9+.-]*:\/\//i.test(domain) ? domain : `https://${domain}`
  const host = URL.canParse(text) ? new URL(text).hostname : ''
  if (host !== '') return host
  const sentence = 'Give the domain or the address of a server, such as mcp.example.com.'
  throw new Problem('invalid-input', sentence, { fields: { domain: sentence } })
}

/** A picture is nothing but a picture, wherever it is opened, and every page may show it. */
function pictureHeaders(c: Context<AppEnv>, caching: string): void {
  c.header('cache-control', caching)
  c.header('content-security-policy', "default-src 'none'; style-src 'none'; frame-ancestors 'none'; sandbox")
  c.header('cross-origin-resource-policy', 'cross-origin')
}

function bytesOf(picture: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(picture)
}
