import { fetchRecorded, isWireError } from '@connectory/wire'
import { textsIn } from './document.ts'
import type { AccessFacts, Attempt, IssuerFacts, Json, ResourceFacts } from './facts.ts'
import type { Visit } from './visit.ts'

/** A network that failed says nothing about what is published; then the whole part could not be looked at. */
export interface Search<Facts> {
  readonly facts: Facts
  readonly broken?: string
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

const MOST_BYTES = 256 * 1024

/** Protected resource metadata: where the challenge points, else at its well-known places. @see RFC 9728 section 3 */
export async function findResource(visit: Visit, access: AccessFacts): Promise<Search<ResourceFacts>> {
  const { resourceMetadata } = access
  const wellKnown = places(visit.url, ['oauth-protected-resource'], true)
  const named = resourceMetadata !== undefined && URL.canParse(resourceMetadata) ? [resourceMetadata] : []
  const { tried, document, url, broken } = await firstDocument(
    visit,
    [...named, ...wellKnown],
    'protected resource metadata',
  )
  if (document === undefined || url === undefined) {
    return { facts: { found: false, tried }, ...(broken === undefined ? {} : { broken }) }
  }
  const via = url === resourceMetadata ? 'challenge' : 'well-known'
  return { facts: { found: true, via, url, document, tried } }
}

/**
 * Metadata of the first authorization server that the resource names; without such a name, of the server's own
 * origin, as clients did before 2025-06-18. @see RFC 8414 section 3, OpenID Connect Discovery section 4
 */
export async function findIssuer(visit: Visit, resource: ResourceFacts): Promise<Search<IssuerFacts>> {
  const named = textsIn(resource.document, 'authorization_servers')?.[0]
  const issuer = named ?? visit.url.origin
  const own = named === undefined ? {} : { issuer }
  if (!URL.canParse(issuer))
    return { facts: { found: false, ...own, tried: [{ url: issuer, problem: 'is no URL' }] } }
  const places = issuerPlaces(new URL(issuer))
  const { tried, document, url, broken } = await firstDocument(visit, places, 'authorization server metadata')
  if (document === undefined || url === undefined) {
    return { facts: { found: false, ...own, tried }, ...(broken === undefined ? {} : { broken }) }
  }
  return { facts: { found: true, ...own, url, document, tried } }
}

function issuerPlaces(issuer: URL): string[] {
  const names = ['oauth-authorization-server', 'openid-configuration']
  const path = issuer.pathname.replace(/\/$/, '')
  const appended = path === '' ? [] : [`${issuer.origin}${path}/.well-known/openid-configuration`]
  return [...places(issuer, names, false), ...appended]
}

/** The well-known places for an address: before its path, and at the root when that is allowed too. */
function places({ origin, pathname, search }: URL, names: readonly string[], root: boolean): string[] {
  const path = pathname === '/' ? '' : pathname.replace(/\/$/, '')
  return names.flatMap((name) => {
    const inserted = `${origin}/.well-known/${name}${path}${search}`
    return root && path !== '' ? [inserted, `${origin}/.well-known/${name}`] : [inserted]
  })
}

interface Found {
  readonly tried: readonly Attempt[]
  readonly url?: string
  readonly document?: Json
  readonly broken?: string
}

async function firstDocument(visit: Visit, urls: readonly string[], what: string): Promise<Found> {
  const tried: Attempt[] = []
  let broken: string | undefined
  for (const url of new Set(urls)) {
    try {
      const { response, text } = await fetchRecorded(url, {
        fetch: visit.fetch,
        evidence: visit.log,
        step: what,
        signal: visit.signal,
        timeoutMs: 10_000,
        maxBytes: MOST_BYTES,
        redirects: 3,
        headers: { accept: 'application/json', 'mcp-protocol-version': '2025-11-25' },
      })
      const document = response.status === 200 ? parsed(text) : undefined
      const problem =
        response.status === 200 && document === undefined ? { problem: 'is no JSON object' } : {}
      tried.push({ url, status: response.status, ...problem })
      if (document !== undefined) return { tried, url, document }
      if (response.status >= 500 || response.status === 429)
        broken ??= `${url} answers with HTTP ${response.status}.`
    } catch (error) {
      if (!isWireError(error)) throw error
      tried.push({ url, problem: error.message })
      if (!refusals.has(error.code)) broken ??= error.message
    }
  }
  return { tried, ...(broken === undefined ? {} : { broken }) }
}

function parsed(text: string): Json | undefined {
  try {
    const value = JSON.parse(text) as Json
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined
  } catch {
    return undefined
  }
}
