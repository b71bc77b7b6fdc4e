import type { GatewayDependencies } from './gateway.ts'
import { codes, errorMessage } from './rpc-error.ts'

/** Where the protected resource metadata of an endpoint stands. @see RFC 9728 section 3.1 */
export function metadataUrl(endpoint: URL): URL {
  return new URL(`/.well-known/oauth-protected-resource${endpoint.pathname}`, endpoint.origin)
}

/** The document that leads a client to our authorization server. @see RFC 9728 section 2 */
export function resourceMetadata(
  endpoint: URL,
  config: GatewayDependencies['config'],
  name?: string,
): Record<string, unknown> {
  return {
    resource: endpoint.href,
    authorization_servers: [config.authIssuer.href],
    bearer_methods_supported: ['header'],
    resource_name: name === undefined ? config.instanceName : `${name} · ${config.instanceName}`,
  }
}

/** 401 with the way to a token. @see RFC 6750 section 3, RFC 9728 section 5.1 */
export function challenge(endpoint: URL, refused?: string): Response {
  const parts = [`resource_metadata="${metadataUrl(endpoint).href}"`]
  if (refused !== undefined) {
    parts.push(
      'error="invalid_token"',
      `error_description="${refused.replaceAll(/[^\x20-\x7e]|["\\]/g, ' ')}"`,
    )
  }
  const message =
    refused === undefined
      ? 'This endpoint needs an access token. The WWW-Authenticate header says where to get one.'
      : `The access token is not accepted here: ${refused}`
  return new Response(errorMessage(null, { code: codes.invalidRequest, message }), {
    status: 401,
    headers: { 'content-type': 'application/json', 'www-authenticate': `Bearer ${parts.join(', ')}` },
  })
}
