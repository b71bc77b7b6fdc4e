import type { CallRecord, CallStatus } from '../../telemetry/index.ts'
import {
  Badge,
  Breadcrumbs,
  EmptyState,
  href,
  Page,
  PageHeader,
  paths,
  Table,
  Time,
  usePageRequest,
  type BadgeKind,
} from '../../web/index.ts'

const kinds = {
  ok: 'good',
  'tool-error': 'warn',
  'rpc-error': 'warn',
  refused: 'warn',
  'not-connected': 'warn',
  'needs-reconnect': 'warn',
  timeout: 'bad',
  cancelled: 'neutral',
  'upstream-error': 'bad',
  'too-large': 'bad',
} as const satisfies Record<CallStatus, BadgeKind>

export interface ShownCall extends CallRecord {
  /** Of the connector. */
  readonly name: string
}

export interface CallsPageProps {
  readonly calls: readonly ShownCall[]
  readonly keptMonths: number
}

/** What the directory keeps of a person's own calls, all of it. */
export function CallsPage({ calls, keptMonths }: CallsPageProps) {
  const { t, language } = usePageRequest()
  const title = t('site.calls.title')
  return (
    <Page
      title={title}
      before={
        <Breadcrumbs items={[{ label: t('accounts.account.title'), href: href(language, paths.account) }]} />
      }
    >
      <PageHeader title={title} lead={t('site.calls.lead', { months: keptMonths })} />
      {calls.length === 0 ? (
        <EmptyState title={t('site.calls.none')} />
      ) : (
        <Table
          caption={title}
          captionHidden
          rows={calls}
          columns={[
            { title: t('site.calls.when'), cell: ({ at }) => <Time at={at} /> },
            { title: t('site.calls.connector'), cell: ({ name }) => name },
            { title: t('site.calls.what'), cell: ({ tool, method }) => <code>{tool ?? method}</code> },
            {
              title: t('site.calls.outcome'),
              cell: ({ status }) => <Badge kind={kinds[status]}>{t(`site.calls.${status}`)}</Badge>,
            },
            { title: t('site.calls.duration'), cell: ({ durationMs }) => String(durationMs) },
            {
              title: t('site.calls.size'),
              cell: ({ requestBytes, responseBytes }) => `${requestBytes} → ${responseBytes}`,
            },
          ]}
        />
      )}
    </Page>
  )
}
