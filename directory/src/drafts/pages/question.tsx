import type { Child } from 'hono/jsx'
import {
  answerKinds,
  CategoryField,
  isAnswerName,
  limits,
  many,
  one,
  termsVersion,
  type FactsForm,
} from '../../submissions/index.ts'
import { Badge, Field, parseTextKey, usePageRequest, type TextKey } from '../../web/index.ts'
import type { Entry } from '../model.ts'
import { controlOf, isOptional, type FieldName } from '../steps.ts'
import { labelOf } from './shown.ts'

interface QuestionProps {
  readonly field: FieldName
  readonly values: FactsForm
  readonly error: string | undefined
  /** What the draft holds; says whether somebody typed it. */
  readonly entry: Entry | undefined
}

/** One question of a draft. */
export function Question({ field, values, error, entry }: QuestionProps) {
  const { t } = usePageRequest()
  const control = controlOf(field)
  const value = one(values[field])
  const base = {
    name: field,
    label: labelOf(field, t),
    hint: <Hint field={field} entry={entry} />,
    error,
    required: !isOptional(field),
  }
  switch (control.is) {
    case 'categories':
      return <CategoryField values={many(values[field])} error={error} />
    case 'tick':
      return <Field {...base} type="checkbox" value={tickOf(field)} checked={value === tickOf(field)} />
    case 'one':
    case 'some': {
      const choices = control.choices.map((choice) => ({ value: choice, label: t(choiceKey(field, choice)) }))
      const type = control.is === 'one' ? 'radios' : 'checkboxes'
      return <Field {...base} type={type} values={many(values[field])} choices={choices} />
    }
    case 'paragraph':
      return <Field {...base} type="textarea" value={value} rows={field === 'description' ? 6 : 4} />
    case 'day':
      return <Field {...base} type="date" value={value} />
    case 'address':
      return <Field {...base} type="url" value={value} />
    case 'line':
      return <Field {...base} value={value} />
  }
}

/** What a tick sends: accepting is accepting one version of the terms. */
function tickOf(field: FieldName): string {
  return field === 'acceptTerms' ? termsVersion : 'yes'
}

function choiceKey(field: FieldName, choice: string): TextKey {
  return `${isAnswerName(field) ? 'answers' : 'submissions.field'}.${field}.${choice}` as TextKey
}

function Hint({ field, entry }: Pick<QuestionProps, 'field' | 'entry'>): Child {
  const { t } = usePageRequest()
  const key = parseTextKey(`${isAnswerName(field) ? 'answers' : 'submissions.field'}.${field}.hint`)
  const limit = limitOf(field)
  return (
    <>
      {key === undefined ? null : <>{t(key, limit === undefined ? {} : { limit })} </>}
      {entry?.found === undefined ? null : <Badge kind="info">{t(`drafts.found.${entry.found}`)}</Badge>}
    </>
  )
}

function limitOf(field: FieldName): number | undefined {
  if (field === 'tagline') return limits.tagline
  if (field === 'description') return limits.descriptionMarkdown
  if (!isAnswerName(field)) return undefined
  const kind = answerKinds[field]
  return 'limit' in kind ? kind.limit : undefined
}
