import { isIP, isIPv4 } from 'node:net'
import { judgeAddress } from '@connectory/wire'

/** What is wrong with an address that a publisher typed; each has a sentence in the catalogue. */
export type UrlFault = 'malformed' | 'not-https' | 'credentials' | 'private' | 'obscured'

export type JudgedUrl = { readonly url: string } | { readonly fault: UrlFault }

/**
 * Judges an address before anything is fetched: what can be seen from its text alone. What its name resolves to is
 * judged when it is dialled, by wire's guarded fetch.
 */
export function judgePublicUrl(text: string, { allowLoopback }: { allowLoopback: boolean }): JudgedUrl {
  if (!URL.canParse(text)) return { fault: 'malformed' }
  const url = new URL(text)
  if (url.hostname === '') return { fault: 'malformed' }
  const loopback = allowLoopback && hostKind(url) === 'loopback'
  if (url.protocol !== 'https:' && !(loopback && url.protocol === 'http:')) return { fault: 'not-https' }
  if (url.username !== '' || url.password !== '') return { fault: 'credentials' }
  // "https://2130706433/" and "https://0177.0.0.1/": the parser sees an IP address that a reader would not.
  if (isIPv4(url.hostname) && !text.includes(url.hostname)) return { fault: 'obscured' }
  if (!loopback && hostKind(url) !== 'public') return { fault: 'private' }
  url.hash = ''
  return { url: url.href }
}

function hostKind({ hostname }: URL): 'public' | 'loopback' | 'refused' {
  const host = hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '')
  if (isIP(host) !== 0) return judgeAddress(host).kind
  if (host === 'localhost' || host.endsWith('.localhost')) return 'loopback'
  const inside = !host.includes('.') || /\.(local|internal|lan|home\.arpa|intranet|corp|home)$/.test(host)
  return inside ? 'refused' : 'public'
}
