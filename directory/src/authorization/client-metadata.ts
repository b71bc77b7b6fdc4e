/** Metadata of a client as strangers send it. */
type Metadata = Readonly<Record<string, unknown>>

const authMethods = ['none', 'client_secret_basic', 'client_secret_post']

/**
 * What we take of a client's metadata (RFC 7591, and client ID metadata documents). Real clients name grant types,
 * scopes and fields that we do not have; a strict server turns them all away. Kept is what this server uses, the rest
 * is left out, as RFC 7591 section 2 allows. Redirect URIs are never changed: the provider judges them.
 */
export function normalClientMetadata(metadata: Metadata, from: 'registration' | 'document'): Metadata {
  const redirects = Array.isArray(metadata['redirect_uris']) ? metadata['redirect_uris'] : []
  const method = metadata['token_endpoint_auth_method']
  const knownMethods = from === 'document' ? ['none', 'private_key_jwt'] : authMethods
  const fallback = from === 'document' ? 'none' : 'client_secret_basic'
  return leaveOutUndefined({
    client_id: from === 'document' ? metadata['client_id'] : undefined,
    client_name: shortText(metadata['client_name']),
    client_uri: httpsUrl(metadata['client_uri']),
    redirect_uris: metadata['redirect_uris'],
    token_endpoint_auth_method: knownMethods.find((known) => known === method) ?? fallback,
    jwks: from === 'document' ? metadata['jwks'] : undefined,
    jwks_uri: from === 'document' ? httpsUrl(metadata['jwks_uri']) : undefined,
    grant_types: ['authorization_code', 'refresh_token'],
    response_types: ['code'],
    application_type: redirects.some(isNotHttps) ? 'native' : 'web',
  })
}

/**
 * A loopback address or a scheme of the app's own makes a native app (RFC 8252). Plain http to anywhere else is read as
 * one too, because the provider then refuses it.
 */
function isNotHttps(redirect: unknown): boolean {
  return typeof redirect === 'string' && !redirect.toLowerCase().startsWith('https://')
}

/** One line of at most 80 characters, without control and direction characters that could fake our own words. */
function shortText(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined
  const text = value
    .normalize('NFC')
    .replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '')
    .replaceAll(/\s+/g, ' ')
    .trim()
  return text === '' ? undefined : text.slice(0, 80)
}

function httpsUrl(value: unknown): string | undefined {
  if (typeof value !== 'string' || !URL.canParse(value)) return undefined
  return new URL(value).protocol === 'https:' ? value : undefined
}

function leaveOutUndefined(metadata: Metadata): Metadata {
  return Object.fromEntries(Object.entries(metadata).filter(([, value]) => value !== undefined))
}
