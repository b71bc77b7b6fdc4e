import { randomUUID } from 'node:crypto'

/** What the clean pair does, and what a fault can switch. The first word of each line is the right one. */
export interface Settings {
  /** How a redirect address is compared with the registered ones (loopback ports are another matter). */
  readonly redirects: 'exact' | 'same-host' | 'prefix' | 'any'
  /** What follows upon a redirect address that is refused: a page, or a redirect to it. */
  readonly badRedirect: 'page' | 'bounce'
  /** Whether a loopback redirect address may have another port than the registered one. @see RFC 8252 section 7.3 */
  readonly loopbackPorts: 'any' | 'registered' | 'only-of-the-address' | 'only-of-the-name'
  /** Which redirect addresses a registration may name. */
  readonly registration:
    | 'https-or-loopback'
    | 'https'
    | 'scripts-too'
    | 'http-too'
    | 'fragments-too'
    | 'wildcards-too'
  readonly clientIds: 'fresh' | 'one-for-all'
  /** Whether an authorization request needs a code_challenge, and whether the verifier is compared with it. */
  readonly challenge: 'required' | 'optional'
  readonly verifier: 'checked' | 'ignored'
  readonly consent: 'asked' | 'skipped'
  readonly refresh: 'rotates' | 'stays' | 'never-dies' | 'refused'
  /** Whether the MCP server looks for whom a token was issued. */
  readonly audience: 'checked' | 'ignored'
  readonly state: 'returned' | 'lost' | 'changed'
  readonly iss: 'returned' | 'missing' | 'foreign'
  readonly accessSeconds: number
}

export const rightSettings: Settings = {
  redirects: 'exact',
  badRedirect: 'page',
  loopbackPorts: 'any',
  registration: 'https-or-loopback',
  clientIds: 'fresh',
  challenge: 'required',
  verifier: 'checked',
  consent: 'asked',
  refresh: 'rotates',
  audience: 'checked',
  state: 'returned',
  iss: 'returned',
  accessSeconds: 3600,
}

export interface Client {
  readonly id: string
  readonly redirectUris: readonly string[]
  /** Removes the registration again. @see RFC 7592 section 2.3 */
  readonly registrationToken: string
}

/** An authorization request that waits for the user. */
export interface Pending {
  readonly client: string
  readonly redirectUri: string
  readonly state: string | null
  readonly challenge: string | null
  readonly resource: string
  readonly scope: string
}

/** What a user granted. Codes, access tokens and refresh tokens point to it; revoked, it is dead everywhere. */
export interface Grant extends Pending {
  readonly subject: string
  revoked: boolean
}

export interface AccessToken {
  readonly grant: Grant
  readonly expiresAt: number
}

/** Everything that both servers know. A test may look and change: it is the test's own world. */
export interface World {
  readonly settings: Settings
  /** Where the MCP server is, exactly as its metadata names it. */
  readonly resource: string
  readonly resourceMetadata: string
  readonly issuer: string
  readonly clients: Map<string, Client>
  /** Client metadata documents by their address; taken as if they had been fetched. */
  readonly documents: Map<string, { readonly redirect_uris: readonly string[] }>
  readonly pending: Map<string, Pending>
  readonly codes: Map<string, Grant>
  readonly accessTokens: Map<string, AccessToken>
  readonly refreshTokens: Map<string, { readonly grant: Grant; used: boolean }>
  /** Real time plus what was advanced: a slow server needs no sleep. */
  now(): Date
  advance(ms: number): void
}

export function createWorld(places: Pick<World, 'resource' | 'issuer'>, settings: Partial<Settings>): World {
  let ahead = 0
  const { origin, pathname } = new URL(places.resource)
  return {
    ...places,
    resourceMetadata: `${origin}/.well-known/oauth-protected-resource${pathname}`,
    settings: { ...rightSettings, ...settings },
    clients: new Map(),
    documents: new Map(),
    pending: new Map(),
    codes: new Map(),
    accessTokens: new Map(),
    refreshTokens: new Map(),
    now: () => new Date(Date.now() + ahead),
    advance(ms) {
      ahead += ms
    },
  }
}

export function unguessable(kind: string): string {
  return `${kind}-${randomUUID()}`
}

export const scopes = ['notes'] as const
