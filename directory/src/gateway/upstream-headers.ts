import type { ReadHeaders } from './arrival.ts'
import type { Era } from '../telemetry/index.ts'

const passed: Readonly<Record<Era, readonly string[]>> = {
  legacy: ['mcp-protocol-version', 'last-event-id'],
  modern: ['mcp-protocol-version', 'mcp-method', 'mcp-name'],
}

/**
 * The caller's headers that a server gets: those that the protocol needs and no others (FAQ 1). `Mcp-Param-*` repeat
 * parameters of the tool, untouched.
 */
export function upstreamHeaders(caller: ReadHeaders, era: Era): Record<string, string> {
  const headers: Record<string, string> = { accept: 'application/json, text/event-stream' }
  for (const name of passed[era]) {
    const value = caller.get(name)
    if (value !== null) headers[name] = value
  }
  if (era === 'legacy') return headers
  for (const name of caller.keys()) {
    // Nearly no header is one of these.
    if (name.startsWith('mcp-param-') && /^mcp-param-[a-z0-9_.-]+$/.test(name))
      headers[name] = caller.get(name) ?? ''
  }
  return headers
}
