/** Authorization server metadata: RFC 8414 sections 2 and 3, OpenID Connect Discovery 1.0 section 4, in MCP 2026-07-28's order. */
import { isLoopbackName } from '../check-url.ts'
import type { JsonObject } from '../json-rpc.ts'
import { lookUp, stringList, type Attempt, type DiscoveryOptions } from './document.ts'

export interface UnsafeEndpoint {
  /** 'authorization_endpoint', ... */
  readonly name: string
  readonly value: string
  /** A sentence. */
  readonly reason: string
}

export interface ServerMetadata {
  readonly url: string
  readonly document: JsonObject
  readonly issuer: string | undefined
  /** normalized: differs only in the slash of a bare origin, which RFC 3986 section 6.2.3 calls the same. */
  readonly issuerMatch: 'exact' | 'normalized' | 'different' | 'missing'
  readonly authorizationEndpoint: string | undefined
  readonly tokenEndpoint: string | undefined
  readonly registrationEndpoint: string | undefined
  readonly revocationEndpoint: string | undefined
  /** Endpoints that must not be used: not https (http only on loopback), or no URL at all. */
  readonly unsafeEndpoints: readonly UnsafeEndpoint[]
  /** Undefined: not advertised, which a client must refuse like a list without S256. */
  readonly pkceMethods: readonly string[] | undefined
  readonly grantTypes: readonly string[] | undefined
  readonly responseTypes: readonly string[] | undefined
  readonly tokenAuthMethods: readonly string[] | undefined
  /** token_endpoint_auth_signing_alg_values_supported */
  readonly tokenAuthAlgorithms: readonly string[] | undefined
  /** dpop_signing_alg_values_supported: it binds tokens to keys. RFC 9449 section 5.1 */
  readonly dpopAlgorithms: readonly string[] | undefined
  readonly scopesSupported: readonly string[] | undefined
  /** client_id_metadata_document_supported */
  readonly clientMetadataDocuments: boolean
  /** RFC 9207: answers carry `iss`. */
  readonly issParameter: boolean
}

export type ServerOutcome =
  | { readonly state: 'found'; readonly metadata: ServerMetadata; readonly attempts: readonly Attempt[] }
  | {
      readonly state: 'invalid'
      readonly metadata: ServerMetadata
      readonly reasons: readonly string[]
      readonly attempts: readonly Attempt[]
    }
  | { readonly state: 'missing'; readonly attempts: readonly Attempt[] }

/**
 * The metadata of an issuer. A page, an error or a document of another issuer at one address sends us to
 * the next one. What a client must refuse beyond the form (PKCE, unsafe endpoints) is told as facts.
 */
export async function findServerMetadata(issuer: string, options: DiscoveryOptions): Promise<ServerOutcome> {
  const attempts: Attempt[] = []
  let invalid: { metadata: ServerMetadata; reasons: readonly string[] } | undefined
  for (const url of serverMetadataUrls(issuer)) {
    const { attempt, document } = await lookUp(url, 'oauth: authorization server metadata', options)
    attempts.push(attempt)
    if (document === undefined) continue
    const metadata = readMetadata(issuer, url, document, options.fetch.allowLoopback)
    const reasons = faultsOf(metadata, issuer)
    if (reasons.length === 0) return { state: 'found', metadata, attempts }
    invalid ??= { metadata, reasons }
  }
  return invalid ? { state: 'invalid', ...invalid, attempts } : { state: 'missing', attempts }
}

/** Where to look, in order; empty when the issuer is no http(s) URL. */
export function serverMetadataUrls(issuer: string): readonly string[] {
  if (!URL.canParse(issuer)) return []
  const { origin, pathname, protocol } = new URL(issuer)
  if (protocol !== 'https:' && protocol !== 'http:') return []
  const path = pathname.replace(/\/+$/, '')
  const inserted = [
    `${origin}/.well-known/oauth-authorization-server${path}`,
    `${origin}/.well-known/openid-configuration${path}`,
  ]
  return path === '' ? inserted : [...inserted, `${origin}${path}/.well-known/openid-configuration`]
}

/** https, or http on loopback where that is allowed. Returns why not. */
export function endpointFault(value: string, allowLoopback: boolean): string | undefined {
  if (!URL.canParse(value)) return 'It is not an absolute URL.'
  const { protocol, hostname } = new URL(value)
  if (protocol === 'https:') return undefined
  if (protocol === 'http:' && isLoopbackName(hostname)) {
    return allowLoopback ? undefined : 'http on loopback is for development only.'
  }
  return `The scheme ${protocol} is not allowed; use https.`
}

const endpointNames = [
  'authorization_endpoint',
  'token_endpoint',
  'registration_endpoint',
  'revocation_endpoint',
  'introspection_endpoint',
  'userinfo_endpoint',
  'jwks_uri',
] as const

function readMetadata(
  asked: string,
  url: string,
  document: JsonObject,
  allowLoopback: boolean,
): ServerMetadata {
  const text = (name: string): string | undefined => {
    const value = document[name]
    return typeof value === 'string' ? value : undefined
  }
  const issuer = text('issuer')
  return {
    url,
    document,
    issuer,
    issuerMatch: compareIssuer(issuer, asked),
    authorizationEndpoint: text('authorization_endpoint'),
    tokenEndpoint: text('token_endpoint'),
    registrationEndpoint: text('registration_endpoint'),
    revocationEndpoint: text('revocation_endpoint'),
    unsafeEndpoints: unsafeEndpoints(document, allowLoopback),
    pkceMethods: stringList(document['code_challenge_methods_supported']),
    grantTypes: stringList(document['grant_types_supported']),
    responseTypes: stringList(document['response_types_supported']),
    tokenAuthMethods: stringList(document['token_endpoint_auth_methods_supported']),
    tokenAuthAlgorithms: stringList(document['token_endpoint_auth_signing_alg_values_supported']),
    dpopAlgorithms: stringList(document['dpop_signing_alg_values_supported']),
    scopesSupported: stringList(document['scopes_supported']),
    clientMetadataDocuments: document['client_id_metadata_document_supported'] === true,
    issParameter: document['authorization_response_iss_parameter_supported'] === true,
  }
}

function unsafeEndpoints(document: JsonObject, allowLoopback: boolean): UnsafeEndpoint[] {
  return endpointNames.flatMap((name) => {
    const value = document[name]
    if (value === undefined) return []
    const reason = typeof value === 'string' ? endpointFault(value, allowLoopback) : 'It is not a string.'
    return reason === undefined
      ? []
      : [{ name, value: typeof value === 'string' ? value : JSON.stringify(value), reason }]
  })
}

function compareIssuer(stated: string | undefined, asked: string): ServerMetadata['issuerMatch'] {
  if (stated === undefined) return 'missing'
  if (stated === asked) return 'exact'
  const bare = (issuer: string): string => issuer.replace(/^(https?:\/\/[^/?#]+)\/$/i, '$1')
  return bare(stated) === bare(asked) ? 'normalized' : 'different'
}

function faultsOf({ issuer, issuerMatch, tokenEndpoint }: ServerMetadata, asked: string): string[] {
  const faults: string[] = []
  if (issuerMatch === 'missing') faults.push('"issuer" is missing.')
  if (issuerMatch === 'different')
    faults.push(`"issuer" is ${issuer}, but ${asked} was asked; they must be identical.`)
  if (tokenEndpoint === undefined) faults.push('"token_endpoint" is missing.')
  return faults
}

/** True when the authorization code flow is offered. Absent lists have the defaults of RFC 8414 section 2. */
export function offersCodeFlow({
  authorizationEndpoint,
  grantTypes,
  responseTypes,
}: ServerMetadata): boolean {
  if (authorizationEndpoint === undefined) return false
  const grants = grantTypes === undefined || grantTypes.includes('authorization_code')
  return grants && (responseTypes === undefined || responseTypes.includes('code'))
}
