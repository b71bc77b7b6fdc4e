import { isWireError, type PostOutcome } from '@connectory/wire'
import { couldNotLook, notRequested, seen, type Looked } from './evidence.ts'
import type { ReachFacts, ReachLook } from './reach-facts.ts'
import type { Visit } from './visit.ts'

/** What a directory tells of the same server. */
export type AskDirectory = (url: URL, signal: AbortSignal) => Promise<Omit<ReachFacts, 'here'>>

/** Networks that stand before servers, by what they write into their answers. */
const networks: readonly (readonly [string, (headers: Headers) => boolean])[] = [
  ['Cloudflare', (headers) => headers.has('cf-ray') || headers.has('cf-mitigated')],
  ['AWS CloudFront', (headers) => headers.has('x-amz-cf-id')],
  ['Akamai', (headers) => /akamai/i.test(headers.get('server') ?? '') || headers.has('akamai-grn')],
  ['Fastly', (headers) => (headers.get('x-served-by') ?? '').startsWith('cache-')],
  ['Google Cloud Armor', (headers) => /google/i.test(headers.get('via') ?? '')],
  ['Azure Front Door', (headers) => headers.has('x-azure-ref')],
  ['Imperva', (headers) => headers.has('x-iinfo')],
]

/**
 * What an answer to the first request says about the way to the server. A wall is a 403 or 451 that asks for no
 * credential, or a 429 or 503 with which a network before the server turns away strangers.
 */
export function lookOf({ status, headers }: Pick<PostOutcome, 'status' | 'headers'>): ReachLook {
  const network = networks.find(([, signs]) => signs(headers))?.[0]
  const asksForCredential = headers.has('www-authenticate')
  const wall =
    ((status === 403 || status === 451) && !asksForCredential) ||
    ((status === 429 || status === 503) && network !== undefined)
  return {
    outcome: wall ? 'refused' : 'answered',
    status,
    ...(wall && network !== undefined ? { network } : {}),
  }
}

/** No answer at all. Anything but a stranger's fault goes on. */
export function silence(error: unknown): ReachLook {
  if (!isWireError(error)) throw error
  return { outcome: 'silent', problem: error.message }
}

/** The server from here and, when there is a directory to ask, from there. */
export async function collectReach(
  { url, signal }: Visit,
  here: ReachLook,
  ask: AskDirectory | 'this is the directory' | undefined,
): Promise<Looked<ReachFacts>> {
  if (ask === undefined) return notRequested('no-directory')
  if (ask === 'this is the directory') return seen({ there: here, addresses: [] })
  try {
    return seen({ here, ...(await ask(url, signal)) })
  } catch (error) {
    return couldNotLook('directory-silent', { problem: error instanceof Error ? error.message : 'unknown' })
  }
}
