import { allows, Thread } from '../../submissions/index.ts'
import { Actions, Button, Card, Field, FormToken, href, usePageRequest } from '../../web/index.ts'
import type { ConsoleProps } from './console.tsx'

/** Messages between publisher and reviewers. */
export function ThreadCard({ submission, past, sent: all }: ConsoleProps) {
  const { t, language } = usePageRequest()
  const open = allows(submission.state.status, 'replied')
  if (!open && !past.some(({ event }) => event.name === 'replied')) return null
  const sent = all?.form === 'reply' ? all : undefined
  return (
    <Card title={t('submissions.thread.title')}>
      <Thread past={past} side="reviewer" />
      {open ? (
        <form method="post" action={href(language, `/review/${submission.id}/replies`)}>
          <FormToken />
          <Field
            type="textarea"
            name="message"
            label={t('submissions.thread.write')}
            required
            value={sent?.values['message'] ?? ''}
            error={sent?.errors['text']}
            maxlength={4_000}
            rows={3}
          />
          <Actions>
            <Button kind="secondary">{t('submissions.thread.send')}</Button>
          </Actions>
        </form>
      ) : null}
    </Card>
  )
}
