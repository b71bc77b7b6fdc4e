/**
 * Our OAuth 2.1 authorization server for MCP clients, under AUTH_URL/oauth: discovery, client registration (CIMD and
 * DCR), consent, code + PKCE, refresh with rotation, revocation, and the check of access tokens for the gateway.
 * The protocol is oidc-provider's work; its login is the session of accounts. Nothing in its tables is a usable token.
 * Front door: `await createAuthorization(deps)`; `nodeHandler` is dispatched before Hono.
 */
export { createAuthorization, type Authorization, type AuthorizationDeps } from './create-authorization.ts'
export type { Endpoint, Grant, TokenHolder, TokenRefused } from './model.ts'
export { sealedColumns as sealedInAuthorization } from './store.ts'
