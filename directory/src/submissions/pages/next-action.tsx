import { Actions, Button, FormToken, href, LinkButton, paths, usePageRequest } from '../../web/index.ts'
import { allows } from '../model.ts'
import type { SubmissionView } from '../submissions.ts'

/** The one or two things that the publisher can do now. */
export function NextAction({ view }: { readonly view: SubmissionView }) {
  const { t, language } = usePageRequest()
  const { id, seen, state } = view.submission
  const base = href(language, `${paths.submissions}/${id}`)
  const mayResubmit = allows(state.status, 'resubmitted')
  const mayCheck = allows(state.status, 'check-requested') && state.verdict !== 'ready'
  if (!mayResubmit && !mayCheck) return null
  return (
    <form method="post" action={mayResubmit ? `${base}/again` : `${base}/check`}>
      <FormToken />
      <input type="hidden" name="seen" value={seen} />
      <Actions>
        <Button>{t(mayResubmit ? 'submissions.action.again' : 'submissions.action.check')}</Button>
        {mayResubmit ? (
          <LinkButton kind="secondary" href={`${base}/edit`}>
            {t('submissions.action.edit')}
          </LinkButton>
        ) : null}
      </Actions>
    </form>
  )
}
