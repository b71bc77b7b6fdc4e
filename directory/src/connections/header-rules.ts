/** Why a header may not be shared; each has a sentence `headers.fault.<code>`. */
export type HeaderFault =
  | 'no-name'
  | 'bad-name'
  | 'hop-by-hop'
  | 'protocol'
  | 'browser'
  | 'no-value'
  | 'bad-value'
  | 'too-many'

export const mostHeaders = 5
const longestName = 100
const longestValue = 4_000

/** About one connection, not about the message. @see RFC 9110 section 7.6.1 */
const hopByHop: ReadonlySet<string> = new Set([
  'connection',
  'content-length',
  'expect',
  'host',
  'keep-alive',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
])

/** What we say of each message; another value would make it another message. */
const protocol: ReadonlySet<string> = new Set([
  'accept',
  'accept-encoding',
  'content-encoding',
  'content-type',
  'date',
  'last-event-id',
  'range',
  'user-agent',
])

/** What browsers and proxies say of who asks and from where: nobody speaks in their name. */
const browser: ReadonlySet<string> = new Set([
  'cookie',
  'forwarded',
  'origin',
  'referer',
  'set-cookie',
  'true-client-ip',
  'via',
  'x-real-ip',
])

/** Undefined when a header of this name may be shared. `Authorization` may: it is sent where no login gives a token. */
export function nameFault(name: string): HeaderFault | undefined {
  const lower = name.toLowerCase()
  if (lower === '') return 'no-name'
  if (lower.length > longestName || !/^[a-z0-9!#$%&'*+.^_`|~-]+$/.test(lower)) return 'bad-name'
  if (hopByHop.has(lower) || lower.startsWith('proxy-')) return 'hop-by-hop'
  if (protocol.has(lower) || lower.startsWith('mcp-')) return 'protocol'
  if (browser.has(lower) || /^(sec-|x-forwarded-|access-control-)/.test(lower)) return 'browser'
  return undefined
}

/** Printable ASCII, so that it arrives as it was typed. */
export function valueFault(value: string): HeaderFault | undefined {
  if (value === '') return 'no-value'
  return value.length <= longestValue && /^[\x20-\x7e]+$/.test(value) ? undefined : 'bad-value'
}
