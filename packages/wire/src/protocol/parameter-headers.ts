import { isObject } from '../json-rpc.ts'
import { encodeHeaderValue } from './2026-07-28.ts'

/** Where a schema names the header that repeats an argument. @see MCP 2026-07-28, basic/transports/streamable-http */
export const headerMark = 'x-mcp-header'

/** What may stand in the name of a header. @see RFC 9110 section 5.6.2 */
export const headerToken = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/

/**
 * The headers in which a call repeats its arguments: those that only `properties` lead to, and that are there. What no
 * header can carry is left out, as a client leaves it out.
 */
export function parameterHeaders(schema: unknown, input: unknown): Record<string, string> {
  if (!isObject(schema) || !isObject(schema['properties']) || !isObject(input)) return {}
  const headers: Record<string, string> = {}
  for (const [name, child] of Object.entries(schema['properties'])) {
    if (!isObject(child) || !Object.hasOwn(input, name)) continue
    const { [name]: value } = input
    const { [headerMark]: header } = child
    const text = textOf(value)
    if (typeof header === 'string' && headerToken.test(header) && text !== undefined)
      headers[`mcp-param-${header.toLowerCase()}`] = encodeHeaderValue(text)
    Object.assign(headers, parameterHeaders(child, value))
  }
  return headers
}

function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value
  if (typeof value === 'boolean') return String(value)
  return typeof value === 'number' && Number.isSafeInteger(value) ? String(value) : undefined
}
