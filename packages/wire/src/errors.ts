/**
 * Everything that can go wrong between us and a stranger. The list is closed: whoever handles a
 * `WireError` can switch over it and the compiler tells when a case is missing.
 */
export type WireErrorCode =
  // before anything is sent
  | 'bad-url'
  | 'bad-request'
  | 'unsupported-scheme'
  | 'insecure-scheme'
  | 'credentials-in-url'
  | 'obscured-host'
  // the address
  | 'dns-failed'
  | 'private-address'
  | 'mixed-addresses'
  // the connection
  | 'connection-refused'
  | 'connection-lost'
  | 'unreachable'
  | 'tls-failed'
  | 'connect-timeout'
  | 'headers-timeout'
  | 'timeout'
  | 'cancelled'
  // the answer
  | 'bad-http'
  | 'body-too-large'
  | 'bad-encoding'
  | 'redirect-refused'
  | 'too-many-redirects'
  | 'not-json'
  // the MCP conversation
  | 'http-status'
  | 'unauthorized'
  | 'rate-limited'
  | 'session-lost'
  | 'wrong-content-type'
  | 'not-json-rpc'
  | 'id-mismatch'
  | 'stream-ended'
  | 'rpc-error'
  | 'unknown-version'
  // authorization discovery and registration
  | 'no-authorization-server'
  | 'bad-resource-metadata'
  | 'resource-mismatch'
  | 'bad-server-metadata'
  | 'issuer-mismatch'
  | 'unsafe-endpoint'
  | 'no-pkce'
  | 'no-code-flow'
  | 'registration-failed'

/** Plain data that explains an error; never a secret. */
export type WireFacts = Readonly<Record<string, unknown>>

/**
 * A stranger's fault, as data. `message` is a sentence for a person (what, where, what to do);
 * `facts` repeats its values for programs. Callers turn it into a finding, an answer or a retry.
 */
export class WireError extends Error {
  override readonly name = 'WireError'
  readonly code: WireErrorCode
  readonly facts: WireFacts

  constructor(code: WireErrorCode, message: string, facts: WireFacts = {}, options?: ErrorOptions) {
    super(message, options)
    this.code = code
    this.facts = facts
  }
}

/** True for a `WireError`, also one that comes from a second copy of this package. */
export function isWireError(error: unknown): error is WireError {
  return error instanceof Error && error.name === 'WireError' && 'code' in error && 'facts' in error
}
