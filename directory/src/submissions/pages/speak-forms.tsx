import {
  Actions,
  Button,
  Details,
  Field,
  FormToken,
  href,
  paths,
  Section,
  usePageRequest,
} from '../../web/index.ts'
import { allows } from '../model.ts'
import type { Detail } from './detail-body.tsx'
import { Thread } from './thread.tsx'

/** Messages to and from the reviewers. */
export function PublisherThread({ detail: { view } }: { readonly detail: Detail }) {
  const { t, language } = usePageRequest()
  const { id, state } = view.submission
  const open = allows(state.status, 'replied')
  if (!open && !view.past.some(({ event }) => event.name === 'replied')) return null
  return (
    <Section title={t('submissions.thread.title')} lead={open ? t('submissions.thread.lead') : undefined}>
      <Thread past={view.past} side="publisher" />
      {open ? (
        <form method="post" action={href(language, `${paths.submissions}/${id}/replies`)}>
          <FormToken />
          <Field
            type="textarea"
            name="text"
            label={t('submissions.thread.write')}
            required
            maxlength={4_000}
            rows={3}
          />
          <Actions>
            <Button kind="secondary">{t('submissions.thread.send')}</Button>
          </Actions>
        </form>
      ) : null}
    </Section>
  )
}

/** Against a rejection or "not a fit", once. */
export function AppealForm({ detail: { view } }: { readonly detail: Detail }) {
  const { t, language } = usePageRequest()
  const { id, seen, state } = view.submission
  if (!allows(state.status, 'appealed') || state.appeal !== null) return null
  return (
    <Details summary={t('submissions.appeal.open-form')}>
      <form method="post" action={href(language, `${paths.submissions}/${id}/appeal`)}>
        <FormToken />
        <input type="hidden" name="seen" value={seen} />
        <p>{t('submissions.appeal.lead')}</p>
        <Field
          type="textarea"
          name="text"
          label={t('submissions.appeal.text')}
          required
          maxlength={4_000}
          rows={4}
        />
        <Actions>
          <Button kind="secondary">{t('submissions.appeal.send')}</Button>
        </Actions>
      </form>
    </Details>
  )
}
