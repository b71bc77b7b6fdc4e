import {
  Badge,
  ConnectorBreadcrumbs,
  EmptyState,
  Page,
  PageHeader,
  Table,
  Time,
  usePageRequest,
  type BadgeKind,
  type Column,
  type TextKey,
} from '../../web/index.ts'
import { isFailure, subjects, type Kept, type Outcome } from '../model.ts'
import type { UpkeepView } from '../upkeep.ts'

/** What one listing points to, and whether it is still there. */
export function UpkeepPage({ view: { listing, name, kept } }: { readonly view: UpkeepView }) {
  const { t } = usePageRequest()
  const title = t('upkeep.of', { name })
  const rows = kept.toSorted((one, other) => subjects.indexOf(one.subject) - subjects.indexOf(other.subject))
  return (
    <Page title={title} before={<ConnectorBreadcrumbs about={{ slug: listing.slug, name }} />}>
      <PageHeader title={title} lead={t('upkeep.lead')} />
      {rows.length === 0 ? (
        <EmptyState title={t('upkeep.none')}>
          <p>{t('upkeep.none.do')}</p>
        </EmptyState>
      ) : (
        <Rows rows={rows} caption={title} />
      )}
    </Page>
  )
}

function Rows({ rows, caption }: { readonly rows: readonly Kept[]; readonly caption: string }) {
  const { t } = usePageRequest()
  const columns: readonly Column<Kept>[] = [
    { title: t('upkeep.column.subject'), cell: ({ subject }) => t(`upkeep.subject.${subject}`) },
    {
      title: t('upkeep.column.address'),
      cell: ({ url }) => (
        <a href={url} rel="nofollow noopener ugc">
          {new URL(url).host}
        </a>
      ),
    },
    { title: t('upkeep.column.state'), cell: (one) => <State of={one} /> },
    {
      title: t('upkeep.column.looked'),
      cell: ({ lookedAt }) => (lookedAt === null ? '–' : <Time at={lookedAt} dateOnly />),
    },
  ]
  return <Table caption={caption} captionHidden columns={columns} rows={rows} />
}

function State({ of: { outcome, failures, failedSince, changedAt, expiresAt } }: { readonly of: Kept }) {
  const { t } = usePageRequest()
  if (outcome === null) return <Badge>{t('upkeep.not-looked')}</Badge>
  return (
    <>
      <Badge kind={kindOf(failures, isFailure(outcome))}>{t(wordOf(outcome))}</Badge>{' '}
      {outcome === 'good' ? null : t(`upkeep.outcome.${outcome}`)}{' '}
      <span class="muted small">
        {failedSince === null || outcome === 'expires-soon' ? null : (
          <>
            {t('upkeep.since')} <Time at={failedSince} dateOnly />
          </>
        )}
        {failedSince !== null || changedAt === null ? null : (
          <>
            {t('upkeep.changed')} <Time at={changedAt} dateOnly />
          </>
        )}
        {expiresAt === null ? null : (
          <>
            {t('upkeep.expires')} <Time at={expiresAt} dateOnly />
          </>
        )}
      </span>
    </>
  )
}

/** A certificate that expires soon still works. */
function wordOf(outcome: Outcome): TextKey {
  if (outcome === 'expires-soon') return 'upkeep.expiring'
  return isFailure(outcome) ? 'upkeep.failing' : 'upkeep.good'
}

/** What failed once is in doubt. */
function kindOf(failures: number, failed: boolean): BadgeKind {
  if (!failed) return 'good'
  return failures > 1 ? 'bad' : 'warn'
}
