import type { WireError } from '@connectory/wire'
import { classify } from '../monitoring/index.ts'
import type { PageLook } from './look-at-page.ts'

const unsafe: ReadonlySet<string> = new Set([
  'insecure-scheme',
  'private-address',
  'mixed-addresses',
  'credentials-in-url',
])

/** What a fetch that failed says of what it was to fetch. */
export function failureOf(error: WireError): PageLook {
  const state = classify(error)
  if (unsafe.has(error.code)) return { seen: { outcome: 'not-safe' }, state: 'ok' }
  if (error.code === 'body-too-large') return { seen: { outcome: 'not-a-document' }, state: 'ok' }
  if (state === 'rate-limited') return { seen: { outcome: 'could-not-look' }, state }
  if (state === 'tls' && /CERT|UNABLE_TO_/.test(String(error.facts['reason']))) {
    return { seen: { outcome: 'untrusted' }, state: 'ok' }
  }
  return { seen: { outcome: 'silent' }, state }
}
