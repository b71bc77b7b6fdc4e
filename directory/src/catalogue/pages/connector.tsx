import type { Child } from 'hono/jsx'
import {
  Breadcrumbs,
  Callout,
  Cluster,
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
import { isOpen, type FormerName, type Listing, type ListingVersion } from '../model.ts'
import type { ModeFacts } from '../connection-modes.ts'
import { ConnectionModes } from './connection-modes.tsx'
import { AuthBadge } from './connector-card.tsx'
import { ConnectorAside } from './connector-aside.tsx'
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
  const { t, language } = usePageRequest()
  return (
    <Page
      title={version.name}
      description={version.tagline}
      before={
        <Breadcrumbs
          items={[{ label: t('catalogue.search.title'), href: href(language, paths.connectors) }]}
        />
      }
    >
      <PageHeader
        eyebrow={<Eyebrow version={version} />}
        title={
          <Cluster>
            <ListingIcon name={version.name} digest={listing.iconDigest} size="large" />
            <span>{version.name}</span>
          </Cluster>
        }
        lead={version.tagline}
        actions={isOpen(listing) && listing.restriction === null ? <Connect listing={listing} /> : undefined}
      />
      <Stack>
        {props.trouble}
        <Reminder listing={listing} version={version} />
        <OwnListing listing={listing} />
        <WithAside aside={<ConnectorAside {...props} />}>
          <Section title={t('catalogue.connector.what')}>
            <Markdown sanitisedHtml={renderMarkdown(version.descriptionMarkdown)} />
          </Section>
          <ConnectionModes {...props} />
          <Tools tools={version.tools} />
        </WithAside>
      </Stack>
    </Page>
  )
}

function Eyebrow({ version }: { readonly version: ListingVersion }) {
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
function Reminder({ listing, version }: { readonly listing: Listing; readonly version: ListingVersion }) {
  const { t } = usePageRequest()
  if (!isOpen(listing)) {
    return (
      <Callout kind="warn" title={t('catalogue.connector.unlisted')}>
        <p>{t('catalogue.connector.unlisted.do')}</p>
      </Callout>
    )
  }
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
