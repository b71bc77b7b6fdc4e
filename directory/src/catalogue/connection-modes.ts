import type { Finding } from '@connectory/checker'
import type { ListingVersion } from './model.ts'

/** Why nobody but this directory can sign in or get in. */
type Closed =
  /** Only this directory has a client there, with a secret. */
  | 'static-client'
  /** It lets in addresses of an allowlist only. */
  | 'address-filter'

/** What the preflight of a browser came to when the server was checked. */
type Cors =
  | 'cors-open'
  | 'cors-closed'
  /** Some headers that a client sends or reads are not released. */
  | 'cors-headers'
  | 'not-measured'

/** Who speaks with the connector's server, and what stands in the way; the sentence is `modes.<mode>.<state>`. @see FAQ 1 */
export type ModeFacts = { readonly works: boolean } & (
  | { readonly mode: 'broker'; readonly state: 'works' }
  | { readonly mode: 'browser'; readonly state: Cors | Closed }
  | { readonly mode: 'local'; readonly state: 'works' | Closed }
)

type Facts = Pick<ListingVersion, 'staticClient' | 'addressFilter'>

/** The three ways to a connector. @param findings of the report behind its version; none when it is not kept */
export function connectionModes(facts: Facts, findings: readonly Finding[]): readonly ModeFacts[] {
  const direct = directly(facts)
  const browser = direct ?? corsState(findings)
  return [
    { mode: 'broker', state: 'works', works: true },
    { mode: 'browser', state: browser, works: browser === 'cors-open' },
    { mode: 'local', state: direct ?? 'works', works: direct === undefined },
  ]
}

function directly({ staticClient, addressFilter }: Facts): Closed | undefined {
  if (staticClient) return 'static-client'
  return addressFilter ? 'address-filter' : undefined
}

/** TRN-10 sends the preflight of a browser. */
function corsState(findings: readonly Finding[]): Cors {
  const seen = findings.filter(({ rule }) => rule === 'TRN-10')
  const failed = seen.filter(({ outcome }) => outcome === 'fail')
  if (failed.some((finding) => finding.case === 'closed')) return 'cors-closed'
  if (failed.length > 0) return 'cors-headers'
  return seen.some(({ outcome }) => outcome === 'pass') ? 'cors-open' : 'not-measured'
}
