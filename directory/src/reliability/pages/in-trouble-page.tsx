import {
  EmptyState,
  href,
  Page,
  PageHeader,
  Stack,
  Table,
  Time,
  usePageRequest,
  type Column,
  type TextKey,
} from '../../web/index.ts'
import type { Open } from '../store.ts'
import { Rules, type RulesProps } from './rules.tsx'
import { StageBadge } from './stage-badge.tsx'
import { ledgerPath } from './trouble.tsx'

interface Row extends Open {
  readonly slug: string
  readonly name: string
}

/** For operators and reviewers: every listing in trouble. */
export function InTroublePage({ rows, policy }: { readonly rows: readonly Row[] } & RulesProps) {
  const { t, language } = usePageRequest()
  const columns: readonly Column<Row>[] = [
    {
      title: t('reliability.column.connector'),
      cell: ({ slug, name }) => <a href={href(language, ledgerPath(slug))}>{name}</a>,
    },
    { title: t('reliability.column.stage'), cell: ({ stage }) => <StageBadge stage={stage} /> },
    { title: t('reliability.column.since'), cell: ({ since }) => <Time at={since} dateOnly /> },
    {
      title: t('reliability.column.due'),
      cell: (row) => (row.dueAt === null || standsStill(row) ? '–' : <Time at={row.dueAt} dateOnly />),
    },
    { title: t('reliability.column.waits'), cell: (row) => t(waitsFor(row)) },
  ]
  return (
    <Page title={t('reliability.title')}>
      <PageHeader title={t('reliability.title')} lead={t('reliability.lead')} />
      <Stack>
        {rows.length === 0 ? (
          <EmptyState title={t('reliability.empty')}>
            <p>{t('reliability.empty.do')}</p>
          </EmptyState>
        ) : (
          <Table caption={t('reliability.table')} captionHidden columns={columns} rows={rows} />
        )}
        <Rules policy={policy} />
      </Stack>
    </Page>
  )
}

function standsStill({ proposed, paused, objected }: Open): boolean {
  return proposed || paused || objected
}

function waitsFor({ stage, proposed, paused, objected }: Open): TextKey {
  if (objected) return 'reliability.waits.objection'
  if (proposed) return stage === 'delisted' ? 'reliability.waits.return' : 'reliability.waits.delist'
  if (stage === 'delisted') return 'reliability.waits.healthy'
  return paused ? 'reliability.waits.resume' : 'reliability.waits.nobody'
}
