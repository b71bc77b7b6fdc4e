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
import { Badge, Field, href, parseTextKey, paths, usePageRequest, type TextKey } from '../../web/index.ts'
import type { Entry, Source } from '../model.ts'
import { controlOf, type FieldName } from '../steps.ts'
import { labelOf } from './shown.ts'

interface QuestionProps {
  readonly field: FieldName
  readonly values: FactsForm
  readonly error: string | undefined
  /** What would be better, said in the tone of a hint. */
  readonly advice: string | undefined
  /** What the draft holds; says whether somebody typed it. */
  readonly entry: Entry | undefined
  readonly required: boolean
}

/** One question of a draft. */
export function Question({ field, values, error, advice, entry, required }: QuestionProps) {
  const { t } = usePageRequest()
  const note = noteOf({ field, entry, advice })
  if (isAnswerName(field)) {
    return <AnswerField name={field} values={values} error={error} required={required} note={note} />
  }
  const control = controlOf(field)
  const value = one(values[field])
  const key = parseTextKey(`submissions.field.${field}.hint`)
  const hint = key === undefined ? note : <Hint text={t(key, { limit: limitOf(field) })} note={note} />
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

function limitOf(field: FieldName): number {
  return { tagline: limits.tagline, description: limits.descriptionMarkdown }[field as string] ?? 0
}

function Hint({ text, note }: { readonly text: string; readonly note: Child }) {
  return (
    <>
      {text} {note}
    </>
  )
}

/** Where the value came from, what has to be read before it is given, and what would be better. */
function noteOf({ field, entry, advice }: Pick<QuestionProps, 'field' | 'entry' | 'advice'>): Child {
  if (field === 'acknowledgements') return <Rules />
  if (entry?.found === undefined && advice === undefined) return undefined
  return (
    <>
      {entry?.found === undefined ? null : <Found source={entry.found} />}
      {advice === undefined ? null : <span class="field-advice">{advice}</span>}
    </>
  )
}

function Rules() {
  const { t, language } = usePageRequest()
  return (
    <>
      <a href={href(language, paths.policy)}>{t('shell.footer.policy')}</a>{' '}
      <a href={href(language, paths.terms)}>{t('shell.footer.terms')}</a>
    </>
  )
}

function Found({ source }: { readonly source: Source }) {
  const { t } = usePageRequest()
  return <Badge kind="info">{t(`drafts.found.${source}`)}</Badge>
}
