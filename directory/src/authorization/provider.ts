import { errors, Provider, type Configuration, type KoaContextWithOIDC } from 'oidc-provider'
import { href, languageFromPath } from '../web/index.ts'
import { writeAudit } from '../kernel/index.ts'
import type { AuthorizationContext } from './create-authorization.ts'
import { metadataFetch } from './metadata-fetch.ts'
import { signingAlgorithm, type Keys } from './key-ring.ts'
import { createRecordStore, keepClient } from './record-store.ts'
import { knownScopes } from './scopes.ts'
import { grantOwner, noteToken } from './store.ts'

/** All in seconds. */
export const lifetimes = {
  AccessToken: 3600,
  AuthorizationCode: 60,
  Interaction: 600,
  Session: 600,
  RefreshToken: 30 * 24 * 3600,
  Grant: 365 * 24 * 3600,
} as const

export const mountPath = '/oauth'

/** oidc-provider as an authorization server for MCP clients and nothing else: no OpenID login, no logout, no userinfo. */
export function buildProvider(context: AuthorizationContext, keys: Keys): Provider {
  const provider = new Provider(context.issuer, configuration(context, keys))
  // The node handler writes the forwarded scheme itself, from AUTH_URL.
  provider.proxy = true
  provider.use(async (ctx, next) => {
    await next()
    // The provider always names `openid`; this server identifies nobody to anybody.
    const body: unknown = ctx.body
    if (typeof body === 'object' && body !== null && 'scopes_supported' in body) {
      body.scopes_supported = [...knownScopes]
    }
  })
  provider.on('grant.revoked', (_ctx, grantId: string) => void recordRevocation(context, grantId))
  provider.on('server_error', (_ctx, error: Error) =>
    context.log.error({ err: error }, 'The authorization server failed'),
  )
  return provider
}

function configuration(context: AuthorizationContext, keys: Keys): Configuration {
  const https = context.authUrl.protocol === 'https:'
  return {
    adapter: createRecordStore(context),
    jwks: { keys: keys.jwks.map((jwk) => ({ ...jwk })) } as NonNullable<Configuration['jwks']>,
    cookies: cookies(https, keys),
    routes: {
      authorization: '/authorize',
      token: '/token',
      registration: '/register',
      revocation: '/revoke',
      jwks: '/jwks',
    },
    scopes: [...knownScopes],
    responseTypes: ['code'],
    clientAuthMethods: ['none', 'client_secret_basic', 'client_secret_post', 'private_key_jwt'],
    clientDefaults: { id_token_signed_response_alg: signingAlgorithm },
    pkce: { required: () => true },
    ttl: { ...lifetimes },
    features: {
      devInteractions: { enabled: false },
      userinfo: { enabled: false },
      rpInitiatedLogout: { enabled: false },
      dPoP: { enabled: false },
      pushedAuthorizationRequests: { enabled: false },
      revocation: {
        enabled: true,
        allowedPolicy: (_ctx, client, token) => token.clientId === client.clientId,
      },
      registration: { enabled: true, issueRegistrationAccessToken: false },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => {
          throw new errors.InvalidTarget('name the MCP endpoint in the parameter "resource" (RFC 8707), once')
        },
        getResourceServerInfo: (ctx, resource) => resourceServer(context, ctx, resource),
        useGrantedResource: () => true,
      },
      ...(https ? { clientIdMetadataDocument: { enabled: true, ack: 'draft-02' } } : {}),
    },
    fetch: metadataFetch(context.fetch, context.turns),
    interactions: {
      url: (ctx, interaction) =>
        new URL(href(languageOf(ctx), `/authorize/${interaction.uid}`), context.authUrl).href,
    },
    findAccount: (_ctx, id) => ({ accountId: id, claims: () => ({ sub: id }) }),
    loadExistingGrant: (ctx) => grantOfThisConsent(ctx),
    issueRefreshToken: (_ctx, client) => client.grantTypeAllowed('refresh_token'),
    rotateRefreshToken: true,
    expiresWithSession: () => false,
    extraTokenClaims: (_ctx, token) => claimsOf(context, 'grantId' in token ? token.grantId : undefined),
    clientBasedCORS: (_ctx, origin, client) =>
      (client.redirectUris ?? []).some((redirect) => URL.parse(redirect)?.origin === origin),
    renderError: (ctx, out) => showError(context, ctx, out),
  }
}

/** `__Host-` would need the path `/`; these two belong to one path each, so that parallel consents do not meet. */
function cookies(https: boolean, keys: Keys): NonNullable<Configuration['cookies']> {
  const prefix = https ? '__Secure-' : ''
  const options = { httpOnly: true, sameSite: 'lax', secure: https, signed: true } as const
  return {
    names: {
      session: https ? '__Host-connectory-oauth' : 'connectory-oauth',
      interaction: `${prefix}connectory-interaction`,
      resume: `${prefix}connectory-resume`,
    },
    long: options,
    short: options,
    keys: [...keys.cookieKeys],
  }
}

async function resourceServer(context: AuthorizationContext, ctx: KoaContextWithOIDC, resource: string) {
  if (Array.isArray(ctx.oidc.params?.['resource'])) {
    throw new errors.InvalidTarget('name one MCP endpoint in the parameter "resource", not several')
  }
  if ((await context.endpointAt(resource)) === undefined) {
    throw new errors.InvalidTarget('the parameter "resource" is not the address of an MCP endpoint here')
  }
  return {
    scope: 'mcp',
    audience: resource,
    accessTokenTTL: lifetimes.AccessToken,
    accessTokenFormat: 'jwt',
    jwt: { sign: { alg: signingAlgorithm } },
  } as const
}

/** Every authorization is consented to anew: a grant is never taken over from an earlier one. */
async function grantOfThisConsent(ctx: KoaContextWithOIDC) {
  const grantId = ctx.oidc.result?.consent?.grantId
  return grantId === undefined ? undefined : await ctx.oidc.provider.Grant.find(grantId)
}

async function claimsOf(context: AuthorizationContext, grantId: string | undefined) {
  const now = context.clock.now()
  const expiresAt = new Date(now.getTime() + lifetimes.RefreshToken * 1000)
  const grant = grantId === undefined ? undefined : await noteToken(context.db, grantId, now, expiresAt)
  if (grant === undefined) throw new errors.InvalidGrant('the grant was revoked')
  await keepClient(context.db, context.clock, grant.client)
  return { organisation: grant.organisation, grant: grantId }
}

/** The reader's first language of ours; pages afterwards keep it in their address. */
function languageOf(ctx: KoaContextWithOIDC) {
  const locales = ctx.oidc.params?.['ui_locales']
  const asked = typeof locales === 'string' ? locales : ctx.get('accept-language')
  const [first = ''] = asked.split(/[\s,;]/)
  return languageFromPath(`/${first.slice(0, 2).toLowerCase()}`)
}

/**
 * What must not go back to the client, such as a redirect URI that is not its own. Browsers get a page in words;
 * programs get the error as JSON.
 */
async function showError(
  context: AuthorizationContext,
  ctx: KoaContextWithOIDC,
  out: { error: string; error_description?: string | undefined },
): Promise<void> {
  context.log.warn(
    { error: out.error, detail: out.error_description },
    'An authorization request was refused',
  )
  if (ctx.accepts('json', 'html') === 'json') {
    ctx.body = { error: out.error, error_description: out.error_description }
    return
  }
  const page = new URL(href(languageOf(ctx), '/authorize/refused'), context.authUrl)
  page.searchParams.set('error', out.error)
  ctx.status = 303
  ctx.redirect(page.href)
}

async function recordRevocation(context: AuthorizationContext, grant: string): Promise<void> {
  const { db, log } = context
  try {
    const owner = await grantOwner(db, grant)
    if (owner === undefined) return
    await writeAudit(db, context, {
      organisation: owner.organisation,
      actor: { kind: 'system', name: 'authorization' },
      action: 'authorization.revoke',
      subject: `grant:${grant}`,
      reason: 'A used code or refresh token came a second time, or the app gave its access back.',
      detail: { client: owner.clientName },
    })
  } catch (error) {
    log.error({ err: error }, 'The revocation of a grant could not be written to the audit')
  }
}
