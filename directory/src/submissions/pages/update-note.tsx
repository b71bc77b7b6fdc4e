import { Actions, Callout, href, LinkButton, paths, usePageRequest, type TextKey } from '../../web/index.ts'
import type { SubmissionId } from '../../kernel/index.ts'
import type { Detail } from './detail-body.tsx'

/** What this submission is to the listing and to other submissions of it. */
export function UpdateNote({ detail }: { readonly detail: Detail }) {
  const { t } = usePageRequest()
  const { updates, status } = detail.view.submission.state
  if (status === 'published') return <NextVersion detail={detail} />
  if (updates === null || status === 'withdrawn') return null
  const removed = detail.listingState === 'removed'
  return (
    <Callout title={t('updates.beside.title')}>
      <p>{removed ? t('updates.beside.removed') : t('updates.beside.text', { version: String(updates) })}</p>
    </Callout>
  )
}

/** Where the next version begins, or the one that has begun. */
function NextVersion({ detail }: { readonly detail: Detail }) {
  const { t, language } = usePageRequest()
  const { view, siblings, listingState, owner } = detail
  const { id } = view.submission
  const open = siblings.find((each) => each.open)
  if (open !== undefined) return <Other id={open.id} text="updates.open" link="updates.open.link" />
  const newest = siblings.find(({ status }) => status === 'published')
  if (newest !== undefined && newest.id !== id) {
    return <Other id={newest.id} text="updates.newer" link="updates.newer.link" />
  }
  if (!owner) return null
  return (
    <>
      <p class="muted">{t('updates.begin.text')}</p>
      <Actions>
        <LinkButton kind="secondary" href={href(language, `${paths.submissions}/${id}/update`)}>
          {t(listingState === 'removed' ? 'updates.begin.relist' : 'updates.begin')}
        </LinkButton>
      </Actions>
    </>
  )
}

function Other({
  id,
  text,
  link,
}: {
  readonly id: SubmissionId
  readonly text: TextKey
  readonly link: TextKey
}) {
  const { t, language } = usePageRequest()
  return (
    <p>
      {t(text)} <a href={href(language, `${paths.submissions}/${id}`)}>{t(link)}</a>
    </p>
  )
}
