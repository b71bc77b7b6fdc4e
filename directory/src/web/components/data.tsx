import type { Child, PropsWithChildren } from 'hono/jsx'
import type { Language } from '../../kernel/index.ts'
import { usePageRequest } from '../page-context.ts'

export interface Column<Row> {
  readonly title: string
  readonly cell: (row: Row) => Child
  /** Right aligned figures. */
  readonly numeric?: boolean | undefined
}

/** A table that becomes a list of cards on a phone. The first column names the row. */
export function Table<Row>({
  caption,
  captionHidden,
  columns,
  rows,
}: {
  readonly caption: string
  readonly captionHidden?: boolean | undefined
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
}) {
  return (
    <table class="table">
      <caption class={captionHidden === true ? 'visually-hidden' : undefined}>{caption}</caption>
      <thead>
        <tr>
          {columns.map(({ title, numeric }) => (
            <th scope="col" class={numeric === true ? 'numeric' : undefined}>
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr>
            {columns.map((column, index) => (
              <Cell column={column} row={row} heading={index === 0} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Cell<Row>({
  column,
  row,
  heading,
}: {
  readonly column: Column<Row>
  readonly row: Row
  readonly heading: boolean
}) {
  const css = column.numeric === true ? 'numeric' : undefined
  if (heading) return <th scope="row">{column.cell(row)}</th>
  return (
    <td class={css}>
      <span class="cell-label" aria-hidden="true">
        {column.title}
      </span>
      <span class="cell-value">{column.cell(row)}</span>
    </td>
  )
}

export interface Definition {
  readonly term: string
  readonly value: Child
}

export function DefinitionList({ items }: { readonly items: readonly Definition[] }) {
  return (
    <dl class="definitions">
      {items.map(({ term, value }) => (
        <div>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

/** An absolute moment, in the reader's language and in UTC, with its machine form. */
export function Time({ at, dateOnly }: { readonly at: Date; readonly dateOnly?: boolean | undefined }) {
  const { language } = usePageRequest()
  return <time datetime={at.toISOString()}>{spokenTime(at, language, { dateOnly })}</time>
}

/** The same for the middle of a sentence. */
export function spokenTime(
  at: Date,
  language: Language,
  { dateOnly = false }: { readonly dateOnly?: boolean | undefined } = {},
): string {
  const form = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    dateStyle: 'medium',
    ...(dateOnly ? {} : { timeStyle: 'short' }),
    timeZone: 'UTC',
  })
  return dateOnly ? form.format(at) : `${form.format(at)} UTC`
}

/** What is behind a line, closed at first. */
export function Details({
  summary,
  open,
  children,
}: PropsWithChildren<{ readonly summary: Child; readonly open?: boolean | undefined }>) {
  return (
    <details class="details" open={open === true ? true : undefined}>
      <summary>{summary}</summary>
      <div class="details-body">{children}</div>
    </details>
  )
}
