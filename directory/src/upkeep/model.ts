import type { ListingVersion } from '../catalogue/index.ts'

/** What a listing points to and its users rely on. @see requirements.md MON-05 */
export const subjects = ['certificate', 'privacy', 'terms', 'documentation', 'support', 'icon'] as const
export type Subject = (typeof subjects)[number]

/** What a look at one of them came to. All but the first two are failures. */
export const outcomes = [
  'good',
  'changed',
  'expires-soon',
  'untrusted',
  'gone',
  'login',
  'not-a-document',
  'not-safe',
  'silent',
  'no-icon',
] as const
export type Outcome = (typeof outcomes)[number]

export type Seen =
  | { readonly outcome: Exclude<Outcome, 'changed'>; readonly hash?: string; readonly expiresAt?: Date }
  /** A 429, or an outage of ours. */
  | { readonly outcome: 'could-not-look' }

export interface Target {
  readonly subject: Subject
  readonly url: string
}

/** What is known of one of them. */
export interface Kept extends Target {
  readonly outcome: Outcome | null
  readonly lookedAt: Date | null
  readonly hash: string | null
  readonly changedAt: Date | null
  readonly expiresAt: Date | null
  readonly failures: number
  readonly failedSince: Date | null
}

export function isFailure(outcome: Outcome): boolean {
  return outcome !== 'good' && outcome !== 'changed'
}

/** Its publisher is told when two looks in a row have failed. */
export function isToTell(before: Kept | undefined, now: Kept): boolean {
  return now.failures === 2 && before?.failures === 1 && before.url === now.url
}

/** One look more. Another address begins anew; a look that could not be tells nothing. Pure. */
export function fold(known: Kept | undefined, target: Target, seen: Seen, at: Date): Kept {
  const before = known?.url === target.url ? known : unknown(target)
  if (seen.outcome === 'could-not-look') return before
  const { outcome, hash, expiresAt = null } = seen
  const failed = isFailure(outcome)
  const changed = !failed && hash !== undefined && before.hash !== null && before.hash !== hash
  return {
    ...target,
    outcome: changed ? 'changed' : outcome,
    lookedAt: at,
    hash: hash ?? before.hash,
    changedAt: changed ? at : before.changedAt,
    expiresAt,
    failures: failed ? before.failures + 1 : 0,
    failedSince: failed ? (before.failedSince ?? at) : null,
  }
}

function unknown(target: Target): Kept {
  return {
    ...target,
    outcome: null,
    lookedAt: null,
    hash: null,
    changedAt: null,
    expiresAt: null,
    failures: 0,
    failedSince: null,
  }
}

/** Pages that a version names; an e-mail address is none. */
export function pagesOf(
  version: Pick<ListingVersion, 'privacyUrl' | 'termsUrl' | 'documentationUrl' | 'supportContact'>,
): readonly Target[] {
  const named = [
    ['privacy', version.privacyUrl],
    ['terms', version.termsUrl],
    ['documentation', version.documentationUrl],
    ['support', version.supportContact],
  ] as const
  return named.flatMap(([subject, url]) =>
    url !== null && /^https?:\/\//.test(url) && URL.canParse(url) ? [{ subject, url }] : [],
  )
}
