/**
 * wire: how we talk to servers that strangers run. A guarded fetch (the only door to their addresses), a raw
 * MCP client for both eras that hides nothing, OAuth discovery with one file per RFC, and the evidence of
 * every exchange with its secrets masked. No opinion about what it sees (that is the checker), no database,
 * no clock of its own.
 */
export { isWireError, WireError, type WireErrorCode, type WireFacts } from './errors.ts'
export { judgeAddress, type AddressKind, type AddressVerdict } from './address.ts'
export { checkUrl } from './check-url.ts'
export type { ConnectionFacts, Resolve, TlsFacts } from './guarded-connector.ts'
export {
  createSafeFetch,
  type SafeFetch,
  type SafeFetchOptions,
  type SafeRequest,
  type SafeResponse,
} from './safe-fetch.ts'
export type { StopSignal } from './stop-signal.ts'
export { oldVersions, type OldVersion, type PlainAnswer, type WeakDoor } from './weak-door.ts'
export { decorateFetch, type Decoration } from './decorate-fetch.ts'
export { createEvidenceLog, fetchRecorded, type EvidenceLog, type Exchange } from './evidence.ts'
export { mask, maskBody, maskHeaders, maskUrl } from './mask.ts'
export {
  errorIn,
  isObject,
  type JsonObject,
  type JsonRpcError,
  type JsonRpcRequest,
  type MessageId,
} from './json-rpc.ts'
export { postMessage, requireAnswer, type PostOptions, type PostOutcome } from './post-message.ts'
export type { Answer } from './read-answer.ts'
export type { Era, Opening, OpenOptions, RequestOptions } from './conversation.ts'
export { openServer } from './streamable-http.ts'
export { maxNesting, nestsTooDeep } from './nesting.ts'
export { stringEnd } from './string-end.ts'
export { holdsTooManyValues, mostValues } from './value-count.ts'
export { replyOf, requireResult, type Reply } from './reply.ts'
export { listTools, type ListOptions, type RawTool, type ToolList } from './list-tools.ts'
export {
  encodeHeaderValue,
  metaKeys,
  modernErrors,
  modernHeaders,
  modernParams,
  modernVersion,
  type ClientInfo,
} from './protocol/2026-07-28.ts'
export { headerMark, headerToken, parameterHeaders } from './protocol/parameter-headers.ts'
export { legacyHeaders, legacyVersions, newestLegacyVersion } from './protocol/legacy.ts'
export { readServerSentEvents, type SseEvent } from './sse.ts'
export {
  bearerChallenge,
  parseChallenges,
  type BearerChallenge,
  type Challenge,
} from './oauth/www-authenticate.ts'
export {
  canonicalResource,
  compareResource,
  isSameResource,
  type ResourceMatch,
} from './oauth/resource-indicator.ts'
export type { Attempt, DiscoveryOptions } from './oauth/document.ts'
export {
  findResourceMetadata,
  resourceMetadataUrl,
  type ResourceMetadata,
  type ResourceOutcome,
} from './oauth/protected-resource.ts'
export {
  endpointFault,
  findServerMetadata,
  offersCodeFlow,
  serverMetadataUrls,
  type ServerMetadata,
  type ServerOutcome,
  type UnsafeEndpoint,
} from './oauth/server-metadata.ts'
export {
  deleteClient,
  registerClient,
  type RegisteredClient,
  type RegistrationOutcome,
  type RegistrationRequest,
} from './oauth/registration.ts'
export {
  buildClientMetadataDocument,
  clientIdFault,
  type ClientDescription,
  type ClientMetadataDocument,
} from './oauth/client-metadata-document.ts'
export { authorizationUrl, scopesToAsk, type AuthorizationRequest } from './oauth/authorization-request.ts'
export {
  answerFault,
  readAuthorizationAnswer,
  type AuthorizationAnswer,
  type Returned,
} from './oauth/authorization-response.ts'
export { createPkce, unguessable, type Pkce } from './oauth/pkce.ts'
export {
  requestToken,
  type OAuthClient,
  type TokenOutcome,
  type TokenRequest,
  type Tokens,
} from './oauth/token-request.ts'
export { revokeToken } from './oauth/revocation.ts'
export { discoverAuthorization, type Authorization } from './oauth/discover-authorization.ts'
export { estimateTokens, fitsTokens, type TokenEstimate } from './token-estimate.ts'
