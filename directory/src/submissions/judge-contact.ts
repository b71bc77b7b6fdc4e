import { judgePublicUrl, type UrlFault } from './public-url.ts'

export type JudgedContact = { readonly contact: string } | { readonly fault: UrlFault | 'not-a-contact' }

const email = /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/

/** A page or an e-mail address. */
export function judgeContact(text: string, options: { allowLoopback: boolean }): JudgedContact {
  if (email.test(text) && text.length <= 254) return { contact: text }
  const judged = judgePublicUrl(text, options)
  if ('url' in judged) return { contact: judged.url }
  return { fault: judged.fault === 'malformed' ? 'not-a-contact' : judged.fault }
}
