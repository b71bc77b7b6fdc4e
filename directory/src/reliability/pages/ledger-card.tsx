import { Card, href, Time, usePageRequest } from '../../web/index.ts'
import type { LedgerView } from '../reliability.ts'
import { StageBadge } from './stage-badge.tsx'
import { ledgerPath } from './trouble.tsx'

const mostSteps = 5

/** For the publisher: where the listing stands, its last steps, and the way to the whole ledger. */
export function LedgerCard({ view: { listing, ledger, steps } }: { readonly view: LedgerView }) {
  const { t, language } = usePageRequest()
  return (
    <Card title={t('reliability.ledger')}>
      <p>
        <StageBadge stage={ledger.stage} />
      </p>
      {steps.length === 0 ? (
        <p class="muted small">{t('reliability.well')}</p>
      ) : (
        <>
          <ol class="small" reversed>
            {steps
              .toReversed()
              .slice(0, mostSteps)
              .map(({ event, at }) => (
                <li>
                  {t(`reliability.step.${event.name}`)}{' '}
                  <span class="muted">({<Time at={at} dateOnly />})</span>
                </li>
              ))}
          </ol>
          <p>
            <a href={href(language, ledgerPath(listing.slug))}>{t('reliability.public.read')}</a>
          </p>
        </>
      )}
    </Card>
  )
}
