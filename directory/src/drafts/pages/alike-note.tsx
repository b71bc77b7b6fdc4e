import type { Alike } from '../../catalogue/index.ts'
import { Callout, href, paths, usePageRequest } from '../../web/index.ts'

/** Listings that people could take for this one. A warning: who submits may be right. */
export function AlikeNote({ alike }: { readonly alike: readonly Alike[] }) {
  const { t, language } = usePageRequest()
  if (alike.length === 0) return null
  return (
    <Callout kind="warn" title={t('drafts.alike')}>
      <p>{t('drafts.alike.lead')}</p>
      <ul>
        {alike.map(({ slug, name, publisherName, why }) => (
          <li>
            <a href={href(language, `${paths.connectors}/${slug}`)}>{name}</a> ({publisherName}):{' '}
            {t(`drafts.alike.${why}`)}
          </li>
        ))}
      </ul>
    </Callout>
  )
}
