/** What MCP 2026-07-28 adds to a request. @see MCP 2026-07-28 basic/index, basic/transports/streamable-http */
import type { JsonObject } from '../json-rpc.ts'

export const modernVersion = '2026-07-28'

export const metaKeys = {
  protocolVersion: 'io.modelcontextprotocol/protocolVersion',
  clientCapabilities: 'io.modelcontextprotocol/clientCapabilities',
  clientInfo: 'io.modelcontextprotocol/clientInfo',
  serverInfo: 'io.modelcontextprotocol/serverInfo',
} as const

/** Error codes that only a modern server sends. */
export const modernErrors = {
  headerMismatch: -32020,
  missingCapability: -32021,
  unsupportedVersion: -32022,
} as const

export interface ClientInfo {
  readonly name: string
  readonly version: string
}

/** Params with the required `_meta`; keys that the caller set already are kept. */
export function modernParams(
  params: JsonObject,
  clientInfo: ClientInfo,
  capabilities: JsonObject = {},
): JsonObject {
  const given = params['_meta']
  return {
    ...params,
    _meta: {
      [metaKeys.protocolVersion]: modernVersion,
      [metaKeys.clientCapabilities]: capabilities,
      [metaKeys.clientInfo]: clientInfo,
      ...(typeof given === 'object' && given !== null && given),
    },
  }
}

/** The headers that must repeat what the body says, else the server answers 400 and -32020. */
export function modernHeaders(method: string, params: JsonObject): Record<string, string> {
  const name = method === 'resources/read' ? params['uri'] : params['name']
  const named = method === 'tools/call' || method === 'prompts/get' || method === 'resources/read'
  return {
    'mcp-protocol-version': modernVersion,
    'mcp-method': method,
    ...(named && typeof name === 'string' && { 'mcp-name': encodeHeaderValue(name) }),
  }
}

/** Visible ASCII goes as it is; everything else as =?base64?…?= of its UTF-8. */
export function encodeHeaderValue(value: string): string {
  const plain = /^[\u0021-\u007e](?:[\u0020-\u007e]*[\u0021-\u007e])?$/.test(value)
  if (plain && !(value.startsWith('=?base64?') && value.endsWith('?='))) return value
  return `=?base64?${Buffer.from(value, 'utf8').toString('base64')}?=`
}
