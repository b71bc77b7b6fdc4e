import { href, paths, usePageRequest, type TextKey } from '../../web/index.ts'
import type { Listing } from '../model.ts'

/** What the people of the publisher, and operators, do with a listing. */
export function OwnListing({ listing }: { readonly listing: Listing }) {
  const { t, language, viewer } = usePageRequest()
  const own = viewer?.organisation === listing.organisation
  const operates = viewer?.roles.has('operator') === true && listing.state !== 'removed'
  if (listing.version === 0 || !(own || operates)) return null
  const page = href(language, `/connectors/${listing.slug}`)
  return (
    <p>
      {own ? (
        <>
          <a href={href(language, `${paths.dashboard}/${listing.slug}`)}>{t('dashboard.own')}</a>
          {' · '}
        </>
      ) : null}
      {own && listing.state === 'published' ? (
        <>
          <a href={`${page}/icon`}>{t('icons.own')}</a>
          {' · '}
        </>
      ) : null}
      <a href={`${page}/ownership`}>{t(wordsFor(listing, own))}</a>
      {' · '}
      <a href={`${page}/upkeep`}>{t('upkeep.link')}</a>
    </p>
  )
}

function wordsFor({ state }: Listing, own: boolean): TextKey {
  if (!own) return 'ownership.operate'
  return state === 'removed' ? 'ownership.relist' : 'ownership.own'
}
