/** The strict way from a server to its authorization server: MCP 2026-07-28 basic/authorization/authorization-server-discovery. */
import { WireError } from '../errors.ts'
import { trace, type Attempt, type DiscoveryOptions } from './document.ts'
import { findResourceMetadata, type ResourceMetadata, type ResourceOutcome } from './protected-resource.ts'
import { canonicalResource, isSameResource } from './resource-indicator.ts'
import { endpointFault, findServerMetadata, offersCodeFlow, type ServerMetadata } from './server-metadata.ts'
import { bearerChallenge } from './www-authenticate.ts'

export interface Authorization {
  /** Goes as `resource` into authorization and token requests. RFC 8707 */
  readonly resource: string
  /** As its metadata states it; tokens and registrations are kept by it. */
  readonly issuer: string
  readonly metadata: ServerMetadata & {
    readonly authorizationEndpoint: string
    readonly tokenEndpoint: string
  }
  /** What to ask for: the challenge's scopes, else those of the resource, else none. */
  readonly scopes: readonly string[]
  readonly resourceMetadata: ResourceMetadata
  readonly attempts: readonly Attempt[]
}

/**
 * Finds the authorization server and refuses every one that a client must not use: no metadata, a resource or
 * issuer that is another one, endpoints that are not https, no S256, no code flow. Nothing is guessed. With
 * several authorization servers the first acceptable one is taken.
 * @param options.challenge the WWW-Authenticate header of the 401, when there was one
 * @throws WireError with facts.attempts, the trace of all addresses that were asked
 */
export async function discoverAuthorization(
  serverUrl: string,
  options: DiscoveryOptions & { readonly challenge?: string | null },
): Promise<Authorization> {
  const challenge = bearerChallenge(options.challenge ?? null)
  const outcome = await findResourceMetadata(serverUrl, {
    ...options,
    challengeUrl: challenge?.resourceMetadata,
  })
  const resourceMetadata = requireResource(serverUrl, outcome)
  const attempts = [...outcome.attempts]
  let firstRefusal: WireError | undefined
  for (const asked of resourceMetadata.authorizationServers) {
    const judged = await judgeIssuer(asked, options, attempts)
    if (judged instanceof WireError) {
      firstRefusal ??= judged
      continue
    }
    return {
      // The server knows itself by what it states; validated above to be this server.
      resource: resourceMetadata.resource ?? canonicalResource(serverUrl),
      issuer: judged.issuer ?? asked,
      metadata: judged,
      scopes: challenge?.scope?.split(' ').filter(Boolean) ?? resourceMetadata.scopesSupported ?? [],
      resourceMetadata,
      attempts,
    }
  }
  throw (
    firstRefusal ??
    new WireError(
      'no-authorization-server',
      `${resourceMetadata.url} names no authorization server.`,
      factsOf(attempts),
    )
  )
}

function requireResource(serverUrl: string, outcome: ResourceOutcome): ResourceMetadata {
  const facts = factsOf(outcome.attempts)
  if (outcome.state === 'missing') {
    throw new WireError(
      'no-authorization-server',
      `${serverUrl} publishes no protected resource metadata (RFC 9728), so its authorization server is unknown. ${trace(outcome.attempts)}`,
      facts,
    )
  }
  const { metadata } = outcome
  if (outcome.state === 'invalid') {
    throw new WireError(
      'bad-resource-metadata',
      `${metadata.url} is not valid: ${outcome.reasons.join(' ')}`,
      { ...facts, reasons: outcome.reasons },
    )
  }
  if (metadata.match === undefined || !isSameResource(metadata.match)) {
    throw new WireError(
      'resource-mismatch',
      `${metadata.url} describes ${metadata.resource}, not ${serverUrl}. Set "resource" to the URL of the server.`,
      { ...facts, resource: metadata.resource, match: metadata.match },
    )
  }
  return metadata
}

async function judgeIssuer(
  asked: string,
  options: DiscoveryOptions,
  attempts: Attempt[],
): Promise<Authorization['metadata'] | WireError> {
  const fault = endpointFault(asked, options.fetch.allowLoopback)
  if (fault !== undefined)
    return new WireError(
      'unsafe-endpoint',
      `The authorization server ${asked} cannot be used. ${fault}`,
      factsOf(attempts),
    )
  const outcome = await findServerMetadata(asked, options)
  attempts.push(...outcome.attempts)
  const facts = { ...factsOf(attempts), issuer: asked }
  if (outcome.state === 'missing') {
    return new WireError(
      'bad-server-metadata',
      `The authorization server ${asked} publishes no metadata (RFC 8414). ${trace(outcome.attempts)}`,
      facts,
    )
  }
  if (outcome.state === 'invalid') {
    const code = outcome.metadata.issuerMatch === 'different' ? 'issuer-mismatch' : 'bad-server-metadata'
    return new WireError(code, `${outcome.metadata.url} is not valid: ${outcome.reasons.join(' ')}`, {
      ...facts,
      reasons: outcome.reasons,
    })
  }
  return judgeMetadata(outcome.metadata, facts)
}

function judgeMetadata(
  metadata: ServerMetadata,
  facts: Readonly<Record<string, unknown>>,
): Authorization['metadata'] | WireError {
  const { url, authorizationEndpoint, tokenEndpoint, unsafeEndpoints, pkceMethods } = metadata
  const [unsafe] = unsafeEndpoints
  if (unsafe !== undefined) {
    return new WireError('unsafe-endpoint', `${url} names ${unsafe.name} ${unsafe.value}. ${unsafe.reason}`, {
      ...facts,
      unsafeEndpoints,
    })
  }
  if (!offersCodeFlow(metadata) || authorizationEndpoint === undefined || tokenEndpoint === undefined) {
    return new WireError(
      'no-code-flow',
      `${url} does not offer the authorization code flow. Offer it for people who sign in.`,
      facts,
    )
  }
  if (pkceMethods?.includes('S256') !== true) {
    return new WireError(
      'no-pkce',
      `${url} does not advertise PKCE with S256. Add "code_challenge_methods_supported": ["S256"].`,
      { ...facts, pkceMethods },
    )
  }
  return { ...metadata, authorizationEndpoint, tokenEndpoint }
}

function factsOf(attempts: readonly Attempt[]): {
  readonly attempts: readonly Omit<Attempt, 'exchange' | 'error'>[]
} {
  return { attempts: attempts.map(({ exchange: _exchange, error: _error, ...rest }) => rest) }
}
