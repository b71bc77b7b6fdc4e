import type { Quirks } from './quirky-login.ts'

/** Where the server says who gives tokens for it. */
function resource(origin: string, issuer: string, scopes: readonly string[]): Record<string, object> {
  return {
    '/.well-known/oauth-protected-resource/mcp': {
      resource: `${origin}/mcp`,
      authorization_servers: [issuer],
      scopes_supported: scopes,
    },
  }
}

/**
 * An OAuth app at GitHub: answers are forms unless JSON is asked for, a no has status 200 and words of its own, scopes
 * have commas between them, and a token neither ends nor can be renewed.
 */
export function githubApp(origin: string): Quirks {
  const issuer = `${origin}/login/oauth`
  const paths = { authorize: '/login/oauth/authorize', token: '/login/oauth/access_token' }
  return {
    issuer,
    scopes: ['repo', 'gist'],
    paths,
    documents: {
      ...resource(origin, issuer, ['repo', 'gist']),
      '/.well-known/oauth-authorization-server/login/oauth': {
        issuer,
        authorization_endpoint: origin + paths.authorize,
        token_endpoint: origin + paths.token,
        response_types_supported: ['code'],
        grant_types_supported: ['authorization_code', 'refresh_token'],
        code_challenge_methods_supported: ['S256'],
      },
    },
    formAnswers: true,
    words: {
      invalid_grant: 'bad_verification_code',
      invalid_client: 'incorrect_client_credentials',
    },
    gives: ({ scope }) => ({ scope: scope.replaceAll(' ', ',') }),
  }
}

/** The same as an app whose tokens end after eight hours and are renewed; each refresh token is good once. */
export function githubAppWithExpiry(origin: string): Quirks {
  const quirks = githubApp(origin)
  return {
    ...quirks,
    words: { ...quirks.words, invalid_grant: 'bad_refresh_token' },
    graceMs: 0,
    gives: ({ refresh }) => ({
      scope: '',
      expires_in: 28_800,
      refresh_token: refresh,
      refresh_token_expires_in: 15_897_600,
    }),
  }
}

/**
 * A tenant of Entra ID: its metadata stand at the OpenID Connect address alone and do not say that PKCE works, which
 * it does. `resource` is checked against the names that an administrator gave to the server.
 */
export function entra(origin: string, names: readonly string[] = []): Quirks {
  const tenant = '/0f3c2a61-0000-4000-8000-5f1f2e8d9a77'
  const issuer = `${origin}${tenant}/v2.0`
  const paths = { authorize: `${tenant}/oauth2/v2.0/authorize`, token: `${tenant}/oauth2/v2.0/token` }
  const [name = `api://${tenant.slice(1)}`] = names
  const scopes = [`${name}/notes.read`, 'openid']
  return {
    issuer,
    scopes,
    paths,
    documents: {
      ...resource(origin, issuer, scopes),
      [`${tenant}/v2.0/.well-known/openid-configuration`]: {
        issuer,
        authorization_endpoint: origin + paths.authorize,
        token_endpoint: origin + paths.token,
        jwks_uri: `${origin}${tenant}/discovery/v2.0/keys`,
        token_endpoint_auth_methods_supported: [
          'client_secret_post',
          'private_key_jwt',
          'client_secret_basic',
        ],
        response_types_supported: ['code', 'id_token', 'code id_token'],
        scopes_supported: ['openid', 'profile', 'email', 'offline_access'],
      },
    },
    refuses(asked) {
      const wanted = asked.get('resource')
      if (wanted === null || names.includes(wanted)) return undefined
      return {
        error: 'invalid_target',
        description:
          "AADSTS9010010: The resource parameter provided in the request doesn't match with the requested scopes.",
      }
    },
    // The identity token is of the tenant, whatever stands in between.
    gives: ({ refresh, scope }) => ({
      scope: scope
        .split(' ')
        .filter((one) => one !== 'offline_access')
        .join(' '),
      expires_in: 3_599,
      ext_expires_in: 3_599,
      refresh_token: refresh,
      id_token: identityOf(issuer),
    }),
  }
}

function identityOf(issuer: string): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')
  return `${part({ alg: 'RS256' })}.${part({ iss: issuer, sub: 'ada', aud: 'somebody' })}.c2lnbmF0dXJl`
}

/** What the publisher of a server behind Entra ID can do: metadata of its own that name the tenant's addresses and PKCE. */
export function entraBehindMetadata(origin: string, names: readonly string[]): Quirks {
  const quirks = entra(origin, names)
  return {
    ...quirks,
    issuer: origin,
    documents: {
      ...resource(origin, origin, quirks.scopes),
      '/.well-known/oauth-authorization-server': {
        issuer: origin,
        authorization_endpoint: origin + quirks.paths.authorize,
        token_endpoint: origin + quirks.paths.token,
        response_types_supported: ['code'],
        code_challenge_methods_supported: ['S256'],
        scopes_supported: ['offline_access'],
      },
    },
  }
}

/** The address of Entra ID for every tenant: its metadata name an issuer with a hole in it. */
export function entraForEverybody(origin: string): Quirks {
  const quirks = entra(origin)
  const issuer = `${origin}/common/v2.0`
  const [, document = {}] =
    Object.entries(quirks.documents).find(([path]) => path.endsWith('openid-configuration')) ?? []
  return {
    ...quirks,
    issuer,
    documents: {
      ...resource(origin, issuer, quirks.scopes),
      '/common/v2.0/.well-known/openid-configuration': {
        ...document,
        issuer: `${origin}/{tenantid}/v2.0`,
      },
    },
  }
}

/**
 * A custom authorization server of Okta: its metadata stand behind the path of the issuer and not before it, it knows
 * no `resource`, registration is for administrators, redirect addresses are compared exactly, and a refresh token
 * that was used is good for half a minute more.
 */
export function okta(origin: string, now: () => number): Quirks {
  const issuer = `${origin}/oauth2/default`
  const paths = {
    authorize: '/oauth2/default/v1/authorize',
    token: '/oauth2/default/v1/token',
    register: '/oauth2/v1/clients',
  }
  const document = {
    issuer,
    authorization_endpoint: origin + paths.authorize,
    token_endpoint: origin + paths.token,
    registration_endpoint: origin + paths.register,
    response_types_supported: ['code', 'id_token', 'code id_token'],
    grant_types_supported: ['authorization_code', 'implicit', 'refresh_token', 'client_credentials'],
    code_challenge_methods_supported: ['S256'],
    token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post', 'none'],
    scopes_supported: ['openid', 'offline_access', 'notes'],
  }
  return {
    issuer,
    scopes: ['notes'],
    paths,
    documents: {
      ...resource(origin, issuer, ['notes']),
      '/oauth2/default/.well-known/oauth-authorization-server': document,
      '/oauth2/default/.well-known/openid-configuration': document,
    },
    refuses: (asked) =>
      asked.has('scope')
        ? undefined
        : { error: 'invalid_scope', description: 'This server has no default scopes.' },
    graceMs: 30_000,
    now,
    gives: ({ refresh, scope }) => ({ scope, expires_in: 3_600, refresh_token: refresh }),
  }
}
