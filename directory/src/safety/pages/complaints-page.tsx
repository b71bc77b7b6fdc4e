import { EmptyState, Page, PageHeader, usePageRequest } from '../../web/index.ts'
import { ComplaintList, type ComplaintRow } from './complaint-list.tsx'

/** What a person has reported, and what became of it. */
export function ComplaintsPage({ rows }: { readonly rows: readonly ComplaintRow[] }) {
  const { t } = usePageRequest()
  return (
    <Page title={t('safety.mine')}>
      <PageHeader title={t('safety.mine')} lead={t('safety.mine.lead')} />
      {rows.length === 0 ? (
        <EmptyState title={t('safety.mine.empty')}>
          <p>{t('safety.mine.empty.do')}</p>
        </EmptyState>
      ) : (
        <ComplaintList rows={rows} caption={t('safety.mine')} />
      )}
    </Page>
  )
}
