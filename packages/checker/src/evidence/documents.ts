import { fetchRecorded, isWireError } from '@connectory/wire'
import type { SubmissionFacts } from '../check.ts'
import { couldNotLook, notRequested, seen, type Looked } from './evidence.ts'
import { isSafeUrl } from './document.ts'
import type { DocumentFacts, SecurityContactFacts, SupportFacts } from './facts.ts'
import { countWords, pageText } from './page-text.ts'
import type { Visit } from './visit.ts'

export interface DocumentParts {
  readonly privacyPolicy: Looked<DocumentFacts>
  readonly support: Looked<SupportFacts>
  readonly securityContact: Looked<SecurityContactFacts>
}

const MOST_REDIRECTS = 3

/** Fetches what the publisher names. Without a submission nothing is fetched. */
export async function collectDocuments(visit: Visit, submission?: SubmissionFacts): Promise<DocumentParts> {
  if (!submission) {
    const missing = notRequested('no-submission')
    return { privacyPolicy: missing, support: missing, securityContact: missing }
  }
  const { privacyPolicyUrl, support = '', securityContact } = submission
  return {
    privacyPolicy: privacyPolicyUrl ? await policyOf(visit, privacyPolicyUrl) : seen({ url: '' }),
    support: await supportOf(visit, support.trim()),
    securityContact: await securityContactOf(visit, securityContact?.trim()),
  }
}

async function policyOf(visit: Visit, url: string): Promise<Looked<DocumentFacts>> {
  const document = await fetchPage(visit, url, 'privacy policy')
  return document.problem === undefined
    ? seen(document)
    : couldNotLook('step-failed', { problem: document.problem })
}

async function supportOf(visit: Visit, support: string): Promise<Looked<SupportFacts>> {
  if (support === '') return seen({ kind: 'none' })
  if (!/^https?:/i.test(support)) {
    const address = support.replace(/^mailto:/i, '')
    return seen({ kind: 'email', address, wellFormed: isMailAddress(address) })
  }
  const document = await fetchPage(visit, support, 'support page')
  if (document.problem !== undefined) return couldNotLook('step-failed', { problem: document.problem })
  return seen({ kind: 'page', document })
}

async function securityContactOf(visit: Visit, field?: string): Promise<Looked<SecurityContactFacts>> {
  const given = field === undefined || field === '' ? {} : { field }
  const fieldUsable = given.field !== undefined && isContact(given.field)
  if (fieldUsable) return seen({ ...given, fieldUsable })
  const url = new URL('/.well-known/security.txt', visit.url).href
  try {
    const { response, text } = await fetchRecorded(url, {
      ...request(visit),
      step: 'security.txt',
      maxBytes: 64 * 1024,
      redirects: MOST_REDIRECTS,
    })
    const contact = response.status === 200 ? /^contact:[ \t]*(\S+)/im.exec(text)?.[1] : undefined
    const securityTxt = { url, status: response.status, ...(contact === undefined ? {} : { contact }) }
    return seen({ ...given, fieldUsable, securityTxt })
  } catch (error) {
    if (!isWireError(error)) throw error
    return couldNotLook('step-failed', { problem: error.message })
  }
}

/** The page without cookies; redirects may leave the host, each hop is checked anew. */
async function fetchPage(visit: Visit, start: string, step: string): Promise<DocumentFacts> {
  if (!isSafeUrl(start, visit.fetch.allowLoopback)) return { url: start }
  let finalUrl = start
  try {
    for (let hop = 0; hop <= MOST_REDIRECTS; hop += 1) {
      const { response, text } = await fetchRecorded(finalUrl, {
        ...request(visit),
        step,
        headers: { accept: 'text/html, text/plain, application/pdf;q=0.9' },
        maxBytes: 4 * 1024 * 1024,
      })
      const location = response.headers.get('location')
      const moves = response.status >= 300 && response.status < 400 && location !== null
      if (!moves || !URL.canParse(location, finalUrl)) return readPage(start, finalUrl, response, text)
      finalUrl = new URL(location, finalUrl).href
    }
    return { url: start, finalUrl, problem: `${start} redirects more than ${MOST_REDIRECTS} times.` }
  } catch (error) {
    if (!isWireError(error)) throw error
    return { url: start, finalUrl, problem: error.message }
  }
}

function readPage(
  url: string,
  finalUrl: string,
  response: { readonly status: number; readonly headers: Headers },
  text: string,
): DocumentFacts {
  const { status } = response
  const contentType = response.headers.get('content-type') ?? ''
  if (contentType.startsWith('application/pdf')) return { url, finalUrl, status, contentType }
  const page =
    /html/i.test(contentType) || /^\s*</.test(text) ? pageText(text) : { text, passwordField: false }
  const words = countWords(page.text)
  const loginPath = finalUrl !== url && /\/(log-?in|sign-?in|sso|auth)\b/i.test(new URL(finalUrl).pathname)
  return { url, finalUrl, status, contentType, words, loginForm: page.passwordField || loginPath }
}

function request({ fetch, log, signal }: Visit) {
  return { fetch, evidence: log, signal, timeoutMs: 15_000 }
}

function isContact(text: string): boolean {
  return isSafeUrl(text, false) || isMailAddress(text.replace(/^mailto:/i, ''))
}

/** The shape of an address, as browsers check it: whether mail arrives there is another question. */
function isMailAddress(text: string): boolean {
  return text.length <= 254 && /^[^\s@<>"(),;:\\]+@[a-z0-9-]+(\.[a-z0-9-]+)+$/i.test(text)
}
