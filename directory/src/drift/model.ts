import type { FieldChange } from '../catalogue/index.ts'
import { changeWords, type ChangeWord } from '../holds/index.ts'
import type { Id, ListingId, OrganisationId } from '../kernel/index.ts'

export type ChangeId = Id<'drift-change'>

/**
 * A: only looks differ. B: calls go through with a warning. C: held until somebody has looked. D: held, looks like an
 * attack. B, C and D are what a hold calls minor, major and severe. @see checkers.md SEC-DRIFT
 */
export const driftClasses = ['cosmetic', 'minor', 'major', 'severe'] as const
export type DriftClass = (typeof driftClasses)[number]

/** What changed: the words of holds, that only looks did, or that the tool is not there any more. */
export const driftWords = [...changeWords, 'looks', 'removed'] as const
export type DriftWord = ChangeWord | 'looks' | 'removed'

export function isHeavier(one: DriftClass, other: DriftClass | null): boolean {
  return other === null || driftClasses.indexOf(one) > driftClasses.indexOf(other)
}

/** What became of a change after it was first seen. All but `confirmed` end it. */
export const stepNames = ['confirmed', 'not-seen-again', 'returned', 'replaced'] as const
export type StepName = (typeof stepNames)[number]

/** One tool that was not as the version was approved. Written once, never changed. */
export interface Change {
  readonly id: ChangeId
  readonly listing: ListingId
  readonly organisation: OrganisationId
  readonly version: number
  readonly tool: string
  /** The tool as it was seen; null when it was gone. */
  readonly digest: string | null
  readonly class: DriftClass
  readonly words: readonly DriftWord[]
  readonly fields: readonly FieldChange[]
  readonly firstSeenAt: Date
}

export interface Step {
  readonly change: ChangeId
  readonly step: StepName
}

/** A change with what became of it, oldest step first. */
export interface PastChange extends Change {
  readonly steps: readonly { readonly step: StepName; readonly at: Date }[]
}

/** What is known of a version's tools before a look. */
export interface Past {
  /** At most one for each tool. */
  readonly open: readonly OpenChange[]
  /** Approved tools that two looks did not find. */
  readonly gone: ReadonlySet<string>
  /** How many changes of the version are written down. */
  readonly written: number
  readonly heaviest: DriftClass | null
}

export interface OpenChange extends Pick<Change, 'id' | 'tool' | 'digest' | 'class'> {
  readonly confirmed: boolean
}

export type OpenCounts = Readonly<Record<DriftClass, number>>

export function countOpen(classes: readonly DriftClass[]): OpenCounts {
  const of = (wanted: DriftClass): number => classes.filter((one) => one === wanted).length
  return { cosmetic: of('cosmetic'), minor: of('minor'), major: of('major'), severe: of('severe') }
}

export function heaviestOf(counts: OpenCounts): DriftClass | null {
  return driftClasses.findLast((one) => counts[one] > 0) ?? null
}
