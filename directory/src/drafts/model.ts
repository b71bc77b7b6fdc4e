import type { Id, OrganisationId, PersonId, SubmissionId } from '../kernel/index.ts'
import { carriesCredentials, clean, codePoints, many, one, type FactsForm } from '../submissions/index.ts'
import { fieldsOf, isChoiceOfMany, type FieldName, type StepName } from './steps.ts'

export type DraftId = Id<'draft'>

/** Where a value came from that nobody typed. */
export const sources = ['server', 'server-json', 'report'] as const
export type Source = (typeof sources)[number]

export type Value = string | readonly string[]

/** What one question holds, and the revision of the draft in which it changed last. */
export interface Entry {
  readonly value: Value
  readonly revision: number
  readonly found?: Source
}

export type Fields = Readonly<Partial<Record<FieldName, Entry>>>

/** A submission that is still being written; anybody of the organisation may go on with it, on any device. */
export interface Draft {
  readonly id: DraftId
  readonly organisation: OrganisationId
  readonly createdBy: PersonId
  readonly createdAt: Date
  readonly updatedAt: Date
  /** Counts its changes. */
  readonly revision: number
  readonly fields: Fields
  /** How often the server was looked at; the number of the last check. */
  readonly looks: number
  /** Under which address the last time. */
  readonly lookedUrl: string | null
  /** What it became. */
  readonly submission: SubmissionId | null
}

/** More drafts than this at once are no accident. */
export const mostDrafts = 20
/** A draft that nobody has touched for so long is deleted. */
export const draftDays = 180
/** Each look sends a stranger some hundred requests. */
export const mostLooks = 40
/** What one question holds at most, in code points; what its listing holds is less, and an issue. */
export const mostCharacters = 10_000

/** One page of the form, as a browser or its autosave sent it. */
export interface Save {
  readonly step: StepName
  /** The draft that the page was made from. */
  readonly revision: number
  readonly values: FactsForm
}

export type Merged =
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'changed'; readonly fields: Fields }
  /** Somebody changed these since the page was made, and the page says something else. Nothing of it is kept. */
  | { readonly kind: 'conflict'; readonly fields: readonly FieldName[] }

/**
 * What a draft holds after one page was sent. A field that changed after the page was made is kept where the page left
 * it empty and nobody typed it; where both say something, a person has to choose. Pure.
 */
export function merge(draft: Pick<Draft, 'fields' | 'revision'>, save: Save): Merged {
  const sent = fieldsOf(save.step).map((name) => [name, valueIn(save.values, name)] as const)
  const differ = sent.filter(([name, value]) => {
    const entry = draft.fields[name]
    const kept = isBlank(value) && entry?.found !== undefined && entry.revision > save.revision
    return !kept && !isSame(value, entry?.value)
  })
  if (differ.length === 0) return { kind: 'unchanged' }
  const overtaken = differ.filter(([name]) => (draft.fields[name]?.revision ?? 0) > save.revision)
  if (overtaken.length > 0) return { kind: 'conflict', fields: overtaken.map(([name]) => name) }
  const revision = draft.revision + 1
  const changed = Object.fromEntries(differ.map(([name, value]) => [name, { value, revision }]))
  return { kind: 'changed', fields: { ...draft.fields, ...changed } }
}

/** Fills what is still empty, and says where it came from. Undefined when there was nothing to fill. Pure. */
export function fill(
  draft: Pick<Draft, 'fields' | 'revision'>,
  found: Readonly<Partial<Record<FieldName, Value>>>,
  source: Source,
): Fields | undefined {
  const revision = draft.revision + 1
  const empty = (Object.entries(keepable(found)) as [FieldName, Value][]).filter(
    ([name, value]) => !isBlank(value) && isBlank(draft.fields[name]?.value ?? ''),
  )
  if (empty.length === 0) return undefined
  const filled = empty.map(([name, value]): [FieldName, Entry] => [name, { value, revision, found: source }])
  return { ...draft.fields, ...Object.fromEntries(filled) }
}

/** Why a draft does not keep a value: too long for it, or an address with a password, which stands nowhere unsealed. */
export type Unkept = 'too-much' | 'credentials'

export function unkeptIn({ step, values }: Pick<Save, 'step' | 'values'>): ReadonlyMap<FieldName, Unkept> {
  const unkept = fieldsOf(step).map((name): [FieldName, Unkept | undefined] => [
    name,
    whyUnkept(valueIn(values, name)),
  ])
  return new Map(unkept.filter((each): each is [FieldName, Unkept] => each[1] !== undefined))
}

/** Of what a stranger's server or file says, what a draft keeps. */
function keepable(
  found: Readonly<Partial<Record<FieldName, Value>>>,
): Readonly<Partial<Record<FieldName, Value>>> {
  const kept = Object.entries(found).map(([name, value]) => [name, cleaned(value)] as const)
  return Object.fromEntries(kept.filter(([, value]) => whyUnkept(value) === undefined))
}

function cleaned(value: Value): Value {
  return typeof value === 'string' ? clean(value) : value
}

function whyUnkept(value: Value): Unkept | undefined {
  const texts = [value].flat()
  if (value.length > mostCharacters * 2 || texts.some((text) => codePoints(text) > mostCharacters))
    return 'too-much'
  return texts.some(carriesCredentials) ? 'credentials' : undefined
}

/** Everything that a draft holds, as the form of a submission has it: what was left empty is empty. */
export function formOf(fields: Fields): FactsForm {
  return Object.fromEntries(Object.entries(fields).map(([name, { value }]) => [name, value]))
}

function valueIn(form: FactsForm, name: FieldName): Value {
  return isChoiceOfMany(name) ? many(form[name]) : clean(one(form[name]))
}

function isBlank(value: Value): boolean {
  return value.length === 0
}

function isSame(one: Value, other: Value | undefined): boolean {
  const [left, right] = [[one].flat(), [other ?? []].flat()]
  return left.filter(Boolean).join('\n') === right.filter(Boolean).join('\n')
}
