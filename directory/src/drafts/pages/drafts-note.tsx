import { Callout, href, paths, usePageRequest } from '../../web/index.ts'

/** For the page of what was submitted: what is not yet. */
export function DraftsNote({ count }: { readonly count: number }) {
  const { t, language } = usePageRequest()
  return (
    <Callout>
      <p>
        {t('drafts.note', { count })} <a href={href(language, paths.submit)}>{t('drafts.note.link')}</a>
      </p>
    </Callout>
  )
}
