import type { PropsWithChildren } from 'hono/jsx'
import { formTokenField } from '../form-protection.ts'
import { href } from '../language.ts'
import { usePageRequest } from '../page-context.ts'
import { Button, type ButtonKind } from './button.tsx'
import { fieldId } from './field.tsx'
import { Card, Stack } from './layout.tsx'

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

type ButtonFormProps = PropsWithChildren<{
  /** The path that it is sent to; in the language of the page. */
  readonly action: string
  /** What goes with it, by name. */
  readonly sends?: Readonly<Record<string, string>>
  readonly kind?: ButtonKind
}>

/** A form that is one small button, such as the one at the end of a table's row. */
export function ButtonForm({ action, sends = {}, kind = 'secondary', children }: ButtonFormProps) {
  const { language } = usePageRequest()
  return (
    <form method="post" action={href(language, action)}>
      <FormToken />
      {Object.entries(sends).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <Button kind={kind} small>
        {children}
      </Button>
    </form>
  )
}

type FormCardProps = PropsWithChildren<{
  /** None in a section that says it. */
  readonly title?: string | undefined
  /** The path that it is sent to; in the language of the page. */
  readonly action: string
  readonly errors: Readonly<Record<string, string>>
  /** The words of its button. */
  readonly send: string
}>

/** A form in a card, with what is wrong above its fields. It is checked where it is sent to, in our words. */
export function FormCard({ title, action, errors, send, children }: FormCardProps) {
  const { language } = usePageRequest()
  return (
    <Card title={title}>
      <form method="post" action={href(language, action)} novalidate>
        <Stack>
          <FormToken />
          <ErrorSummary errors={errors} />
          {children}
          <Actions>
            <Button>{send}</Button>
          </Actions>
        </Stack>
      </form>
    </Card>
  )
}
