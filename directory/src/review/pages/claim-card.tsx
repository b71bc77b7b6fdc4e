import { Actions, Button, Callout, Card, FormToken, href, Time, usePageRequest } from '../../web/index.ts'
import type { Obstacle } from '../model.ts'
import type { QueueEntry, ShownClaim } from '../review.ts'
import type { ConsoleProps } from './console.tsx'

/** In the queue: who has taken a case, or the button that takes it, or why this reviewer cannot. */
export function QueueClaim({ entry: { row, claim, obstacle } }: { readonly entry: QueueEntry }) {
  const { t, language } = usePageRequest()
  if (claim !== null) return <Held claim={claim} />
  // A question is answered by anybody.
  if (row.asks) return null
  if (obstacle !== null) return <span class="muted small">{t(`review.obstacle.${obstacle}`)}</span>
  return (
    <form method="post" action={href(language, `/review/${row.id}/claim`)}>
      <FormToken />
      <Take small />
    </form>
  )
}

function Held({ claim: { name, mine, until } }: { readonly claim: ShownClaim }) {
  const { t } = usePageRequest()
  const holder = mine ? t('review.claim.you') : (name ?? t('review.claim.somebody'))
  return (
    <>
      {mine ? <strong>{holder}</strong> : holder}
      <br />
      <span class="muted small">
        {t('review.claim.until')} <Time at={until} />
      </span>
    </>
  )
}

function Take({ small }: { readonly small?: boolean }) {
  const { t } = usePageRequest()
  return (
    <Button kind={small === true ? 'secondary' : 'primary'} small={small}>
      {t('review.claim.take')}
    </Button>
  )
}

/** Why the viewer cannot take it, where that is not plain from the page. */
const explained: readonly Obstacle[] = ['own-submission', 'decided-before']

/** On the page of a case: it is taken first, then decided. Nothing when nothing is to be decided. */
export function ClaimCard({ submission, actions, claim }: ConsoleProps) {
  const { t, language } = usePageRequest()
  const take = actions.find(({ name }) => name === 'claim')?.obstacle ?? null
  const base = href(language, `/review/${submission.id}`)
  if (take !== null && explained.includes(take)) {
    return (
      <Callout kind="warn">
        <p>{t(`review.obstacle.${take}`)}</p>
      </Callout>
    )
  }
  if (take !== null && take !== 'taken-by-another') return null
  return (
    <Card title={t('review.claim.title')}>
      <p>{claim === null ? t('review.claim.lead') : <Held claim={claim} />}</p>
      {take === 'taken-by-another' ? (
        <p>{t('review.obstacle.taken-by-another')}</p>
      ) : (
        <form method="post" action={`${base}/claim`}>
          <FormToken />
          <Actions>
            {claim === null ? (
              <Take />
            ) : (
              <>
                <Button kind="secondary" small>
                  {t('review.claim.longer')}
                </Button>
                <Button kind="quiet" small formaction={`${base}/give-back`}>
                  {t('review.claim.give-back')}
                </Button>
              </>
            )}
          </Actions>
        </form>
      )}
    </Card>
  )
}
