import { legacyHeaders, modernHeaders, modernParams, newestLegacyVersion } from '@connectory/wire'
import { clientInfo } from './openings.ts'

/** The conversation that a message belongs to. */
export type Manner =
  | { readonly era: 'modern' }
  | { readonly era: 'legacy'; readonly version: string; readonly session?: string }

export interface OddMessage {
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

const kinds = { accept: 'application/json, text/event-stream', 'content-type': 'application/json' } as const

type Params = Readonly<Record<string, unknown>>

/** A well-formed request; what is odd about it is for the caller to change. */
export function requestMessage(
  manner: Manner,
  method: string,
  params: Params = {},
  info: typeof clientInfo | { readonly name: string; readonly version: string } = clientInfo,
): OddMessage {
  if (manner.era === 'modern') {
    const full = modernParams(params, info)
    return { headers: { ...kinds, ...modernHeaders(method, full) }, body: rpc(method, full) }
  }
  return {
    headers: { ...kinds, ...legacyHeaders(manner.version, manner.session) },
    body: rpc(method, params),
  }
}

/** initialize as a client before 2026-07-28 sends it. */
export function initializeMessage(
  info: { readonly name: string; readonly version: string } = clientInfo,
): OddMessage {
  const params = { protocolVersion: newestLegacyVersion, capabilities: {}, clientInfo: info }
  return { headers: kinds, body: rpc('initialize', params) }
}

/** The request that costs a server least in this era. */
export function lightMessage(manner: Manner, params: Params = {}): OddMessage {
  return requestMessage(manner, manner.era === 'modern' ? 'server/discover' : 'ping', params)
}

function rpc(method: string, params: Params): string {
  return JSON.stringify({ jsonrpc: '2.0', id: 1, method, params })
}
