import { Badge, Cluster, href, paths, Time, usePageRequest, type BadgeKind } from '../../web/index.ts'
import type { Attempt, Delivery, Webhook } from '../channels.ts'
import { say } from '../words.ts'

const stateKinds = { on: 'good', failing: 'bad', gone: 'bad' } as const satisfies Record<
  Webhook['state'],
  BadgeKind
>

export function WebhookState({ state }: { readonly state: Webhook['state'] }) {
  const { t } = usePageRequest()
  return <Badge kind={stateKinds[state]}>{t(`notices.webhook.state.${state}`)}</Badge>
}

const deliveryKinds = { waiting: 'info', done: 'good', 'given-up': 'bad' } as const satisfies Record<
  Delivery['state'],
  BadgeKind
>

/** What was tried and what came of it, the last attempt first. */
export function DeliveryItem({
  delivery,
  named,
}: {
  readonly delivery: Delivery
  /** By its notice; else by its channel. */
  readonly named?: boolean
}) {
  const { t, language } = usePageRequest()
  const { channel, notice, what, state, nextAt, attempts } = delivery
  return (
    <li class="notice-delivery">
      <Cluster>
        {named === true ? (
          <a href={href(language, `${paths.inbox}/${notice}`)}>{say(t, what)}</a>
        ) : (
          <strong>{t(`notices.channel.${channel}`)}</strong>
        )}
        <Badge kind={deliveryKinds[state]}>{t(`notices.delivery.${state}`)}</Badge>
      </Cluster>
      <ul class="small">
        {attempts.toReversed().map((attempt) => (
          <li>
            <Time at={attempt.at} /> · {outcomeWords(attempt, t)}
          </li>
        ))}
      </ul>
      {nextAt === null ? null : (
        <p class="muted small">
          {t('notices.delivery.next')} <Time at={nextAt} />
        </p>
      )}
    </li>
  )
}

function outcomeWords({ outcome, detail }: Attempt, t: ReturnType<typeof usePageRequest>['t']): string {
  const words = t(`notices.outcome.${outcome ?? 'unknown'}`)
  return detail === null || detail === '' ? words : `${words} (${detail})`
}
