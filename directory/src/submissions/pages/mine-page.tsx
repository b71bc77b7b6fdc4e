import type { Child } from 'hono/jsx'
import {
  EmptyState,
  href,
  LinkButton,
  Page,
  PageHeader,
  paths,
  Stack,
  StatusPill,
  Table,
  Time,
  usePageRequest,
} from '../../web/index.ts'
import type { ShownRow } from '../shown-status.ts'

/** What the viewer's organisation has submitted. */
export function MinePage({ rows, note }: { readonly rows: readonly ShownRow[]; readonly note?: Child }) {
  const { t, language } = usePageRequest()
  const submit = <LinkButton href={href(language, paths.submit)}>{t('submissions.mine.submit')}</LinkButton>
  return (
    <Page title={t('submissions.mine.title')}>
      <PageHeader
        title={t('submissions.mine.title')}
        lead={rows.length === 0 ? undefined : t('submissions.mine.lead')}
        actions={rows.length === 0 ? undefined : submit}
      />
      <Stack>
        {note}
        {rows.length === 0 ? (
          <EmptyState title={t('submissions.mine.none')} action={submit}>
            <p>{t('submissions.mine.none-text')}</p>
          </EmptyState>
        ) : (
          <>
            <Rows rows={rows} />
            <p>
              <a href={href(language, paths.ownPolicy)}>{t('simulation.own.link')}</a>
            </p>
          </>
        )}
      </Stack>
    </Page>
  )
}

function Rows({ rows }: { readonly rows: readonly ShownRow[] }) {
  const { t, language } = usePageRequest()
  return (
    <Table
      caption={t('submissions.mine.caption')}
      captionHidden
      rows={rows}
      columns={[
        {
          title: t('submissions.mine.name'),
          cell: ({ id, name, serverUrl }) => (
            <>
              <a href={href(language, `${paths.submissions}/${id}`)}>{name}</a>
              <br />
              <span class="muted">{new URL(serverUrl).host}</span>
            </>
          ),
        },
        { title: t('submissions.mine.status'), cell: ({ shown }) => <StatusPill status={shown} /> },
        { title: t('submissions.mine.submitted'), cell: ({ createdAt }) => <Time at={createdAt} /> },
        { title: t('submissions.mine.changed'), cell: ({ updatedAt }) => <Time at={updatedAt} /> },
      ]}
    />
  )
}
