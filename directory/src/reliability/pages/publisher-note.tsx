import { Callout, href, Sentence, Time, usePageRequest } from '../../web/index.ts'
import type { LedgerView } from '../reliability.ts'
import { ledgerPath, publicStage } from './trouble.tsx'

/** On the page of a submission: that its listing is in trouble, what to do, by when. */
export function PublisherNote({ view }: { readonly view: LedgerView }) {
  const { t, language } = usePageRequest()
  const { stage, proposed } = view.ledger
  if (stage === 'listed') return null
  return (
    <Callout kind={stage === 'warned' ? 'warn' : 'bad'} title={t(`reliability.public.${publicStage(stage)}`)}>
      <p>
        {t(stage === 'hidden' && proposed ? 'reliability.do.delisting-due' : `reliability.next.${stage}`)}
      </p>
      <By view={view} />
      <p>
        <a href={href(language, ledgerPath(view.listing.slug))}>{t('reliability.public.read')}</a>
      </p>
    </Callout>
  )
}

/** By when, unless it stands still. */
export function By({ view: { ledger } }: { readonly view: LedgerView }) {
  const { t } = usePageRequest()
  if (ledger.pausedAt !== null) return <p>{t('reliability.now.paused')}</p>
  if (ledger.objectedAt !== null) return <p>{t('reliability.now.objected')}</p>
  if (ledger.dueAt === null || ledger.proposed) return null
  return (
    <p>
      <Sentence text="reliability.now.by" parts={{ by: <Time at={ledger.dueAt} dateOnly /> }} />
    </p>
  )
}
