import type { Json, JsonObject } from './content.ts'

/** An HTTP answer before it is sent. A string body is sent as UTF-8. */
export interface Reply {
  status: number
  headers: Record<string, string>
  body: string | Buffer
}

export function jsonReply(status: number, value: Json): Reply {
  return { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(value) }
}

export function plainReply(status: number, text: string): Reply {
  return { status, headers: { 'content-type': 'text/plain; charset=utf-8' }, body: `${text}\n` }
}

/** A JSON-RPC error as an HTTP answer. */
export function refusal(
  status: number,
  id: Json | undefined,
  code: number,
  message: string,
  data?: JsonObject,
): Reply {
  const error = { code, message, ...(data ? { data } : {}) }
  return jsonReply(status, { jsonrpc: '2.0', id: id ?? null, error })
}

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A value as a sentence quotes it. */
export function quoted(value: Json | undefined): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? 'nothing')
}
