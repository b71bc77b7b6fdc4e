/** Protected resource metadata: RFC 9728 sections 3 and 5, MCP 2026-07-28 basic/authorization. */
import type { JsonObject } from '../json-rpc.ts'
import { lookUp, stringList, type Attempt, type DiscoveryOptions } from './document.ts'
import { compareResource, type ResourceMatch } from './resource-indicator.ts'

export interface ResourceMetadata {
  readonly url: string
  /** How it was found; 'challenge' is what a 401 should offer. */
  readonly via: 'challenge' | 'path' | 'root'
  readonly document: JsonObject
  readonly resource: string | undefined
  /** Undefined when the document states no resource. */
  readonly match: ResourceMatch | undefined
  readonly authorizationServers: readonly string[]
  readonly scopesSupported: readonly string[] | undefined
  /** dpop_signing_alg_values_supported */
  readonly dpopAlgorithms: readonly string[] | undefined
  /** dpop_bound_access_tokens_required: no other token is taken. */
  readonly dpopRequired: boolean
}

/** found: usable · invalid: a JSON document came but breaks the RFC · missing: none came. All with every attempt. */
export type ResourceOutcome =
  | { readonly state: 'found'; readonly metadata: ResourceMetadata; readonly attempts: readonly Attempt[] }
  | {
      readonly state: 'invalid'
      readonly metadata: ResourceMetadata
      readonly reasons: readonly string[]
      readonly attempts: readonly Attempt[]
    }
  | { readonly state: 'missing'; readonly attempts: readonly Attempt[] }

/**
 * Looks where the challenge points, then at the well-known address with the server's path inserted, then at
 * the root's. The first valid document wins; a page or an error at one place does not end the search.
 */
export async function findResourceMetadata(
  serverUrl: string,
  options: DiscoveryOptions & { readonly challengeUrl?: string | undefined },
): Promise<ResourceOutcome> {
  const attempts: Attempt[] = []
  let invalid: { metadata: ResourceMetadata; reasons: readonly string[] } | undefined
  for (const { url, via } of placesOf(serverUrl, options.challengeUrl)) {
    const { attempt, document } = await lookUp(url, 'oauth: protected resource metadata', options)
    attempts.push(attempt)
    if (document === undefined) continue
    const metadata = readMetadata(serverUrl, url, via, document)
    const reasons = faultsOf(metadata)
    if (reasons.length === 0) return { state: 'found', metadata, attempts }
    invalid ??= { metadata, reasons }
  }
  return invalid ? { state: 'invalid', ...invalid, attempts } : { state: 'missing', attempts }
}

/** RFC 9728 section 3.1: the well-known part goes between host and path. */
export function resourceMetadataUrl(serverUrl: string): string {
  const { origin, pathname, search } = new URL(serverUrl)
  return `${origin}/.well-known/oauth-protected-resource${pathname === '/' ? '' : pathname}${search}`
}

function placesOf(serverUrl: string, challengeUrl: string | undefined) {
  const places: { url: string; via: ResourceMetadata['via'] }[] = []
  if (challengeUrl !== undefined) places.push({ url: challengeUrl, via: 'challenge' })
  const { origin, pathname } = new URL(serverUrl)
  if (pathname !== '/') places.push({ url: resourceMetadataUrl(serverUrl), via: 'path' })
  places.push({ url: `${origin}/.well-known/oauth-protected-resource`, via: 'root' })
  return places.filter(({ url }, index) => places.findIndex((each) => each.url === url) === index)
}

function readMetadata(
  serverUrl: string,
  url: string,
  via: ResourceMetadata['via'],
  document: JsonObject,
): ResourceMetadata {
  const resource = typeof document['resource'] === 'string' ? document['resource'] : undefined
  return {
    url,
    via,
    document,
    resource,
    match: resource === undefined ? undefined : compareResource(resource, serverUrl),
    authorizationServers: stringList(document['authorization_servers']) ?? [],
    scopesSupported: stringList(document['scopes_supported']),
    dpopAlgorithms: stringList(document['dpop_signing_alg_values_supported']),
    dpopRequired: document['dpop_bound_access_tokens_required'] === true,
  }
}

/** A resource that is another one is a fact (`match`), not a malformed document. */
function faultsOf({ resource, match, authorizationServers }: ResourceMetadata): string[] {
  const faults: string[] = []
  if (resource === undefined) faults.push('"resource" is missing; it must be the URL of the server.')
  if (match === 'malformed') faults.push('"resource" is not a URL.')
  if (authorizationServers.length === 0) faults.push('"authorization_servers" must name at least one issuer.')
  return faults
}
