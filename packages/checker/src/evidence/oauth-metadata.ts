import {
  findResourceMetadata,
  findServerMetadata,
  isWireError,
  type Attempt as DiscoveryAttempt,
} from '@connectory/wire'
import { isSafeUrl, textsIn } from './document.ts'
import type { AccessFacts, Attempt, IssuerFacts, Json, ResourceFacts } from './facts.ts'
import type { Visit } from './visit.ts'

/** A network that failed says nothing about what is published; then the whole part could not be looked at. */
export interface Search<Facts> {
  readonly facts: Facts
  readonly broken?: string
}

/** Protected resource metadata: where the challenge points, else at its well-known places. @see RFC 9728 section 3 */
export async function findResource(visit: Visit, access: AccessFacts): Promise<Search<ResourceFacts>> {
  const about = { ...options(visit), challengeUrl: access.resourceMetadata }
  const outcome = await unlessStopped(findResourceMetadata(visit.url.href, about))
  if ('broken' in outcome) return { facts: { found: false, tried: [] }, ...outcome }
  const tried = outcome.attempts.map((attempt) => asAttempt(attempt))
  if (outcome.state === 'missing') return { facts: { found: false, tried }, ...brokenBy(outcome.attempts) }
  const { url, via, document } = outcome.metadata
  const where = via === 'challenge' ? 'challenge' : 'well-known'
  // Parsed from JSON a moment ago, so it is nothing else.
  return { facts: { found: true, via: where, url, document: document as Json, tried } }
}

/**
 * Metadata of the first authorization server that the resource names; without such a name, of the server's own
 * origin, as clients did before 2025-06-18. @see RFC 8414 section 3, OpenID Connect Discovery section 4
 */
export async function findIssuer(visit: Visit, resource: ResourceFacts): Promise<Search<IssuerFacts>> {
  const named = textsIn(resource.document, 'authorization_servers')?.[0]
  const own = named === undefined ? {} : { issuer: named }
  if (named !== undefined && !isSafeUrl(named, visit.fetch.allowLoopback)) {
    return {
      facts: { found: false, ...own, tried: [{ url: named, problem: 'It is not an https address.' }] },
    }
  }
  const outcome = await unlessStopped(findServerMetadata(named ?? visit.url.origin, options(visit)))
  if ('broken' in outcome) return { facts: { found: false, ...own, tried: [] }, ...outcome }
  const tried = outcome.attempts.map((attempt) => asAttempt(attempt))
  if (outcome.state === 'missing')
    return { facts: { found: false, ...own, tried }, ...brokenBy(outcome.attempts) }
  const { url, document } = outcome.metadata
  return { facts: { found: true, ...own, url, document: document as Json, tried } }
}

/** Discovery throws when somebody stops it; for the check that is one more step that did not come about. */
async function unlessStopped<Outcome>(looking: Promise<Outcome>): Promise<Outcome | { broken: string }> {
  try {
    return await looking
  } catch (error) {
    if (!isWireError(error)) throw error
    return { broken: error.message }
  }
}

function options({ fetch, log, signal }: Visit) {
  return { fetch, evidence: log, signal }
}

function asAttempt({ url, status, reason, outcome }: DiscoveryAttempt): Attempt {
  return {
    url,
    ...(status === undefined ? {} : { status }),
    ...(outcome === 'document' ? {} : { problem: reason }),
  }
}

/** Faults of what was named, not of the network: nothing will be published there, however often one asks. */
const refusals: ReadonlySet<string> = new Set([
  'bad-url',
  'unsupported-scheme',
  'insecure-scheme',
  'credentials-in-url',
  'obscured-host',
  'private-address',
  'mixed-addresses',
  'redirect-refused',
  'too-many-redirects',
  'body-too-large',
])

function brokenBy(attempts: readonly DiscoveryAttempt[]): { broken?: string } {
  const cause = attempts.find(({ status = 0, error }) => {
    return status >= 500 || status === 429 || (error !== undefined && !refusals.has(error.code))
  })
  return cause ? { broken: cause.error?.message ?? `${cause.url}: ${cause.reason}` } : {}
}
