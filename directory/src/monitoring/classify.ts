import { isWireError, type WireErrorCode } from '@connectory/wire'
import type { LookState } from './model.ts'

const byCode: Partial<Record<WireErrorCode, LookState>> = {
  'dns-failed': 'dns',
  'private-address': 'dns',
  'mixed-addresses': 'dns',
  'tls-failed': 'tls',
  'connection-refused': 'no-connection',
  'connection-lost': 'no-connection',
  unreachable: 'no-connection',
  'connect-timeout': 'time-out',
  'headers-timeout': 'time-out',
  timeout: 'time-out',
  unauthorized: 'auth-gated',
  'rate-limited': 'rate-limited',
  'redirect-refused': 'wrong-transport',
  'wrong-content-type': 'not-mcp',
  'not-json': 'not-mcp',
  'not-json-rpc': 'not-mcp',
  'id-mismatch': 'not-mcp',
  'stream-ended': 'not-mcp',
  'unknown-version': 'not-mcp',
}

/** What a failed look says of the server. A fault of ours is thrown on: it says nothing of anybody. */
export function classify(error: unknown): LookState {
  if (!isWireError(error)) throw error
  const status = Number(error.facts['status'])
  if (status >= 500) return '5xx'
  // An endpoint that does not take POST speaks the transport of 2024, or none.
  if (status === 405) return 'wrong-transport'
  const named = byCode[error.code]
  if (named !== undefined) return named
  if (status >= 400) return '4xx'
  return 'unknown'
}
