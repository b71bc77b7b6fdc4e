import { fetchRecorded, isWireError } from '@connectory/wire'
import { isSafeUrl } from './document.ts'
import { couldNotLook, seen, type Looked } from './evidence.ts'
import type { DocumentFacts } from './facts.ts'
import { countWords, pageText } from './page-text.ts'
import type { Visit } from './visit.ts'

export interface Page {
  readonly document: DocumentFacts
  /** As it was sent; absent for what is no text. */
  readonly source?: string
  /** What it says, without markup. */
  readonly text?: string
}

/** Fetches a page without cookies; an address that is named twice is fetched once. */
export type Pages = (url: string, step: string) => Promise<Page>

const MOST_REDIRECTS = 3

export function createPages(visit: Visit): Pages {
  const known = new Map<string, Promise<Page>>()
  return (url, step) => {
    const already = known.get(url)
    if (already) return already
    const page = fetchPage(visit, url, step)
    known.set(url, page)
    return page
  }
}

/** A page that did not answer could not be looked at. */
export function documentOf({ document }: Page): Looked<DocumentFacts> {
  return document.problem === undefined
    ? seen(document)
    : couldNotLook('step-failed', { problem: document.problem })
}

/** Redirects may leave the host, each hop is checked anew. */
async function fetchPage(visit: Visit, start: string, step: string): Promise<Page> {
  if (!isSafeUrl(start, visit.fetch.allowLoopback)) return { document: { url: start } }
  let finalUrl = start
  try {
    for (let hop = 0; hop <= MOST_REDIRECTS; hop += 1) {
      const { response, text } = await fetchRecorded(finalUrl, {
        ...requestOf(visit),
        step,
        headers: { accept: 'text/html, text/plain, application/pdf;q=0.9' },
        maxBytes: 4 * 1024 * 1024,
      })
      const location = response.headers.get('location')
      const moves = response.status >= 300 && response.status < 400 && location !== null
      if (!moves || !URL.canParse(location, finalUrl)) return readPage(start, finalUrl, response, text)
      finalUrl = new URL(location, finalUrl).href
    }
    const problem = `${start} redirects more than ${MOST_REDIRECTS} times.`
    return { document: { url: start, finalUrl, problem } }
  } catch (error) {
    if (!isWireError(error)) throw error
    return { document: { url: start, finalUrl, problem: error.message } }
  }
}

function readPage(
  url: string,
  finalUrl: string,
  response: { readonly status: number; readonly headers: Headers },
  source: string,
): Page {
  const { status } = response
  const contentType = response.headers.get('content-type') ?? ''
  if (contentType.startsWith('application/pdf')) return { document: { url, finalUrl, status, contentType } }
  const isMarkup = /html/i.test(contentType) || /^\s*</.test(source)
  const { text, passwordField } = isMarkup ? pageText(source) : { text: source, passwordField: false }
  const words = countWords(text)
  const loginPath = finalUrl !== url && /\/(log-?in|sign-?in|sso|auth)\b/i.test(new URL(finalUrl).pathname)
  const loginForm = passwordField || loginPath
  return { source, text, document: { url, finalUrl, status, contentType, words, loginForm } }
}

/** What every fetch of a publisher's document has. */
export function requestOf({ fetch, log, signal }: Visit) {
  return { fetch, evidence: log, signal, timeoutMs: 15_000 }
}
