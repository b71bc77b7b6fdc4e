import type { ReadHeaders } from './arrival.ts'
import type { Era } from '../telemetry/index.ts'

const passed: ReadonlySet<string> = new Set(['mcp-protocol-version', 'last-event-id'])
const passedModern: ReadonlySet<string> = new Set(['mcp-protocol-version', 'mcp-method', 'mcp-name'])

/**
 * The caller's headers that a server gets: those that the protocol needs and no others (FAQ 1). `Mcp-Param-*` repeat
 * parameters of the tool, untouched.
 */
export function upstreamHeaders(caller: ReadHeaders, era: Era): Record<string, string> {
  const headers: Record<string, string> = { accept: 'application/json, text/event-stream' }
  for (const [name, value] of caller) {
    const param = era === 'modern' && /^mcp-param-[a-z0-9_.-]+$/.test(name)
    if (param || (era === 'modern' ? passedModern : passed).has(name)) headers[name] = value
  }
  return headers
}
