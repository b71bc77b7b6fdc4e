import type { Child } from 'hono/jsx'
import {
  Callout,
  Cluster,
  ConnectorBreadcrumbs,
  href,
  LinkButton,
  Markdown,
  Page,
  PageHeader,
  paths,
  Section,
  Stack,
  usePageRequest,
  WithAside,
} from '../../web/index.ts'
import { renderMarkdown } from '../markdown.ts'
import {
  isOpen,
  type FormerName,
  type Listing,
  type ListingPreview,
  type ListingVersion,
  type RevisionFacts,
} from '../model.ts'
import type { ModeFacts } from '../connection-modes.ts'
import { ConnectionModes } from './connection-modes.tsx'
import { AuthBadge } from './connector-card.tsx'
import { ConnectorAside, PreviewAside } from './connector-aside.tsx'
import { OwnListing } from './own-listing.tsx'
import { ListingIcon } from './listing-icon.tsx'
import { Tools } from './tools.tsx'

export interface ConnectorProps {
  readonly listing: Listing
  readonly version: ListingVersion
  readonly endpoint: URL
  readonly modes: readonly ModeFacts[]
  readonly health?: Child
  readonly formerNames: readonly FormerName[]
  readonly drift?: Child
  readonly trouble?: Child
}

export function ConnectorPage(props: ConnectorProps) {
  const { listing, version } = props
  return (
    <Page title={version.name} description={version.tagline} before={<ConnectorBreadcrumbs />}>
      <Head
        version={version}
        icon={listing.iconDigest}
        actions={isOpen(listing) && listing.restriction === null ? <Connect listing={listing} /> : undefined}
      />
      <Stack>
        {props.trouble}
        {listing.restriction === null ? <Reminder version={version} /> : null}
        <OwnListing listing={listing} />
        <WithAside aside={<ConnectorAside {...props} />}>
          <Description version={version} />
          {listing.restriction === null ? <ConnectionModes {...props} /> : null}
          <Tools tools={version.tools} />
        </WithAside>
      </Stack>
    </Page>
  )
}

/** The page as it will look, without what only a listed connector has: an address here, a report, ways to connect. */
export function ConnectorPreview({ version }: { readonly version: ListingPreview }) {
  return (
    <>
      <Head version={version} icon={null} level={2} />
      <WithAside aside={<PreviewAside version={version} />}>
        <Description version={version} />
        <Tools tools={version.tools} />
      </WithAside>
    </>
  )
}

function Head({
  version,
  icon,
  level,
  actions,
}: {
  readonly version: RevisionFacts
  readonly icon: string | null
  readonly level?: 2
  readonly actions?: Child
}) {
  return (
    <PageHeader
      eyebrow={<Eyebrow version={version} />}
      title={
        <Cluster>
          <ListingIcon name={version.name} digest={icon} size="large" />
          <span>{version.name}</span>
        </Cluster>
      }
      lead={version.tagline}
      level={level}
      actions={actions}
    />
  )
}

function Description({ version }: { readonly version: RevisionFacts }) {
  const { t } = usePageRequest()
  return (
    <Section title={t('catalogue.connector.what')}>
      <Markdown sanitisedHtml={renderMarkdown(version.descriptionMarkdown)} />
    </Section>
  )
}

function Eyebrow({ version }: { readonly version: RevisionFacts }) {
  const { t, language } = usePageRequest()
  return (
    <>
      <AuthBadge auth={version.authType} />
      {version.categories.map((category) => (
        <a href={href(language, `${paths.connectors}?category=${category}`)}>
          {t(`catalogue.category.${category}`)}
        </a>
      ))}
    </>
  )
}

/** To the page that says what connecting means; signed out, by way of the sign-in. */
function Connect({ listing }: { readonly listing: Listing }) {
  const { t, language, viewer } = usePageRequest()
  const connect = href(language, `/connect/${listing.slug}`)
  if (viewer !== null) return <LinkButton href={connect}>{t('catalogue.connector.connect')}</LinkButton>
  const signIn = `${paths.signIn}?next=${encodeURIComponent(connect)}`
  return <LinkButton href={href(language, signIn)}>{t('catalogue.connector.sign-in')}</LinkButton>
}

/** Listed is not guaranteed: said before anybody connects. @see requirements.md LST-05 */
function Reminder({ version }: { readonly version: ListingVersion }) {
  const { t } = usePageRequest()
  return (
    <Callout>
      <p>{t('catalogue.connector.reminder', { publisher: version.publisherName })}</p>
      <p>
        {version.authType === 'none'
          ? t('catalogue.connector.connect.open')
          : t('catalogue.connector.connect.oauth', { host: new URL(version.serverUrl).host })}
      </p>
    </Callout>
  )
}
