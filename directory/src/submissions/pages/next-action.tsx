import { Actions, Button, FormToken, href, LinkButton, paths, usePageRequest } from '../../web/index.ts'
import { allows } from '../model.ts'
import type { Detail } from './detail-body.tsx'

type ActionName = 'again' | 'check' | 'publish'

/** The one thing that takes the submission further now; undefined when it is somebody else's turn. */
function actionOf({ view, mayPublish }: Detail): ActionName | undefined {
  const { status, verdict } = view.submission.state
  if (status === 'in-review') return verdict === 'ready' ? undefined : 'check'
  if (allows(status, 'resubmitted')) return 'again'
  return allows(status, 'published') && mayPublish ? 'publish' : undefined
}

export function NextAction({ detail }: { readonly detail: Detail }) {
  const { t, language } = usePageRequest()
  const { id, seen } = detail.view.submission
  const base = href(language, `${paths.submissions}/${id}`)
  const action = actionOf(detail)
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
