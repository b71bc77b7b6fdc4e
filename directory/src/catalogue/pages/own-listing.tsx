import { href, usePageRequest } from '../../web/index.ts'
import type { Listing } from '../model.ts'

/** What the people of the publisher, and operators, do with a listing. */
export function OwnListing({ listing }: { readonly listing: Listing }) {
  const { t, language, viewer } = usePageRequest()
  const own = viewer?.organisation === listing.organisation
  if (listing.version === 0 || (!own && viewer?.roles.has('operator') !== true)) return null
  const page = href(language, `/connectors/${listing.slug}`)
  return (
    <p>
      {own && listing.state === 'published' ? (
        <>
          <a href={`${page}/icon`}>{t('icons.own')}</a>
          {' · '}
        </>
      ) : null}
      <a href={`${page}/ownership`}>{t(own ? 'ownership.own' : 'ownership.operate')}</a>
      {' · '}
      <a href={`${page}/upkeep`}>{t('upkeep.link')}</a>
    </p>
  )
}
