/**
 * wire: how we talk to servers that strangers run. A guarded fetch (the only door to their addresses), a raw
 * MCP client for both eras that hides nothing, OAuth discovery with one file per RFC, and the evidence of
 * every exchange with its secrets masked. No opinion about what it sees (that is the checker), no database,
 * no clock of its own.
 */
export { isWireError, WireError, type WireErrorCode, type WireFacts } from './errors.ts'
export { judgeAddress, type AddressKind, type AddressVerdict } from './address.ts'
export type { ConnectionFacts, Resolve, TlsFacts } from './guarded-connector.ts'
export {
  createSafeFetch,
  type SafeFetch,
  type SafeFetchOptions,
  type SafeRequest,
  type SafeResponse,
} from './safe-fetch.ts'
