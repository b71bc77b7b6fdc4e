import { Actions, Button, FormToken, href, LinkButton, paths, usePageRequest } from '../../web/index.ts'
import { allows, type SubmissionState } from '../model.ts'
import type { Detail } from './detail-body.tsx'

type ActionName = 'again' | 'check' | 'publish'

/** The one thing that takes the submission further now; undefined when it is somebody else's turn. */
export function actionOf(
  { status, verdict }: Pick<SubmissionState, 'status' | 'verdict'>,
  mayPublish: boolean,
): ActionName | undefined {
  if (status === 'in-review') return verdict === 'ready' ? undefined : 'check'
  // A new revision would throw the first approval away.
  if (status === 'second-approval') return undefined
  if (allows(status, 'resubmitted')) return 'again'
  return allows(status, 'published') && mayPublish ? 'publish' : undefined
}

export function NextAction({ detail }: { readonly detail: Detail }) {
  const { t, language } = usePageRequest()
  const { id, seen, state } = detail.view.submission
  const base = href(language, `${paths.submissions}/${id}`)
  const action = actionOf(state, detail.mayPublish)
  if (action === undefined) return null
  return (
    <form method="post" action={`${base}/${action}`}>
      <FormToken />
      <input type="hidden" name="seen" value={seen} />
      <Actions>
        <Button>{t(`submissions.action.${action}`)}</Button>
        {action === 'publish' ? null : (
          <LinkButton kind="secondary" href={`${base}/edit`}>
            {t('submissions.action.edit')}
          </LinkButton>
        )}
      </Actions>
    </form>
  )
}
