import { isWireError, WireError, type WireErrorCode } from './errors.ts'

/** What Node, TLS and undici say when a connection fails, in our words. */
const sayings: Readonly<Record<string, readonly [WireErrorCode, string]>> = {
  ECONNREFUSED: [
    'connection-refused',
    'refuses the connection. Check that the server runs and listens on this port.',
  ],
  ECONNRESET: [
    'connection-lost',
    'closed the connection before the answer was complete. Try again, then look into its log.',
  ],
  EPIPE: [
    'connection-lost',
    'closed the connection while the request was sent. Try again, then look into its log.',
  ],
  UND_ERR_SOCKET: [
    'connection-lost',
    'closed the connection before the answer was complete. Try again, then look into its log.',
  ],
  UND_ERR_CONNECT_TIMEOUT: ['connect-timeout', 'did not accept the connection in time. Check its firewall.'],
  ETIMEDOUT: ['connect-timeout', 'did not accept the connection in time. Check its firewall.'],
  EHOSTUNREACH: ['unreachable', 'cannot be reached from here. Check its address and firewall.'],
  ENETUNREACH: ['unreachable', 'cannot be reached from here. Check its address and firewall.'],
  EADDRNOTAVAIL: ['unreachable', 'cannot be reached from here. Check its address and firewall.'],
  UND_ERR_HEADERS_OVERFLOW: ['bad-http', 'sends more than 16 KiB of headers. Send fewer.'],
  UND_ERR_INVALID_ARG: ['bad-request', 'cannot be asked this way: a header or the method is malformed.'],
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: [
    'bad-http',
    'announces another content-length than it sends. Correct the header.',
  ],
  ERR_TLS_CERT_ALTNAME_INVALID: [
    'tls-failed',
    'shows a certificate for another name. Install one that names this host.',
  ],
  CERT_HAS_EXPIRED: ['tls-failed', 'shows a certificate that has expired. Renew it.'],
  CERT_NOT_YET_VALID: ['tls-failed', 'shows a certificate that is not valid yet. Check its dates.'],
  DEPTH_ZERO_SELF_SIGNED_CERT: ['tls-failed', 'shows a self-signed certificate. Use a publicly trusted one.'],
  SELF_SIGNED_CERT_IN_CHAIN: [
    'tls-failed',
    'shows a certificate from an authority that is not publicly trusted. Use a trusted one.',
  ],
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: [
    'tls-failed',
    'shows a certificate from an unknown authority. Use a trusted one.',
  ],
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: [
    'tls-failed',
    'does not send its intermediate certificates. Install the full chain.',
  ],
}

/** The `WireError` for whatever broke the exchange with `url`. */
export function explainFailure(error: unknown, url: URL): WireError {
  if (isWireError(error)) return error
  const inner = innermost(error)
  if (isWireError(inner)) return inner
  const code = codeOf(inner)
  const facts = { url: url.href, host: url.host, reason: code }
  const options = { cause: error }
  const known = sayings[code]
  if (known !== undefined) return new WireError(known[0], `${url.host} ${known[1]}`, facts, options)
  if (code.startsWith('HPE_')) {
    return new WireError('bad-http', `${url.host} does not answer in HTTP/1.1 (${code}).`, facts, options)
  }
  if (code.startsWith('Z_') || code.startsWith('ERR__ERROR_FORMAT') || code.startsWith('ERR_PADDING')) {
    return new WireError(
      'bad-encoding',
      `The compressed answer of ${url.host} is damaged (${code}).`,
      facts,
      options,
    )
  }
  if (/^ERR_(?:SSL|TLS)_|^EPROTO$|CERT|^UNABLE_TO_/.test(code)) {
    return new WireError(
      'tls-failed',
      `No secure connection to ${url.host} (${code}). Check its TLS set-up.`,
      facts,
      options,
    )
  }
  return new WireError(
    'connection-lost',
    `The exchange with ${url.host} broke off (${code}). Try again.`,
    facts,
    options,
  )
}

/** Happy-eyeballs wraps one error per address; the first one speaks. */
function innermost(error: unknown): unknown {
  if (error instanceof AggregateError && error.errors.length > 0) return innermost(error.errors[0])
  if (error instanceof Error && codeOf(error) === 'unknown' && error.cause !== undefined)
    return innermost(error.cause)
  return error
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'unknown'
}
