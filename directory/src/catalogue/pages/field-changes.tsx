import { Table, usePageRequest } from '../../web/index.ts'
import type { FieldChange } from '../field-changes.ts'

interface FieldChangesProps {
  readonly caption: string
  readonly changes: readonly FieldChange[]
  /** What the two columns of values are called; default: before, and now. */
  readonly titles?: { readonly before: string; readonly after: string }
}

/** Values before and after, with the white space that they have: it may be all that differs. */
export function FieldChanges({ caption, changes, titles }: FieldChangesProps) {
  const { t } = usePageRequest()
  return (
    <Table
      caption={caption}
      captionHidden
      rows={changes}
      columns={[
        { title: t('catalogue.changes.field'), cell: ({ path }) => <code>{path}</code> },
        {
          title: titles?.before ?? t('catalogue.changes.before'),
          cell: ({ before }) => <Written text={before} />,
        },
        {
          title: titles?.after ?? t('catalogue.changes.after'),
          cell: ({ after }) => <Written text={after} />,
        },
      ]}
    />
  )
}

function Written({ text }: { readonly text: string | null }) {
  const { t } = usePageRequest()
  if (text === null) return <span class="muted">{t('catalogue.changes.absent')}</span>
  return <span class="as-written">{text}</span>
}
