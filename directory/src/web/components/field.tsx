import type { Child } from 'hono/jsx'
import { usePageRequest } from '../page-context.ts'

export interface Choice {
  readonly value: string
  readonly label: string
  readonly hint?: string | undefined
}

interface FieldBase {
  readonly name: string
  readonly label: string
  readonly hint?: Child | undefined
  /** What is wrong with the value, from `Problem.fields[name]`. */
  readonly error?: string | undefined
  readonly required?: boolean | undefined
}

interface TextField extends FieldBase {
  readonly type?: 'text' | 'url' | 'email' | 'password' | 'number' | 'search' | 'file' | 'date' | undefined
  readonly value?: string | undefined
  readonly autocomplete?: string | undefined
  readonly placeholder?: string | undefined
  readonly maxlength?: number | undefined
  readonly minlength?: number | undefined
  readonly autofocus?: boolean | undefined
}

interface TextareaField extends FieldBase {
  readonly type: 'textarea'
  readonly value?: string | undefined
  readonly rows?: number | undefined
  readonly maxlength?: number | undefined
  /** Monospaced, for code and Markdown. */
  readonly code?: boolean | undefined
}

interface SelectField extends FieldBase {
  readonly type: 'select'
  readonly value?: string | undefined
  readonly choices: readonly Choice[]
}

interface CheckboxField extends FieldBase {
  readonly type: 'checkbox'
  /** What is sent when it is ticked. */
  readonly value?: string | undefined
  readonly checked?: boolean | undefined
}

interface GroupField extends FieldBase {
  readonly type: 'radios' | 'checkboxes'
  readonly values: readonly string[]
  readonly choices: readonly Choice[]
}

export type FieldProps = TextField | TextareaField | SelectField | CheckboxField | GroupField

/** The id of a field's control; error summaries link to it. */
export function fieldId(name: string): string {
  return `field-${name}`
}

function describedBy({ name, hint, error }: FieldBase): string | undefined {
  const ids = [
    hint === undefined ? '' : `${fieldId(name)}-hint`,
    error === undefined ? '' : `${fieldId(name)}-error`,
  ]
  return ids.filter(Boolean).join(' ') || undefined
}

function common(field: FieldBase) {
  return {
    id: fieldId(field.name),
    name: field.name,
    required: field.required === true ? true : undefined,
    'aria-describedby': describedBy(field),
    'aria-invalid': field.error === undefined ? undefined : 'true',
  }
}

function Hint({ name, hint }: FieldBase) {
  if (hint === undefined) return null
  return (
    <p class="field-hint" id={`${fieldId(name)}-hint`}>
      {hint}
    </p>
  )
}

function FieldError({ name, error }: FieldBase) {
  const { t } = usePageRequest()
  if (error === undefined) return null
  return (
    <p class="field-error" id={`${fieldId(name)}-error`}>
      <span class="visually-hidden">{t('shell.error-prefix')} </span>
      {error}
    </p>
  )
}

function Optional({ required }: { readonly required?: boolean | undefined }) {
  const { t } = usePageRequest()
  return required === true ? null : <span class="field-optional">{t('shell.optional')}</span>
}

function Control({ field }: { readonly field: TextField | TextareaField | SelectField }) {
  if (field.type === 'textarea') {
    const { value, rows = 6, maxlength, code } = field
    return (
      <textarea
        {...common(field)}
        class={code === true ? 'input input-code' : 'input'}
        rows={rows}
        maxlength={maxlength}
      >
        {value}
      </textarea>
    )
  }
  if (field.type === 'select') {
    return (
      <select {...common(field)} class="input">
        {field.choices.map(({ value, label }) => (
          <option value={value} selected={value === field.value}>
            {label}
          </option>
        ))}
      </select>
    )
  }
  const { type = 'text', value, autocomplete, placeholder, maxlength, minlength, autofocus } = field
  const plain = type === 'url' || type === 'email' || type === 'password'
  return (
    <input
      {...common(field)}
      class={type === 'url' ? 'input input-code' : 'input'}
      type={type}
      value={type === 'password' || type === 'file' ? undefined : value}
      autocomplete={autocomplete}
      placeholder={placeholder}
      maxlength={maxlength}
      minlength={minlength}
      autofocus={autofocus === true ? true : undefined}
      spellcheck={plain ? false : undefined}
      autocapitalize={plain ? 'none' : undefined}
    />
  )
}

function Checkbox({ field }: { readonly field: CheckboxField }) {
  return (
    <div class="field">
      <div class="choice">
        <input
          {...common(field)}
          type="checkbox"
          value={field.value ?? 'yes'}
          checked={field.checked === true ? true : undefined}
        />
        <div>
          <label for={fieldId(field.name)}>{field.label}</label>
          <Hint {...field} />
        </div>
      </div>
      <FieldError {...field} />
    </div>
  )
}

function Group({ field }: { readonly field: GroupField }) {
  const type = field.type === 'radios' ? 'radio' : 'checkbox'
  return (
    <fieldset class="field" id={fieldId(field.name)} tabindex={-1} aria-describedby={describedBy(field)}>
      <legend class="field-label">
        {field.label} <Optional required={field.required} />
      </legend>
      <Hint {...field} />
      <FieldError {...field} />
      {field.choices.map(({ value, label, hint }) => {
        const id = `${fieldId(field.name)}-${value}`
        return (
          <div class="choice">
            <input
              id={id}
              type={type}
              name={field.name}
              value={value}
              checked={field.values.includes(value) ? true : undefined}
              required={type === 'radio' && field.required === true ? true : undefined}
              aria-describedby={hint === undefined ? undefined : `${id}-hint`}
            />
            <div>
              <label for={id}>{label}</label>
              {hint === undefined ? null : (
                <p class="field-hint" id={`${id}-hint`}>
                  {hint}
                </p>
              )}
            </div>
          </div>
        )
      })}
    </fieldset>
  )
}

/** One question of a form with its label, hint and error. */
export function Field(field: FieldProps) {
  if (field.type === 'checkbox') return <Checkbox field={field} />
  if ('values' in field) return <Group field={field} />
  return (
    <div class="field">
      <label class="field-label" for={fieldId(field.name)}>
        {field.label} <Optional required={field.required} />
      </label>
      <Hint {...field} />
      <FieldError {...field} />
      <Control field={field} />
    </div>
  )
}
