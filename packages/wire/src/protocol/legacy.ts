/** What MCP up to 2025-11-25 needs: a handshake and, if the server wants, a session. @see MCP 2025-11-25 basic/lifecycle */
import type { JsonObject } from '../json-rpc.ts'
import type { ClientInfo } from './2026-07-28.ts'

/** Newest first. */
export const legacyVersions: readonly string[] = ['2025-11-25', '2025-06-18', '2025-03-26', '2024-11-05']

export const newestLegacyVersion = '2025-11-25'

export function initializeParams(
  clientInfo: ClientInfo,
  protocolVersion: string,
  capabilities: JsonObject = {},
): JsonObject {
  return { protocolVersion, capabilities, clientInfo }
}

/** Headers of every message after `initialize`. */
export function legacyHeaders(
  protocolVersion: string,
  sessionId: string | undefined,
): Record<string, string> {
  return {
    'mcp-protocol-version': protocolVersion,
    ...(sessionId !== undefined && { 'mcp-session-id': sessionId }),
  }
}
