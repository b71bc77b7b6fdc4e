/** Client ID metadata documents: draft-ietf-oauth-client-id-metadata-document sections 2-4, MCP 2026-07-28 basic/authorization/client-registration. */

export interface ClientDescription {
  /** The https address (with a path) under which the document will be served; it is the client_id. */
  readonly clientId: string
  readonly clientName: string
  readonly redirectUris: readonly string[]
  readonly clientUri?: string
  readonly logoUri?: string
  readonly scope?: string
  /** Public keys (RFC 7517); with them the client signs its requests at the token endpoint (RFC 7523). */
  readonly keys?: readonly object[]
}

export interface ClientMetadataDocument {
  readonly client_id: string
  readonly client_name: string
  readonly redirect_uris: readonly string[]
  readonly grant_types: readonly string[]
  readonly response_types: readonly string[]
  readonly token_endpoint_auth_method: 'none' | 'private_key_jwt'
  readonly token_endpoint_auth_signing_alg?: 'ES256'
  readonly jwks?: { readonly keys: readonly object[] }
  readonly client_uri?: string
  readonly logo_uri?: string
  readonly scope?: string
}

/**
 * Our own document: a public client (PKCE, no secret), or with keys one that proves with ES256 who it is.
 * @throws Error when the address cannot be a client_id; ask `clientIdFault` first
 */
export function buildClientMetadataDocument(client: ClientDescription): ClientMetadataDocument {
  const fault = clientIdFault(client.clientId)
  if (fault !== undefined) throw new Error(`${client.clientId} cannot be a client_id: ${fault}`)
  return {
    client_id: client.clientId,
    client_name: client.clientName,
    redirect_uris: client.redirectUris,
    grant_types: ['authorization_code', 'refresh_token'],
    response_types: ['code'],
    ...(client.keys === undefined
      ? { token_endpoint_auth_method: 'none' }
      : {
          token_endpoint_auth_method: 'private_key_jwt',
          token_endpoint_auth_signing_alg: 'ES256',
          jwks: { keys: client.keys },
        }),
    ...(client.clientUri !== undefined && { client_uri: client.clientUri }),
    ...(client.logoUri !== undefined && { logo_uri: client.logoUri }),
    ...(client.scope !== undefined && { scope: client.scope }),
  }
}

/** Why a URL cannot be a client_id (plain http, no path, fragment, dot segments, credentials), or undefined. */
export function clientIdFault(clientId: string): string | undefined {
  if (!URL.canParse(clientId)) return 'it is not a URL.'
  const url = new URL(clientId)
  if (url.protocol !== 'https:') return 'it must be https.'
  if (url.pathname === '/') return 'it must have a path.'
  if (clientId.includes('#')) return 'it must not have a fragment.'
  if (url.username !== '' || url.password !== '') return 'it must not carry credentials.'
  if (/\/\.{1,2}(?:\/|$)/.test(clientId)) return 'it must not have dot segments.'
  return undefined
}
