import type { Child } from 'hono/jsx'
import {
  Callout,
  ConnectorBreadcrumbs,
  href,
  Page,
  PageHeader,
  paths,
  Section,
  Stack,
  Time,
  usePageRequest,
} from '../../web/index.ts'
import type { Listing, Removal } from '../model.ts'
import { OwnListing } from './own-listing.tsx'

/** A connector was here: that it is gone, why, and what its users can do. */
export function TombstonePage({
  name,
  listing,
  why,
}: {
  readonly name: string
  readonly listing: Listing
  readonly why: Child
}) {
  const { t, language } = usePageRequest()
  // Then it is to be disconnected, and its note says so.
  const blocked = listing.restriction === 'delisted'
  return (
    <Page title={name} narrow before={<ConnectorBreadcrumbs />}>
      <PageHeader title={name} lead={t('catalogue.tombstone.lead')} />
      <Stack>
        {why}
        <OwnListing listing={listing} />
        <Section title={t('catalogue.tombstone.do')}>
          <ul>
            {blocked ? null : <li>{t('catalogue.tombstone.do.users')}</li>}
            <li>
              <a href={href(language, paths.connections)}>{t('catalogue.tombstone.do.connections')}</a>
            </li>
            <li>
              <a href={href(language, paths.connectors)}>{t('catalogue.tombstone.do.search')}</a>
            </li>
          </ul>
        </Section>
      </Stack>
    </Page>
  )
}

/** Since when, by whom and why. */
export function RemovedNote({ removal: { at, by, reason } }: { readonly removal: Removal }) {
  const { t } = usePageRequest()
  return (
    <Callout kind="warn" title={t(`ownership.tombstone.${by}`)}>
      <p>
        {t('ownership.tombstone.since')} <Time at={at} dateOnly />
      </p>
      {reason === '' ? null : (
        <blockquote class="prose">
          <p>{reason}</p>
        </blockquote>
      )}
    </Callout>
  )
}
