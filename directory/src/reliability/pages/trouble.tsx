import { isConcerned } from '../../kernel/index.ts'
import { Callout, href, usePageRequest } from '../../web/index.ts'
import type { Stage } from '../model.ts'
import type { LedgerView } from '../reliability.ts'

export function ledgerPath(slug: string): string {
  return `/connectors/${slug}/reliability`
}

/** What everybody is told of a stage: a last warning is a warning. */
export function publicStage(stage: Exclude<Stage, 'listed'>): Exclude<Stage, 'listed' | 'grace'> {
  return stage === 'grace' ? 'warned' : stage
}

/** For everybody on the page of a connector; the way to the ledger for who may read it. */
export function Trouble({ view: { listing, ledger } }: { readonly view: LedgerView }) {
  const { t, language, viewer } = usePageRequest()
  if (ledger.stage === 'listed') return null
  const stage = publicStage(ledger.stage)
  return (
    <Callout kind={stage === 'warned' ? 'warn' : 'bad'} title={t(`reliability.public.${stage}`)}>
      <p>{t(`reliability.public.${stage}.do`)}</p>
      {isConcerned(viewer, listing) ? (
        <p>
          <a href={href(language, ledgerPath(listing.slug))}>{t('reliability.public.read')}</a>
        </p>
      ) : null}
    </Callout>
  )
}
