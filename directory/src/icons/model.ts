import type { ListingId, OrganisationId } from '../kernel/index.ts'

/** The sizes that the favicon service of FAQ 6 is tested with, in pixels. */
export const sizes = [16, 32, 48, 64, 96, 128] as const
export type Size = (typeof sizes)[number]

export function parseSize(text: string): Size | undefined {
  return sizes.find((size) => String(size) === text)
}

export const limits = {
  /** Of the file, as ICN-02 says. */
  bytes: 1_048_576,
  /** Of the longer side. */
  side: 2_048,
  /** Drawn larger than this, an icon is coarse. */
  smallest: 64,
  /** How far from square, as a share of the longer side. */
  uneven: 0.05,
  /** The HTML or the manifest that names icons. */
  pageBytes: 512 * 1024,
  /** Of those that a page links. */
  candidates: 6,
} as const

export type ImageKind = 'png' | 'jpg' | 'webp' | 'gif' | 'ico' | 'svg'

/** Why an address gives no icon. A stranger's fault: shown, never thrown. */
export type IconFaultCode =
  | 'none'
  | 'unreachable'
  | 'status'
  | 'too-large'
  | 'not-image'
  | 'too-many-pixels'
  | 'not-square'
  | 'script'
  | 'foreign-content'
  | 'outside-reference'
  | 'picture-inside'
  | 'entities'
  | 'broken'
  | 'too-slow'

export interface IconFault {
  readonly code: IconFaultCode
  /** What the sentence names: `url`, `status`, `width`, `height`, `most`, `problem`. */
  readonly params: Readonly<Record<string, string | number>>
}

export interface ImageSize {
  readonly width: number
  readonly height: number
}

/** An image that may be drawn. `bytes` are those of the picture that is drawn, of several in an ICO the largest. */
export interface Judged extends ImageSize {
  readonly kind: ImageKind
  readonly bytes: Uint8Array
}

/** PNG by size: every size, always. */
export type Renditions = Readonly<Record<Size, Uint8Array>>

/** What a look came to. */
export type Look =
  | { readonly found: true; readonly source: Source; readonly renditions: Renditions }
  | { readonly found: false; readonly fault: IconFault }

/** Where the icon came from and what it was there. */
export interface Source extends ImageSize {
  readonly url: string
  readonly kind: ImageKind
}

/** What a listing's icon is and how it came to it. */
export interface Icon {
  readonly listing: ListingId
  readonly organisation: OrganisationId
  readonly serverUrl: string
  /** An address that the publisher gave; null: found from the server's site. */
  readonly customUrl: string | null
  readonly source: Source | null
  /** Names the pictures; null: a monogram is drawn. */
  readonly digest: string | null
  readonly fault: IconFault | null
  /** How many looks in a row found that there is none. */
  readonly misses: number
  readonly lookedAt: Date | null
  readonly dueAt: Date
}

const hour = 3_600_000
export const dailyMs = 24 * hour
const soonMs = 6 * hour
/** An icon that is not there once may be back tomorrow. */
const missesThatCount = 2

export type Outcome = Pick<Icon, 'source' | 'digest' | 'fault' | 'misses' | 'lookedAt' | 'dueAt'>

/** What stands after a look: trouble keeps the icon that there was, two looks without any take it away. */
export function afterLook(
  before: Pick<Icon, 'source' | 'digest' | 'misses'>,
  look: { readonly source: Source; readonly digest: string } | { readonly fault: IconFault },
  at: Date,
): Outcome {
  const due = (ms: number) => ({ lookedAt: at, dueAt: new Date(at.getTime() + ms) })
  if (!('fault' in look)) {
    return { source: look.source, digest: look.digest, fault: null, misses: 0, ...due(dailyMs) }
  }
  const { fault } = look
  const misses = fault.code === 'none' ? before.misses + 1 : before.misses
  const gone = misses >= missesThatCount
  return {
    source: gone ? null : before.source,
    digest: gone ? null : before.digest,
    fault,
    misses,
    ...due(gone ? dailyMs : soonMs),
  }
}
