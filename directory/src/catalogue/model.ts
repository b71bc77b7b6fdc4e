import type { ListingId, OrganisationId, PersonId, ReportId, Viewer } from '../kernel/index.ts'

/**
 * `unlisted`: the name is taken, nobody finds it (before the first publication).
 * `hidden`: unreliable for so long that nobody finds it; whoever has its address still reads its page and calls it.
 * `delisted`: unreliable beyond that; its page is a tombstone, nobody calls it, and it can come back.
 * `removed`: taken down; its page is a tombstone, its slug is never given out again, and only its publisher can list it
 * anew, through another review.
 */
export type ListingState = 'unlisted' | 'published' | 'hidden' | 'delisted' | 'removed'

/** Found, or only reached by who knows its address: anybody may read it, connect it and call it. */
export function isOpen({ state }: { readonly state: ConnectorState }): boolean {
  return state === 'published' || state === 'hidden'
}

/** The most that is shown of a listing while the safety of its users asks for it, whatever else is true of it. */
export type Restriction = 'hidden' | 'delisted'

/** What is shown of a listing that would be in this state without its restriction. */
export function restricted(state: ListingState, restriction: Restriction | null): ListingState {
  if (restriction === null) return state
  return state === 'published' || state === 'hidden' ? restriction : state
}

/**
 * `custom`: never listed; somebody added the server's address for themselves or for their organisation.
 * `closed`: such a one that may not be used now; it is as if it were not there.
 */
export type ConnectorState = ListingState | 'custom' | 'closed'

/** How a user gives this connector access. `unknown` until a check has seen the server. */
export type AuthType = 'none' | 'oauth' | 'other' | 'unknown'

/** Any value that JSON can carry. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

export const categories = [
  'automation',
  'business',
  'commerce',
  'communication',
  'data',
  'design',
  'developer-tools',
  'education',
  'finance',
  'health',
  'legal',
  'location',
  'media',
  'productivity',
  'research',
  'security',
] as const
export type Category = (typeof categories)[number]

export const surfaces = ['web', 'desktop', 'mobile', 'code', 'api'] as const
export type Surface = (typeof surfaces)[number]

/** One tool as the server sent it; strings are strangers' text and are shown as text only. */
export interface Tool {
  readonly name: string
  readonly title: string | null
  readonly description: string | null
  /** The raw `annotations` object; null when there is none. */
  readonly annotations: Json
  readonly inputSchema: Json
}

/** What a publisher says about a connector, frozen when a reviewer approved it. */
export interface RevisionFacts {
  readonly name: string
  readonly tagline: string
  readonly descriptionMarkdown: string
  /** One to five. */
  readonly categories: readonly Category[]
  readonly documentationUrl: string | null
  /** A URL or an e-mail address. */
  readonly supportContact: string | null
  readonly privacyUrl: string | null
  readonly termsUrl: string | null
  /** A URL or an e-mail address. */
  readonly securityContact: string | null
  /** The publisher's own name, as it stands on the connector page. */
  readonly publisherName: string
  readonly publisherUrl: string | null
  readonly serverUrl: string
  readonly authType: AuthType
  /** The publisher gave us a client id instead of dynamic registration (FAQ 1: web and desktop only). */
  readonly staticClient: boolean
  /** The server admits only addresses of an allowlist (FAQ 2). */
  readonly addressFilter: boolean
}

/** What the connector page says of the check behind a version; the findings stay with the report. */
export interface ReportSummary {
  readonly id: ReportId
  readonly verdict: 'ready' | 'blocked' | 'incomplete'
  readonly policy: string
  readonly checkedAt: Date
  /** True when the server stood on the operator's own machine. */
  readonly loopback: boolean
  readonly counts: {
    readonly pass: number
    readonly fail: number
    readonly needsHuman: number
    readonly notApplicable: number
    readonly notEvaluated: number
  }
}

/** Who took a listing down. */
export type Remover = 'publisher' | 'operator'

/** Why a listing is not there any more, as its tombstone says it. */
export interface Removal {
  readonly at: Date
  readonly by: Remover
  /** The words of who removed it. */
  readonly reason: string
}

export interface Listing {
  readonly id: ListingId
  readonly organisation: OrganisationId
  /** Permanent, also after removal. */
  readonly slug: string
  /** `reversed-domain/slug`. */
  readonly registryName: string
  readonly serverUrl: string
  /** Never more than `restriction` allows. */
  readonly state: ListingState
  readonly restriction: Restriction | null
  /** What its state would be without the restriction. */
  readonly unrestricted: ListingState
  readonly authType: AuthType
  /** 0 to 100, see quality.ts. */
  readonly quality: number
  /** The version that is shown; 0 before the first publication. */
  readonly version: number
  readonly publishedAt: Date | null
  readonly updatedAt: Date
  /** Names the pictures of its icon; null: a monogram is drawn. */
  readonly iconDigest: string | null
  /** Null unless it is removed. */
  readonly removal: Removal | null
}

/** A name under which a listing was shown, and until when. */
export interface FormerName {
  readonly name: string
  readonly until: Date
}

/** What a listing would show of a server that is not listed yet. */
export interface ListingPreview extends RevisionFacts {
  readonly tools: readonly Tool[]
  readonly surfaces: readonly Surface[]
}

export interface ListingVersion extends RevisionFacts {
  readonly listing: ListingId
  /** 1, 2, 3 …: one per approved revision. The registry shows `N.0.0`. */
  readonly version: number
  readonly tools: readonly Tool[]
  /** SHA-256 of the canonical tools, hexadecimal. */
  readonly toolDigest: string
  readonly report: ReportSummary
  readonly surfaces: readonly Surface[]
  readonly publishedAt: Date
}

/** How many tools read, change, destroy, or do not say. */
export interface HintCounts {
  readonly reads: number
  readonly changes: number
  readonly destroys: number
  readonly silent: number
}

/** What a list shows of a published listing. */
export interface ListingCard {
  readonly id: ListingId
  readonly slug: string
  readonly registryName: string
  readonly version: number
  readonly name: string
  readonly tagline: string
  readonly publisherName: string
  readonly categories: readonly Category[]
  readonly authType: AuthType
  readonly surfaces: readonly Surface[]
  readonly toolNames: readonly string[]
  readonly hints: HintCounts
  readonly serverUrl: string
  readonly publishedAt: Date
  readonly updatedAt: Date
  readonly iconDigest: string | null
}

/** What the gateway and the broker need; nothing here changes without a new `updatedAt`. */
export interface Endpoint {
  readonly listing: ListingId
  readonly organisation: OrganisationId
  readonly slug: string
  readonly name: string
  readonly serverUrl: string
  readonly authType: AuthType
  readonly state: ConnectorState
  /** Of a custom connector that is not shared with the organisation: the one person who may use it. */
  readonly onlyFor?: PersonId
  readonly version: number
  readonly staticClient: boolean
  readonly updatedAt: Date
}

/** Whether this person may connect (and call): anybody once it is listed, before that only publisher and reviewers. */
export function mayConnect(
  viewer: Viewer,
  listing: Pick<Endpoint, 'state' | 'organisation' | 'onlyFor'>,
): boolean {
  if (listing.state === 'custom') return isFor(listing, viewer)
  if (isOpen(listing)) return true
  if (listing.state === 'closed' || listing.state === 'delisted') return false
  // So that a check can sign in before it is listed anew; calls are refused all the same.
  if (listing.state === 'removed') return viewer.organisation === listing.organisation
  return viewer.organisation === listing.organisation || viewer.roles.has('reviewer')
}

/** Whether a custom connector is there at all for this person; every other connector is. */
export function isFor(
  { state, organisation, onlyFor }: Pick<Endpoint, 'state' | 'organisation' | 'onlyFor'>,
  who: { readonly person: PersonId; readonly organisation: OrganisationId },
): boolean {
  if (state !== 'custom') return true
  return who.organisation === organisation && (onlyFor === undefined || onlyFor === who.person)
}

/** A listing that somebody could take for the same: its server's address, or its name. */
export interface Alike {
  readonly slug: string
  readonly name: string
  readonly publisherName: string
  readonly serverUrl: string
  readonly why: 'address' | 'name'
}

/** What another module keeps of a connector: that it is there, and its name in addresses. */
export type Connector = Pick<Listing, 'id' | 'organisation' | 'slug'> & { readonly state: ConnectorState }

/** `3` → `3.0.0`: the registry asks for a version that sorts as semantic versions do. */
export function registryVersion(version: number): string {
  return `${version}.0.0`
}
