import type { Child } from 'hono/jsx'
import { Field, parseTextKey, usePageRequest, type TextKey } from '../../web/index.ts'
import { answerKinds, type AnswerKind, type AnswerName } from '../answers.ts'
import { limits } from '../facts.ts'
import { many, type FactsForm } from '../form-values.ts'

interface AnswerFieldProps {
  readonly name: AnswerName
  readonly values: FactsForm
  readonly error: string | undefined
  readonly required?: boolean
  /** Said beside the hint, such as where the value came from. */
  readonly note?: Child
}

/** One question beyond the short form. */
export function AnswerField({ name, values, error, required = false, note }: AnswerFieldProps) {
  const { t } = usePageRequest()
  const kind: AnswerKind = answerKinds[name]
  const chosen = many(values[name])
  const value = chosen.at(-1) ?? ''
  const hint = parseTextKey(`answers.${name}.hint`)
  const base = {
    name,
    label: t(`answers.${name}`),
    hint:
      hint === undefined && note === undefined ? undefined : (
        <>
          {hint && t(hint)} {note}
        </>
      ),
    error,
    required,
  }
  if ('choices' in kind) {
    if (kind.choices.length === 1) return <Field {...base} type="checkbox" checked={value !== ''} />
    const choices = kind.choices.map((choice) => ({
      value: choice,
      label: t(`answers.${name}.${choice}` as TextKey),
    }))
    return (
      <Field {...base} type={kind.is === 'one' ? 'radios' : 'checkboxes'} values={chosen} choices={choices} />
    )
  }
  if (kind.is === 'page') return <Field {...base} type="url" value={value} />
  if (kind.is === 'day') return <Field {...base} type="date" value={value} />
  if (kind.is === 'text' && kind.limit > limits.address) {
    return <Field {...base} type="textarea" value={value} rows={4} />
  }
  return <Field {...base} value={value} />
}

/**
 * The questions that were answered in an earlier revision, to answer them otherwise. Each is sent also when nothing is
 * chosen: what is absent was not asked.
 */
export function AnswerFields({
  names,
  values,
  errors,
}: {
  readonly names: readonly AnswerName[]
  readonly values: FactsForm
  readonly errors: Readonly<Record<string, string>>
}) {
  return (
    <div class="stack">
      {names.map((name) => (
        <>
          {'choices' in answerKinds[name] ? <input type="hidden" name={name} value="" /> : null}
          <AnswerField name={name} values={values} error={errors[name]} />
        </>
      ))}
    </div>
  )
}
