import type { Connector } from '../catalogue/index.ts'
import { paths } from '../web/index.ts'

interface Addresses {
  readonly publicUrl: URL
}

export const callbackPath = '/connections/callback'
export const clientMetadataPath = '/oauth-client/connectory.json'
/** The same client where it signs its requests: a document states one way to show who one is. */
export const signingClientPath = '/oauth-client/connectory-signed.json'

/** Our one redirect URI at every authorization server. */
export function callbackOf({ publicUrl }: Addresses): string {
  return new URL(callbackPath, publicUrl).href
}

/** Our `client_id` where a metadata document is taken for one; it must be https with a path. */
export function clientMetadataUrl({ publicUrl }: Addresses, path = clientMetadataPath): string | undefined {
  return publicUrl.protocol === 'https:' ? new URL(path, publicUrl).href : undefined
}

/** The page of a connector, listed or custom. */
export function connectorPage({ slug, state }: Pick<Connector, 'slug' | 'state'>): string {
  return state === 'custom' ? `${paths.custom}/${slug}` : `/connectors/${slug}`
}

/** Where a person says what may be called at a connector. */
export function levelsPath(slug: string): string {
  return `${paths.connections}/tools/${encodeURIComponent(slug)}`
}

/** Where a person connects a connector. */
export function connectPath(slug: string): string {
  return `/connect/${encodeURIComponent(slug)}`
}
