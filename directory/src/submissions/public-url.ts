import { isIP } from 'node:net'
import { checkUrl, isWireError, judgeAddress, type WireErrorCode } from '@connectory/wire'

/** What is wrong with an address that a publisher typed; each has a sentence in the catalogue. */
export type UrlFault = 'malformed' | 'not-https' | 'credentials' | 'private' | 'obscured'

export type JudgedUrl = { readonly url: string } | { readonly fault: UrlFault }

const faultOf: Partial<Record<WireErrorCode, UrlFault>> = {
  'bad-url': 'malformed',
  'unsupported-scheme': 'not-https',
  'insecure-scheme': 'not-https',
  'credentials-in-url': 'credentials',
  'obscured-host': 'obscured',
}

/**
 * Judges an address before anything is fetched: what can be seen from its text alone, by the rules of wire's guarded
 * fetch and by what its name promises. What the name resolves to is judged when it is dialled.
 */
export function judgePublicUrl(text: string, { allowLoopback }: { allowLoopback: boolean }): JudgedUrl {
  try {
    const url = checkUrl(text, allowLoopback)
    const kind = hostKind(url)
    const loopback = allowLoopback && kind === 'loopback'
    if (url.protocol !== 'https:' && !loopback) return { fault: 'not-https' }
    return kind === 'public' || loopback ? { url: url.href } : { fault: 'private' }
  } catch (error) {
    const fault = isWireError(error) ? faultOf[error.code] : undefined
    if (fault === undefined) throw error
    return { fault }
  }
}

/** Whether an address in this text has a user name or a password; it may stand among others, or in a sentence. */
export function carriesCredentials(text: string): boolean {
  return text.split(/\s+/).some((word) => {
    const url = URL.parse(word)
    return url !== null && (url.username !== '' || url.password !== '')
  })
}

function hostKind({ hostname }: URL): 'public' | 'loopback' | 'refused' {
  const host = hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '')
  if (isIP(host) !== 0) return judgeAddress(host).kind
  if (host === 'localhost' || host.endsWith('.localhost')) return 'loopback'
  const inside = !host.includes('.') || /\.(local|internal|lan|home\.arpa|intranet|corp|home)$/.test(host)
  return inside ? 'refused' : 'public'
}
