import {
  EmptyState,
  href,
  Page,
  PageHeader,
  Section,
  Stack,
  Table,
  Time,
  usePageRequest,
  type Column,
} from '../../web/index.ts'
import { safetyPath } from '../paths.ts'
import type { Restricted } from '../store.ts'
import { ComplaintList, type ComplaintRow } from './complaint-list.tsx'
import { StageBadge } from './stage-badge.tsx'

interface RestrictedRow extends Restricted {
  readonly slug: string
  readonly name: string
}

/** For operators and reviewers: what is restricted. */
export function SafetyPage({
  restricted,
  queue,
}: {
  readonly restricted: readonly RestrictedRow[]
  readonly queue: readonly ComplaintRow[]
}) {
  const { t } = usePageRequest()
  return (
    <Page title={t('safety.title')}>
      <PageHeader title={t('safety.title')} lead={t('safety.lead')} />
      <Stack>
        <Section title={t('safety.queue')}>
          {queue.length === 0 ? (
            <EmptyState title={t('safety.queue.empty')}>
              <p>{t('safety.queue.empty.do')}</p>
            </EmptyState>
          ) : (
            <ComplaintList rows={queue} caption={t('safety.queue')} />
          )}
        </Section>
        <Section title={t('safety.restricted')}>
          <RestrictedList rows={restricted} />
        </Section>
      </Stack>
    </Page>
  )
}

function RestrictedList({ rows }: { readonly rows: readonly RestrictedRow[] }) {
  const { t, language } = usePageRequest()
  if (rows.length === 0) {
    return (
      <EmptyState title={t('safety.restricted.empty')}>
        <p>{t('safety.restricted.empty.do')}</p>
      </EmptyState>
    )
  }
  const columns: readonly Column<RestrictedRow>[] = [
    {
      title: t('safety.column.connector'),
      cell: ({ slug, name }) => <a href={href(language, safetyPath(slug))}>{name}</a>,
    },
    { title: t('safety.column.stage'), cell: ({ stage }) => <StageBadge stage={stage} /> },
    { title: t('safety.column.since'), cell: ({ since }) => <Time at={since} /> },
    { title: t('safety.column.waits'), cell: (row) => t(`safety.waits.${waitsFor(row)}`) },
  ]
  return <Table caption={t('safety.restricted')} captionHidden columns={columns} rows={rows} />
}

function waitsFor({ stage, objected }: Restricted): 'objection' | 'sign' | 'nobody' {
  if (objected) return 'objection'
  return stage === 'block-asked' ? 'sign' : 'nobody'
}
