import { nameFault, valueFault } from '../connections/index.ts'
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

/**
 * Who can sign in with it: a person on a page, or a program too, with a header that never changes or as a client of its
 * own (RFC 6749 section 4.4).
 */
export const ways = ['person', 'header', 'client'] as const
export type Way = (typeof ways)[number]

/** What is sealed. */
export interface Words {
  /** Undefined: a person. */
  readonly way?: Way
  /** Or the name of the header, or the id of the client. */
  readonly name: string
  /** A password, or lines with whatever else a sign-in asks for; of a program one line. */
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
  /** The last time that a program tried it. */
  readonly tried: (Try & { readonly at: Date }) | null
  /** Tries in a row in which it was refused. */
  readonly refusals: number
  /** Its words are gone. */
  readonly end: { readonly at: Date; readonly why: End } | null
}

/** How far the case is that needs it. */
export type Phase = 'open' | 'decided' | 'withdrawn'

/** What a try has shown: it works, somebody said no to it, or nothing is known. Never one for another. */
export type Try =
  | { readonly result: 'ok' }
  /** By the server, or by its login. */
  | { readonly result: 'refused'; readonly because: 'server' | 'login' }
  /**
   * `open`: the server shows its tools without it. `no-answer`: none that says anything of the account. `no-grant`: its
   * login gives nothing to programs, or none was found. `fault`: ours.
   */
  | { readonly result: 'could-not-look'; readonly because: 'open' | 'no-answer' | 'no-grant' | 'fault' }

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
/** A little longer than a month: the next try may be late. */
const knownForDays = 35

/**
 * What follows from a try. Its publisher is warned at the second refusal in a row, which comes a day after the first at
 * the earliest. Pure.
 */
export function afterTry(
  { result }: Pick<Try, 'result'>,
  { refusals: before, at }: { readonly refusals: number; readonly at: Date },
): { readonly refusals: number; readonly tryAt: Date; readonly warns: boolean } {
  const refusals = result === 'ok' ? 0 : before + (result === 'refused' ? 1 : 0)
  const isSoon = result === 'could-not-look' || (result === 'refused' && refusals === 1)
  const tryAt = new Date(at.getTime() + (isSoon ? 1 : askEveryDays) * dayMs)
  return { refusals, tryAt, warns: result === 'refused' && refusals === 2 }
}

/**
 * When an account is tried next that nobody needs: its case is decided and its listing is not in the directory. A case
 * that begins again has it tried at once. Pure.
 */
export function putOff(at: Date): Date {
  return new Date(at.getTime() + askEveryDays * dayMs)
}

/**
 * A program saw it refused, will not look again soon, and its publisher has not said since that it works: then it is
 * tried again at once. Pure.
 */
export function mayBeMended({ end, tried, refusals, confirmedAt }: TestAccount): boolean {
  if (end !== null || tried?.result !== 'refused' || refusals < 2) return false
  return confirmedAt === null || confirmedAt < tried.at
}

/** A program has seen lately that it works: nobody has to say so. Pure. */
export function isKnownToWork({ tried }: Pick<TestAccount, 'tried'>, at: Date): boolean {
  return tried?.result === 'ok' && at.getTime() - tried.at.getTime() < knownForDays * dayMs
}

/** When its publisher is asked next whether it works: a month after it was decided or asked, never in an open case. Pure. */
export function askAfter(phase: Exclude<Phase, 'withdrawn'>, at: Date): Date | null {
  return phase === 'open' ? null : new Date(at.getTime() + askEveryDays * dayMs)
}

/** The last question has no answer. Pure. */
export function awaitsAnswer({ end, askedAt, confirmedAt }: TestAccount): boolean {
  return end === null && askedAt !== null && (confirmedAt === null || confirmedAt < askedAt)
}

/** The fields of the form, by the names under which a browser sends them. */
export const fields = {
  way: 'accountWay',
  name: 'accountName',
  secret: 'accountSecret',
  hints: 'accountHints',
} as const
/** Most characters of each, counted as browsers do. */
export const longest = { name: 200, secret: 4_000, hints: 2_000 } as const

export type WordsFault = 'missing' | 'too-long' | 'no-header' | 'no-value'
export type Typed = 'name' | 'secret' | 'hints'
export type WordsForm = Readonly<Record<string, string | readonly string[] | undefined>>
export type WordsFaults = Readonly<Partial<Record<Typed, WordsFault>>>

/** What somebody typed into the form. Pure. */
export function parseWords(form: WordsForm): { readonly words: Words } | { readonly faults: WordsFaults } {
  const typed = (part: Typed): string => [form[fields[part]] ?? ''].flat().join('\n').trim()
  const way = wayIn(form)
  const words = { way, name: typed('name'), secret: typed('secret'), hints: typed('hints') }
  const faults: Partial<Record<Typed, WordsFault>> = {}
  for (const part of ['name', 'secret', 'hints'] as const) {
    if (words[part] === '' && part !== 'hints') faults[part] = 'missing'
    if (words[part].length > longest[part]) faults[part] = 'too-long'
  }
  if (way === 'header' && nameFault(words.name) !== undefined) faults.name ??= 'no-header'
  if (way !== 'person' && valueFault(words.secret) !== undefined) faults.secret ??= 'no-value'
  if (way === 'client' && valueFault(words.name) !== undefined) faults.name ??= 'no-value'
  return Object.keys(faults).length > 0 ? { faults } : { words }
}

/** Who signs in by the form; a person where it does not say. Pure. */
export function wayIn(form: WordsForm): Way {
  const sent = [form[fields.way] ?? ''].flat()[0]
  return ways.find((way) => way === sent) ?? 'person'
}
