import {
  EmptyState,
  href,
  Page,
  PageHeader,
  Table,
  Time,
  usePageRequest,
  type Column,
} from '../../web/index.ts'
import { driftPath } from '../news.ts'
import type { Drifting } from '../store.ts'
import { ClassBadge } from './standing.tsx'

interface Row extends Drifting {
  readonly slug: string
  readonly name: string
}

/** For operators and reviewers: every listing whose tools are not what was approved. */
export function DriftingPage({ rows }: { readonly rows: readonly Row[] }) {
  const { t, language } = usePageRequest()
  const columns: readonly Column<Row>[] = [
    {
      title: t('drift.column.connector'),
      cell: ({ slug, name }) => <a href={href(language, driftPath(slug))}>{name}</a>,
    },
    { title: t('drift.column.heaviest'), cell: ({ heaviest }) => <ClassBadge of={heaviest} /> },
    {
      title: t('drift.column.tools'),
      numeric: true,
      cell: ({ open }) => String(open.minor + open.major + open.severe),
    },
    { title: t('drift.column.at'), cell: ({ comparedAt }) => <Time at={comparedAt} /> },
  ]
  return (
    <Page title={t('drift.title')}>
      <PageHeader title={t('drift.title')} lead={t('drift.lead')} />
      {rows.length === 0 ? (
        <EmptyState title={t('drift.empty')}>
          <p>{t('drift.empty.do')}</p>
        </EmptyState>
      ) : (
        <Table caption={t('drift.title')} captionHidden columns={columns} rows={rows} />
      )}
    </Page>
  )
}
