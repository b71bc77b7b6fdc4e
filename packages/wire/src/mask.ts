/** What stands in evidence where a secret was. */
export const mask = '[masked]'

const secretHeaders: ReadonlySet<string> = new Set(['cookie', 'set-cookie', 'mcp-session-id'])
const secretHeaderName = /token|secret|api-?key|password|signature/i
const credentialHeaders: ReadonlySet<string> = new Set(['authorization', 'proxy-authorization'])

/** Names of fields whose values are secrets: OAuth (RFC 6749, 7591, 7636, 8693), then habits of servers. */
const secretNames = [
  'access_token',
  'refresh_token',
  'id_token',
  'registration_access_token',
  'subject_token',
  'actor_token',
  'client_secret',
  'client_assertion',
  'assertion',
  'code_verifier',
  'device_code',
  'password',
  'passwd',
  'api[-_]?key',
  'user[-_]?token',
  'auth[-_]?token',
  'session[-_]?token',
  'private[-_]?key',
  'token',
  'secret',
]
/** Secret in a form or a query only: in JSON `code` is an error's number or a snippet of text, `key` an object's. */
const formNames = [...secretNames, 'code', 'state', 'key', 'sig', 'signature', 'authorization']

const inJson = new RegExp(`("(?:${secretNames.join('|')})"\\s*:\\s*")(?:[^"\\\\]|\\\\.)*`, 'gi')
const inQuotedJson = new RegExp(`(\\\\"(?:${secretNames.join('|')})\\\\"\\s*:\\s*\\\\")[^"\\\\]*`, 'gi')
const oauthCode = /("code"\s*:\s*")(?:[^"\\]|\\.)*/gi
const inForm = new RegExp(`((?:^|[?&;])(?:${formNames.join('|')})=)[^&#\\s"'<>]*`, 'gi')
/** Twenty and then any number: `{20,}` exhausts the stack of the regular expression on a value of megabytes. */
const bearer = /\b(Bearer|DPoP|Basic) +[\w.~+/=-]{20}[\w.~+/=-]*/gi

/** Header values with credentials replaced; the scheme of Authorization stays, it is evidence. */
export function maskHeaders(headers: Headers | Readonly<Record<string, string>>): Record<string, string> {
  const masked: Record<string, string> = {}
  for (const [name, value] of headers instanceof Headers ? headers : Object.entries(headers)) {
    const key = name.toLowerCase()
    if (credentialHeaders.has(key))
      masked[key] = value.replace(/^(\S+)\s.*$|^\S+$/s, (_all, scheme?: string) =>
        scheme ? `${scheme} ${mask}` : mask,
      )
    else if (secretHeaders.has(key) || secretHeaderName.test(key)) masked[key] = mask
    else
      masked[key] =
        key === 'location' || key === 'referer' ? maskUrl(value) : value.replace(bearer, `$1 ${mask}`)
  }
  return masked
}

/** A URL (or any text with a query) without the values of secret parameters and without userinfo. */
export function maskUrl(url: string): string {
  return url.replace(/^([a-z][a-z\d+.-]*:\/\/)[^/?#@]*@/i, `$1${mask}@`).replace(inForm, `$1${mask}`)
}

/**
 * A body without tokens, secrets, codes and verifiers, otherwise byte by byte as it was: JSON, JSON quoted
 * inside JSON, and forms. Linear in its length.
 */
export function maskBody(body: string): string {
  const jsonRpc = /"jsonrpc"\s*:/.test(body.slice(0, 4096)) || body.slice(0, 4096).includes('data:')
  const json = body
    .replace(inJson, `$1${mask}`)
    .replace(inQuotedJson, `$1${mask}`)
    .replace(bearer, `$1 ${mask}`)
  const looksLikeForm = /^[\w.-]+=/.test(json)
  const form = looksLikeForm
    ? json.replace(inForm, `$1${mask}`)
    : json.replace(/https?:\/\/[^\s"'<>\\]+/g, maskUrl)
  return jsonRpc ? form : form.replace(oauthCode, `$1${mask}`)
}
