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

/** The publisher's words, and what is decided on them; for whoever has taken the case. */
export function AppealForm({ submission, actions, sent: all }: ConsoleProps) {
  const { t, language } = usePageRequest()
  const { appeal } = submission.state
  if (appeal === null || appeal.outcome !== 'open') return null
  const action = actions.find(({ name }) => name === 'decide-appeal')
  const sent = all?.form === 'appeal' ? all : undefined
  const errors = sent?.errors ?? {}
  return (
    <Card title={t('review.appeal.title')}>
      <p>{t('review.appeal.says')}</p>
      <blockquote class="prose">
        <p>{appeal.text}</p>
      </blockquote>
      {action === undefined || action.obstacle !== null ? null : (
        <form method="post" action={href(language, `/review/${submission.id}/appeal`)}>
          <ErrorSummary errors={errors} />
          <FormToken />
          <input type="hidden" name="seen" value={String(submission.seen)} />
          <Field
            type="radios"
            name="decision"
            label={t('review.decide.what')}
            required
            values={[sent?.values['decision'] ?? '']}
            error={errors['decision']}
            choices={(['grant', 'refuse'] as const).map((value) => ({
              value,
              label: t(`review.appeal.${value}`),
              hint: t(`review.appeal.${value}.hint`),
            }))}
          />
          <Field
            type="textarea"
            name="text"
            label={t('review.decide.text')}
            required
            value={sent?.values['text'] ?? ''}
            error={errors['text']}
            maxlength={4_000}
            rows={4}
          />
          <Actions>
            <Button>{t('review.decide.send')}</Button>
          </Actions>
        </form>
      )}
    </Card>
  )
}
