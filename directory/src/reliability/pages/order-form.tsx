import { Actions, Button, Field, FormToken, href, usePageRequest } from '../../web/index.ts'
import { ordersFor } from '../order.ts'
import type { LedgerView } from '../reliability.ts'
import { ledgerPath } from './trouble.tsx'

export interface SentOrder {
  readonly name: string
  readonly days: string
  readonly reason: string
  readonly errors: Readonly<Record<string, string>>
}

/** What an operator may do now, with a reason. */
export function OrderForm({
  view,
  sent,
}: {
  readonly view: LedgerView
  readonly sent: SentOrder | undefined
}) {
  const { t, language } = usePageRequest()
  const errors = sent?.errors ?? {}
  return (
    <form method="post" action={href(language, `${ledgerPath(view.listing.slug)}/orders`)}>
      <FormToken />
      <input type="hidden" name="seen" value={String(view.steps.length)} />
      <Field
        type="select"
        name="name"
        label={t('reliability.order.name')}
        required
        value={sent?.name ?? ''}
        error={errors['name']}
        choices={[
          { value: '', label: t('reliability.order.choose') },
          ...ordersFor(view.ledger).map((name) => ({ value: name, label: t(`reliability.order.${name}`) })),
        ]}
      />
      <Field
        type="number"
        name="days"
        label={t('reliability.order.days')}
        value={sent?.days ?? ''}
        error={errors['days']}
      />
      <Field
        type="textarea"
        name="reason"
        label={t('reliability.order.reason')}
        hint={t('reliability.order.reason.hint')}
        required
        rows={3}
        maxlength={500}
        value={sent?.reason ?? ''}
        error={errors['reason']}
      />
      <Actions>
        <Button>{t('reliability.order.send')}</Button>
      </Actions>
    </form>
  )
}
