import { href, Table, Time, usePageRequest, type Column } from '../../web/index.ts'
import type { Complaint } from '../complaint.ts'
import { complaintPath } from '../complaint-news.ts'
import { StatusBadge } from './status-badge.tsx'

export interface ComplaintRow extends Complaint {
  /** Of the connector; null: it is about this directory. */
  readonly name: string | null
}

export function ComplaintList({
  rows,
  caption,
}: {
  readonly rows: readonly ComplaintRow[]
  readonly caption: string
}) {
  const { t, language } = usePageRequest()
  const columns: readonly Column<ComplaintRow>[] = [
    {
      title: t('safety.column.about'),
      cell: ({ id, name }) => (
        <a href={href(language, complaintPath(id))}>{name ?? t('safety.about.directory')}</a>
      ),
    },
    { title: t('safety.column.kind'), cell: ({ kind }) => t(`safety.kind.${kind}`) },
    { title: t('safety.column.status'), cell: ({ status }) => <StatusBadge status={status} /> },
    { title: t('safety.column.sent'), cell: ({ at }) => <Time at={at} /> },
  ]
  return <Table caption={caption} captionHidden columns={columns} rows={rows} />
}
