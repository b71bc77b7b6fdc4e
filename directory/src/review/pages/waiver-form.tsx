import {
  Actions,
  Button,
  Card,
  ErrorSummary,
  Field,
  FormToken,
  href,
  usePageRequest,
} from '../../web/index.ts'
import type { ConsoleProps } from './console.tsx'

/** A waiver for a rule that fails; shown only where one is possible. */
export function WaiverForm({ submission, actions, waivable, sent: all }: ConsoleProps) {
  const { t, language } = usePageRequest()
  const action = actions.find(({ name }) => name === 'waive')
  if (action === undefined || action.obstacle !== null) return null
  const sent = all?.form === 'waiver' ? all : undefined
  const errors = sent?.errors ?? {}
  return (
    <Card title={t('review.waive.title')}>
      <p class="muted small">{t('review.waive.lead')}</p>
      <ErrorSummary errors={errors} />
      <form method="post" action={href(language, `/review/${submission.id}/waivers`)}>
        <FormToken />
        <input type="hidden" name="seen" value={String(submission.seen)} />
        <Field
          type="select"
          name="rule"
          label={t('review.waive.rule')}
          required
          value={sent?.values['rule'] ?? ''}
          error={errors['rule']}
          choices={[
            { value: '', label: t('review.waive.choose') },
            ...waivable.map((rule) => ({ value: rule, label: rule })),
          ]}
        />
        <Field
          type="textarea"
          name="reason"
          label={t('review.waive.reason')}
          required
          value={sent?.values['reason'] ?? ''}
          error={errors['reason']}
          maxlength={1_000}
          rows={3}
        />
        <Field
          name="expires"
          label={t('review.waive.expires')}
          hint={t('review.waive.expires.hint')}
          required
          value={sent?.values['expires'] ?? ''}
          error={errors['expires']}
          maxlength={10}
        />
        <Actions>
          <Button kind="secondary">{t('review.waive.send')}</Button>
        </Actions>
      </form>
    </Card>
  )
}
