import type { ListingId, OrganisationId } from '../../kernel/index.ts'
import { EmptyState, href, Page, PageHeader, paths, Table, Time, usePageRequest } from '../../web/index.ts'
import { openStatuses } from '../transfer.ts'
import type { TransferRow } from '../transfer-store.ts'

/** Offers from and to the viewer's organisation; for operators also those that wait for them. */
export function TransfersPage({
  rows,
  names,
  own,
}: {
  readonly rows: readonly TransferRow[]
  readonly names: ReadonlyMap<ListingId, string>
  readonly own: OrganisationId
}) {
  const { t, language } = usePageRequest()
  const direction = ({ from, to }: TransferRow) =>
    t(
      from === own
        ? 'ownership.transfers.given'
        : to === own
          ? 'ownership.transfers.received'
          : 'ownership.transfers.others',
    )
  const isOpen = ({ status }: TransferRow) => openStatuses.some((one) => one === status)
  return (
    <Page title={t('ownership.transfers')}>
      <PageHeader title={t('ownership.transfers')} lead={t('ownership.transfers.lead')} />
      {rows.length === 0 ? (
        <EmptyState title={t('ownership.transfers.none')}>
          <p>{t('ownership.transfers.none.do')}</p>
        </EmptyState>
      ) : (
        <Table<TransferRow>
          caption={t('ownership.transfers')}
          captionHidden
          rows={rows}
          columns={[
            {
              title: t('ownership.transfers.connector'),
              cell: ({ id, listing }) => (
                <a href={href(language, `${paths.transfers}/${id}`)}>{names.get(listing)}</a>
              ),
            },
            { title: t('ownership.transfers.direction'), cell: direction },
            {
              title: t('ownership.transfers.status'),
              cell: ({ status }) => t(`ownership.transfer.status.${status}`),
            },
            {
              title: t('ownership.transfers.until'),
              cell: (row) => (isOpen(row) ? <Time at={row.expiresAt} dateOnly /> : '–'),
            },
          ]}
        />
      )}
    </Page>
  )
}
