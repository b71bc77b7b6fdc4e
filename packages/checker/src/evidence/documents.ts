import { fetchRecorded, isWireError } from '@connectory/wire'
import type { SubmissionFacts } from '../submission.ts'
import { couldNotLook, notRequested, seen, type Looked } from './evidence.ts'
import { isSafeUrl } from './document.ts'
import { documentOf, requestOf, type Pages } from './page.ts'
import type { DocumentFacts, SecurityContactFacts, SupportFacts } from './facts.ts'
import type { Visit } from './visit.ts'

export interface DocumentParts {
  readonly privacyPolicy: Looked<DocumentFacts>
  readonly support: Looked<SupportFacts>
  readonly securityContact: Looked<SecurityContactFacts>
}

const MOST_REDIRECTS = 3

/** Fetches what the publisher names. Without a submission nothing is fetched. */
export async function collectDocuments(
  visit: Visit,
  pages: Pages,
  submission?: SubmissionFacts,
): Promise<DocumentParts> {
  if (!submission) {
    const missing = notRequested('no-submission')
    return { privacyPolicy: missing, support: missing, securityContact: missing }
  }
  const { privacyPolicyUrl, support = '', securityContact } = submission
  return {
    privacyPolicy: privacyPolicyUrl
      ? documentOf(await pages(privacyPolicyUrl, 'privacy policy'))
      : seen({ url: '' }),
    support: await supportOf(pages, support.trim()),
    securityContact: await securityContactOf(visit, securityContact?.trim()),
  }
}

async function supportOf(pages: Pages, support: string): Promise<Looked<SupportFacts>> {
  if (support === '') return seen({ kind: 'none' })
  if (!/^https?:/i.test(support)) {
    const address = support.replace(/^mailto:/i, '')
    return seen({ kind: 'email', address, wellFormed: isMailAddress(address) })
  }
  const { document } = await pages(support, 'support page')
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
      ...requestOf(visit),
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

function isContact(text: string): boolean {
  return isSafeUrl(text, false) || isMailAddress(text.replace(/^mailto:/i, ''))
}

/** The shape of an address, as browsers check it: whether mail arrives there is another question. */
function isMailAddress(text: string): boolean {
  return text.length <= 254 && /^[^\s@<>"(),;:\\]+@[a-z0-9-]+(\.[a-z0-9-]+)+$/i.test(text)
}
