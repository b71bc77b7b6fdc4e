/** JSON-RPC 2.0 as MCP uses it. Everything a server says stays `unknown` until somebody looks at it. */
export type JsonObject = Readonly<Record<string, unknown>>

export type MessageId = number | string

export interface JsonRpcRequest {
  readonly jsonrpc: '2.0'
  /** Absent in a notification. */
  readonly id?: MessageId
  readonly method: string
  readonly params?: JsonObject
}

export interface JsonRpcError {
  readonly code: number
  readonly message: string
  readonly data?: unknown
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The error member of a message when it has the right shape, with a missing text made up for. */
export function errorIn(message: JsonObject): JsonRpcError | undefined {
  const error = message['error']
  if (!isObject(error)) return undefined
  const { code, message: text, data } = error
  return {
    code: typeof code === 'number' ? code : 0,
    message: typeof text === 'string' ? text : '',
    ...(data !== undefined && { data }),
  }
}
