import { Table, usePageRequest } from '../../web/index.ts'
import type { FieldChange } from '../field-changes.ts'

/** Values before and now. */
export function FieldChanges({
  caption,
  changes,
}: {
  readonly caption: string
  readonly changes: readonly FieldChange[]
}) {
  const { t } = usePageRequest()
  return (
    <Table
      caption={caption}
      captionHidden
      rows={changes}
      columns={[
        { title: t('catalogue.changes.field'), cell: ({ path }) => <code>{path}</code> },
        { title: t('catalogue.changes.before'), cell: ({ before }) => <Written text={before} /> },
        { title: t('catalogue.changes.after'), cell: ({ after }) => <Written text={after} /> },
      ]}
    />
  )
}

function Written({ text }: { readonly text: string | null }) {
  const { t } = usePageRequest()
  return text === null ? <span class="muted">{t('catalogue.changes.absent')}</span> : <>{text}</>
}
