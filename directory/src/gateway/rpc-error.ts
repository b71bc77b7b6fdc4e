import type { CallStatus } from '../telemetry/index.ts'

/** JSON-RPC and MCP codes that this gateway answers with. @see MCP 2026-07-28 basic, JSON-RPC 2.0 section 5.1 */
export const codes = {
  parse: -32700,
  invalidRequest: -32600,
  methodNotFound: -32601,
  invalidParams: -32602,
  internal: -32603,
  /** Of older versions. */
  resourceNotFound: -32002,
  headerMismatch: -32020,
  missingCapability: -32021,
  unsupportedVersion: -32022,
  /** Ours, from the range that JSON-RPC leaves to servers. `data.connectUrl` says where to connect. */
  notConnected: -32010,
  upstreamTimeout: -32011,
  upstreamFault: -32012,
  notTranslated: -32013,
  tooLarge: -32014,
  rateLimited: -32015,
  upstreamBusy: -32016,
  stopped: -32017,
  toolChanged: -32018,
  toolBlocked: -32019,
} as const

export type RpcId = string | number | null

export interface RpcError {
  readonly code: number
  readonly message: string
  readonly data?: unknown
}

/** A call that does not get its answer: the HTTP status, the error to answer with, and what the record says of it. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly status: number
  readonly error: RpcError
  readonly outcome: CallStatus

  constructor(
    status: number,
    code: number,
    message: string,
    data?: unknown,
    outcome: CallStatus = 'refused',
  ) {
    super(message)
    this.status = status
    this.outcome = outcome
    this.error = { code, message, ...(data !== undefined && { data }) }
  }
}

/** The server behind the gateway failed: an answer like any other to the client, an error to the one who reads it. */
export function upstreamFault(message: string, data?: unknown): Refusal {
  return new Refusal(200, codes.upstreamFault, message, data, 'upstream-error')
}

export function errorMessage(id: RpcId, error: RpcError): string {
  return JSON.stringify({ jsonrpc: '2.0', id, error })
}

export function errorResponse(refusal: Refusal, id: RpcId): Response {
  return new Response(errorMessage(id, refusal.error), {
    status: refusal.status,
    headers: { 'content-type': 'application/json' },
  })
}
