import { gatewayEndpoint } from './gateway-endpoint.ts'
import { registryVersion } from './model.ts'
import { reversedDomain } from './server-url-key.ts'
import type { RegistryRow } from './store-registry.ts'

const schema = 'https://static.modelcontextprotocol.io/schemas/2025-12-11/server.schema.json'
const longestDescription = 100

/** Key of our own data in `_meta`: the instance's host reversed, so that nobody else's name is used. */
export function metaKey(publicUrl: URL): string {
  return `${reversedDomain(publicUrl.href)}/connectory`
}

/**
 * One entry in the shape of the official registry: `server` is a server.json, `_meta` is what the registry knows.
 * The remote is our gateway's endpoint: the address that stays when a publisher moves.
 */
export function registryEntry(
  row: RegistryRow,
  config: { readonly publicUrl: URL; readonly gatewayUrl: URL },
) {
  const page = new URL(`/connectors/${row.slug}`, config.publicUrl).href
  return {
    server: {
      $schema: schema,
      name: row.registryName,
      title: row.name,
      description: cut(row.tagline === '' ? row.name : row.tagline),
      version: registryVersion(row.version),
      websiteUrl: row.documentationUrl ?? page,
      remotes: [{ type: 'streamable-http' as const, url: gatewayEndpoint(config, row.slug).href }],
    },
    _meta: {
      'io.modelcontextprotocol.registry/official': {
        status: statusOf(row),
        statusChangedAt: row.updatedAt.toISOString(),
        publishedAt: row.publishedAt.toISOString(),
        updatedAt: row.updatedAt.toISOString(),
        isLatest: row.latest,
      },
      [metaKey(config.publicUrl)]: {
        slug: row.slug,
        page,
        report: `${page}/report`,
        publisher: row.publisherName,
        categories: row.categories,
        authType: row.authType,
        surfaces: row.surfaces,
        toolNames: row.toolNames,
        toolDigest: row.toolDigest,
        serverUrl: row.serverUrl,
        review: { verdict: row.verdict, policy: row.policy, checkedAt: row.checkedAt },
      },
    },
  }
}

/** A hidden listing is still there for whoever uses it. */
function statusOf({ state }: RegistryRow): 'active' | 'deprecated' | 'deleted' {
  if (state === 'published') return 'active'
  return state === 'hidden' ? 'deprecated' : 'deleted'
}

function cut(text: string): string {
  const characters = Array.from(text)
  return characters.length <= longestDescription
    ? text
    : `${characters.slice(0, longestDescription - 1).join('')}…`
}
