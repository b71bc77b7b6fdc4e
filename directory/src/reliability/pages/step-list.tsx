import { Table, Time, usePageRequest, type Column } from '../../web/index.ts'
import { isByOperator, whyOf } from '../news.ts'
import type { PastStep } from '../store.ts'

/** The ledger as it was written, the newest first. */
export function StepList({ steps }: { readonly steps: readonly PastStep[] }) {
  const { t } = usePageRequest()
  const columns: readonly Column<PastStep>[] = [
    { title: t('reliability.ledger.step'), cell: ({ event }) => t(`reliability.step.${event.name}`) },
    { title: t('reliability.ledger.at'), cell: ({ at }) => <Time at={at} /> },
    { title: t('reliability.ledger.why'), cell: (step) => <Why step={step} /> },
    {
      title: t('reliability.ledger.by'),
      cell: ({ event }) =>
        'dueAt' in event && event.dueAt !== null ? <Time at={new Date(event.dueAt)} dateOnly /> : '–',
    },
  ]
  return <Table caption={t('reliability.ledger')} captionHidden columns={columns} rows={steps.toReversed()} />
}

function Why({ step: { event, reason } }: { readonly step: PastStep }) {
  const { t } = usePageRequest()
  if (event.name === 'closed') return <>–</>
  const { key, parameters } = whyOf(event)
  const said = isByOperator(event) || event.name === 'objected'
  return (
    <>
      {t(key, parameters)}
      {said ? <blockquote class="prose small">{reason}</blockquote> : null}
    </>
  )
}
