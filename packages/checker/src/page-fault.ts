import { isSafeUrl } from './evidence/document.ts'
import type { DocumentFacts } from './evidence/facts.ts'

/** What is wrong with a page that a publisher names, or undefined. `unreachable` is not the page's fault. */
export function pageFault(
  page: DocumentFacts,
  loopback: boolean,
): 'not-https' | 'status' | 'login' | 'unreachable' | undefined {
  const safe = isSafeUrl(page.url, loopback) && isSafeUrl(page.finalUrl ?? page.url, loopback)
  if (!safe) return 'not-https'
  if (page.status === undefined || page.status >= 500 || page.status === 429) return 'unreachable'
  if (page.status === 401 || page.status === 403 || page.loginForm) return 'login'
  return page.status === 200 ? undefined : 'status'
}
