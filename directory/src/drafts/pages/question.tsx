import type { Child } from 'hono/jsx'
import {
  AnswerField,
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
  const required = !isOptional(field)
  if (isAnswerName(field)) {
    const note = <Found entry={entry} />
    return <AnswerField name={field} values={values} error={error} required={required} note={note} />
  }
  const control = controlOf(field)
  const value = one(values[field])
  const hint = <Hint field={field} entry={entry} />
  const base = { name: field, label: labelOf(field, t), hint, error, required }
  switch (control.is) {
    case 'categories':
      return <CategoryField values={many(values[field])} error={error} />
    case 'tick':
      return <Field {...base} type="checkbox" value={tickOf(field)} checked={value === tickOf(field)} />
    case 'one': {
      const choices = control.choices.map((choice) => ({
        value: choice,
        label: t(`submissions.field.${field}.${choice}` as TextKey),
      }))
      return <Field {...base} type="radios" values={many(values[field])} choices={choices} />
    }
    case 'paragraph':
      return <Field {...base} type="textarea" value={value} rows={field === 'description' ? 6 : 4} />
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

function Hint({ field, entry }: Pick<QuestionProps, 'field' | 'entry'>): Child {
  const { t } = usePageRequest()
  const key = parseTextKey(`submissions.field.${field}.hint`)
  const limit = { tagline: limits.tagline, description: limits.descriptionMarkdown }[field as string] ?? 0
  return (
    <>
      {key === undefined ? null : <>{t(key, { limit })} </>}
      <Found entry={entry} />
    </>
  )
}

function Found({ entry }: Pick<QuestionProps, 'entry'>): Child {
  const { t } = usePageRequest()
  return entry?.found === undefined ? null : <Badge kind="info">{t(`drafts.found.${entry.found}`)}</Badge>
}
