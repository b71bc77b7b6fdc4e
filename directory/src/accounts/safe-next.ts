import { href } from '../web/index.ts'
import type { Language } from '../kernel/index.ts'

const nowhere = 'http://nowhere.invalid'

/**
 * Where a form may send the reader afterwards: a path of ours, never another origin. Backslashes, control characters
 * and protocol-relative addresses fall back to `fallback`, because browsers read them as other hosts.
 */
export function safeNext(next: string | undefined, fallback: string): string {
  if (next === undefined || next.length > 2000 || !next.startsWith('/')) return fallback
  // oxlint-disable-next-line no-control-regex -- control characters are what is refused
  if (/[\\\u0000-\u0020\u007f]/.test(next) || !URL.canParse(next, nowhere)) return fallback
  const url = new URL(next, nowhere)
  return url.origin === nowhere && !url.pathname.startsWith('//') ? url.pathname + url.search : fallback
}

/** The sign-in page that leads back to `next` (a path of ours, with its language). */
export function signInPath(language: Language, next: string): string {
  return `${href(language, '/sign-in')}?next=${encodeURIComponent(next)}`
}
