import { json, type Answer } from './messages.ts'
import { scopes, type World } from './world.ts'

/** @see RFC 9728 section 2 */
export function resourceMetadata({ resource, issuer }: World): Record<string, unknown> {
  return {
    resource,
    authorization_servers: [issuer],
    scopes_supported: [...scopes],
    bearer_methods_supported: ['header'],
    resource_name: 'Notes',
  }
}

/** @see RFC 8414 section 2, RFC 9207 section 3, MCP 2026-07-28 basic/authorization (client metadata documents) */
export function serverMetadata({ issuer }: World): Record<string, unknown> {
  return {
    issuer,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    registration_endpoint: `${issuer}/register`,
    revocation_endpoint: `${issuer}/revoke`,
    scopes_supported: [...scopes],
    response_types_supported: ['code'],
    grant_types_supported: ['authorization_code', 'refresh_token'],
    token_endpoint_auth_methods_supported: ['none'],
    revocation_endpoint_auth_methods_supported: ['none'],
    code_challenge_methods_supported: ['S256'],
    authorization_response_iss_parameter_supported: true,
    client_id_metadata_document_supported: true,
  }
}

export function oauthError(
  error: string,
  status = error === 'invalid_client' ? 401 : 400,
  description?: string,
): Answer {
  const body = { error, ...(description === undefined ? {} : { error_description: description }) }
  return json(status, body, { 'cache-control': 'no-store', pragma: 'no-cache' })
}
