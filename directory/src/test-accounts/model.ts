import type { Id, ListingId, OrganisationId, SubmissionId } from '../kernel/index.ts'

export type TestAccountId = Id<'test account'>

/** What it is given for: a draft, then the listing that the draft became. */
export type Holder = { readonly draft: Id<'draft'> } | { readonly listing: ListingId }
/** A listing's, with the submission on whose page it is replaced. */
export type Owner = { readonly draft: Id<'draft'> } | Owned
export interface Owned {
  readonly listing: ListingId
  readonly submission: SubmissionId
}

/** What is sealed. */
export interface Words {
  readonly name: string
  /** A password, or lines with whatever else a sign-in asks for. */
  readonly secret: string
  /** May be empty. */
  readonly hints: string
}

export type End = 'removed' | 'expired' | 'withdrawn' | 'taken-down' | 'handed-over'

/** Everything but its words. */
export interface TestAccount {
  readonly id: TestAccountId
  readonly organisation: OrganisationId
  /** Null for a draft. */
  readonly submission: SubmissionId | null
  readonly givenAt: Date
  /** Null while a case is open that may need it. */
  readonly expiresAt: Date | null
  /** When the publisher is asked next whether it still works, was asked last, and last said so. */
  readonly askAt: Date | null
  readonly askedAt: Date | null
  readonly confirmedAt: Date | null
  /** Its words are gone. */
  readonly end: { readonly at: Date; readonly why: End } | null
}

/** How far the case is that needs it. */
export type Phase = 'open' | 'decided' | 'withdrawn'

const dayMs = 86_400_000

/** Until when it is kept: not limited while a case is open, then so many days after the decision. Pure. */
export function expiryAfter(
  phase: Exclude<Phase, 'withdrawn'>,
  { at, days, before }: { readonly at: Date; readonly days: number; readonly before: Date | null },
): Date | null {
  if (phase === 'open') return null
  return before ?? new Date(at.getTime() + days * dayMs)
}

const askEveryDays = 30

/** When its publisher is asked next whether it works: a month after it was decided or asked, never in an open case. Pure. */
export function askAfter(phase: Exclude<Phase, 'withdrawn'>, at: Date): Date | null {
  return phase === 'open' ? null : new Date(at.getTime() + askEveryDays * dayMs)
}

/** The last question has no answer. Pure. */
export function awaitsAnswer({ end, askedAt, confirmedAt }: TestAccount): boolean {
  return end === null && askedAt !== null && (confirmedAt === null || confirmedAt < askedAt)
}

/** The fields of the form, by the names under which a browser sends them. */
export const fields = { name: 'accountName', secret: 'accountSecret', hints: 'accountHints' } as const
/** Most characters of each, counted as browsers do. */
export const longest = { name: 200, secret: 4_000, hints: 2_000 } as const

export type WordsFault = 'missing' | 'too-long'
export type WordsForm = Readonly<Record<string, string | readonly string[] | undefined>>
export type WordsFaults = Readonly<Partial<Record<keyof Words, WordsFault>>>

/** What somebody typed into the form. Pure. */
export function parseWords(form: WordsForm): { readonly words: Words } | { readonly faults: WordsFaults } {
  const typed = (part: keyof Words): string => [form[fields[part]] ?? ''].flat().join('\n').trim()
  const words: Words = { name: typed('name'), secret: typed('secret'), hints: typed('hints') }
  const faults: Partial<Record<keyof Words, WordsFault>> = {}
  for (const part of ['name', 'secret', 'hints'] as const) {
    if (words[part] === '' && part !== 'hints') faults[part] = 'missing'
    if (words[part].length > longest[part]) faults[part] = 'too-long'
  }
  return Object.keys(faults).length > 0 ? { faults } : { words }
}
