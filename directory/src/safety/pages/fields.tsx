import { Field } from '../../web/index.ts'

interface Asked {
  readonly name: string
  readonly label: string
  /** As it was sent with a form that was not accepted. */
  readonly sent: string | undefined
  /** What is wrong with that form, by field. */
  readonly errors: Readonly<Record<string, string>>
}

interface ChoiceProps extends Asked {
  readonly choices: readonly { readonly value: string; readonly label: string; readonly hint?: string }[]
}

/** One of several. */
export function Choice({ name, label, sent, errors, choices }: ChoiceProps) {
  return (
    <Field
      type="radios"
      name={name}
      label={label}
      required
      values={sent === undefined ? [] : [sent]}
      error={errors[name]}
      choices={choices}
    />
  )
}

interface WordsProps extends Asked {
  readonly hint?: string
  /** It may stay empty. */
  readonly optional?: boolean
  readonly rows: number
  readonly longest: number
}

/** A text of somebody's own words. */
export function Words({ name, label, sent, errors, hint, optional = false, rows, longest }: WordsProps) {
  return (
    <Field
      type="textarea"
      name={name}
      label={label}
      hint={hint}
      required={!optional}
      rows={rows}
      maxlength={longest}
      value={sent ?? ''}
      error={errors[name]}
    />
  )
}
