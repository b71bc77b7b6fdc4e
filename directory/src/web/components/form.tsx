import type { PropsWithChildren } from 'hono/jsx'
import { formTokenField } from '../form-protection.ts'
import { usePageRequest } from '../page-context.ts'
import { fieldId } from './field.tsx'

/** The hidden field that proves the form came from our page. Stands in every form that POSTs. */
export function FormToken() {
  return <input type="hidden" name={formTokenField} value={usePageRequest().formToken} />
}

/** What is wrong, at the top of the form, each line a link to its field. Takes focus when the page opens. */
export function ErrorSummary({ errors }: { readonly errors: Readonly<Record<string, string>> }) {
  const { t } = usePageRequest()
  const list = Object.entries(errors)
  if (list.length === 0) return null
  return (
    <div
      class="error-summary"
      role="alert"
      tabindex={-1}
      data-focus-on-load=""
      aria-labelledby="error-summary-title"
    >
      <h2 id="error-summary-title">{t('shell.errors-title', { count: list.length })}</h2>
      <ul>
        {list.map(([name, message]) => (
          <li>
            <a href={`#${fieldId(name)}`}>{message}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** Fields under one heading. */
export function FieldSet({ legend, children }: PropsWithChildren<{ readonly legend: string }>) {
  return (
    <fieldset class="fieldset">
      <legend>{legend}</legend>
      <div class="stack">{children}</div>
    </fieldset>
  )
}

/** Short fields side by side where there is room, such as the filters of a list. */
export function FieldRow({ children }: PropsWithChildren) {
  return <div class="field-row">{children}</div>
}

/** The buttons at the end of a form. */
export function Actions({ children }: PropsWithChildren) {
  return <div class="actions">{children}</div>
}
