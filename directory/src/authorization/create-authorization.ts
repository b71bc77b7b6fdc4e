import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Hono } from 'hono'
import type { Provider } from 'oidc-provider'
import type { Accounts, ClientAddress } from '../accounts/index.ts'
import type { AppEnv, Clock, Database, Ids, Log, Soon, Vault, Viewer } from '../kernel/index.ts'
import { createFetchTurns, type FetchTurns } from './fetch-turns.ts'
import { issueToken, type IssuedToken, type IssueTokenInput } from './issue-token.ts'
import { createKeyRing, keyLife, type KeyRing } from './key-ring.ts'
import type { Endpoint, Grant, TokenHolder, TokenRefused } from './model.ts'
import { handleOauth, handles } from './node-handler.ts'
import { authorizationPages } from './pages/index.tsx'
import { buildProvider, mountPath } from './provider.ts'
import { deleteExpiredRecords } from './record-store.ts'
import { rememberGrants, type GrantMemory } from './remember-grants.ts'
import { revokeGrant } from './revoke-grant.ts'
import { deleteOldGrants, readGrants, standingGrants } from './store.ts'
import { createVerifyAccessToken } from './verify-access-token.ts'

export interface AuthorizationDeps {
  readonly db: Database
  readonly vault: Vault
  readonly clock: Clock
  readonly ids: Ids
  readonly log: Log
  /** AUTH_URL; the issuer is AUTH_URL + '/oauth', and CIMD is offered only when it is https. */
  readonly authUrl: URL
  readonly accounts: Pick<Accounts, 'viewerOf'>
  readonly clientAddress: ClientAddress
  /**
   * The gateway endpoint with exactly this address (`${GATEWAY_URL}/c/{slug}/mcp` or `${GATEWAY_URL}/mcp`), or
   * undefined when there is none; tokens are issued for no other resource.
   */
  readonly endpointAt: (resource: string) => Promise<Endpoint | undefined>
  /** SafeFetch's `asFetch`: client metadata documents are written by strangers. */
  readonly fetch: typeof globalThis.fetch
}

export interface Authorization {
  /** AUTH_URL + '/oauth', for protected resource metadata (RFC 9728). */
  readonly issuer: string
  /**
   * True for the paths that `nodeHandler` answers: /oauth, /oauth/*, and the well-known paths of the issuer. Ask it
   * before Hono sees the request.
   */
  handles(request: IncomingMessage): boolean
  /** Answers a request that `handles` claimed. Never rejects. */
  nodeHandler(request: IncomingMessage, response: ServerResponse): Promise<void>
  /** The gateway's hot path: signature, time, exact audience, and that the grant still stands (ended here: at once, on another replica: within a second). */
  verifyAccessToken(token: string, endpoint: string): Soon<TokenHolder | TokenRefused>
  /** Which of these grants stand now; asked of the database, for what stays open after its token was checked. */
  grantsStanding(grants: readonly string[]): Promise<ReadonlySet<string>>
  /**
   * A token for a script: the same form as a client's, listed and revocable like one. Shown once, stored nowhere.
   * Throws Problem('invalid-input') when there is no such endpoint or `hours` is not 1 to 720.
   */
  issueToken(input: IssueTokenInput): Promise<IssuedToken>
  /** What this person's organisation lets in, newest first. */
  grantsOf(viewer: Viewer): Promise<readonly Grant[]>
  /** Ends a grant and every token of it (at once at this replica's gateway; at others, and for what is open, within a second). Throws Problem('not-found') for others' grants. */
  revokeGrant(viewer: Viewer, grant: string): Promise<void>
  /** A new signing key when the newest is older than 90 days; for a daily job. Safe to repeat. */
  rotateKeys(): Promise<void>
  /** Deletes expired rows and clients that nobody used; for a daily job. Safe to repeat. */
  deleteExpired(): Promise<void>
  /** The consent page /authorize/:uid and /account/access (what may use the gateway for me). */
  routes(): Hono<AppEnv>
}

/** What the verbs of this module share. */
export interface AuthorizationContext extends AuthorizationDeps {
  readonly issuer: string
  readonly ring: KeyRing
  readonly turns: FetchTurns
  readonly grants: GrantMemory
  /** The provider with the keys of this moment. */
  current(): Promise<{ readonly provider: Provider }>
}

/** Reads or makes the signing key, so the database must be migrated and the vault open. */
export async function createAuthorization(deps: AuthorizationDeps): Promise<Authorization> {
  const { db, clock } = deps
  const ring = await createKeyRing(deps)
  const issuer = new URL(mountPath, deps.authUrl).href
  let built: { readonly provider: Provider; readonly version: string } | undefined
  const context: AuthorizationContext = {
    ...deps,
    issuer,
    ring,
    turns: createFetchTurns(),
    grants: rememberGrants(deps),
    async current() {
      const keys = await ring.current()
      if (built?.version !== keys.version) {
        built = { provider: buildProvider(context, keys), version: keys.version }
      }
      return built
    },
  }
  await context.current()
  const verbs: Omit<Authorization, 'routes'> = {
    issuer,
    handles,
    nodeHandler: (request, response) => handleOauth(context, request, response),
    verifyAccessToken: createVerifyAccessToken(context),
    grantsStanding: (grants) => standingGrants(db, grants, clock.now()),
    issueToken: (input) => issueToken(context, input),
    grantsOf: (viewer) => readGrants(db, viewer, clock.now()),
    revokeGrant: (viewer, grant) => revokeGrant(context, viewer, grant),
    rotateKeys: () => ring.rotate(),
    async deleteExpired() {
      await deleteExpiredRecords(db, clock)
      await deleteOldGrants(db, new Date(clock.now().getTime() - keyLife.longestTokenMs))
    },
  }
  return { ...verbs, routes: () => authorizationPages(context, verbs) }
}
