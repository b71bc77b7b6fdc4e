import type { Child } from 'hono/jsx'
import { isStaff } from '../../kernel/index.ts'
import {
  Badge,
  Card,
  Cluster,
  DefinitionList,
  Hidden,
  href,
  LinkButton,
  spokenTime,
  Time,
  usePageRequest,
  type Definition,
  type Translate,
} from '../../web/index.ts'
import {
  surfaces,
  type Listing,
  type ListingPreview,
  type ListingVersion,
  type RevisionFacts,
} from '../model.ts'
import type { ConnectorProps } from './connector.tsx'
import { CountBadges, VerdictBadge } from './verdict.tsx'

/** What the gateway holds every call to (requirements.md LIM; FAQ). */
const limits = { seconds: 300, tokens: 25_000 } as const

export function ConnectorAside({
  listing,
  version,
  health,
  drift,
  formerNames,
}: Pick<ConnectorProps, 'listing' | 'version' | 'health' | 'drift' | 'formerNames'>) {
  return (
    <>
      <Surfaces version={version} />
      <ReportCard listing={listing} version={version} />
      {health}
      {drift}
      <Facts listing={listing} version={version} formerNames={formerNames} />
      <Links version={version} />
      <SafetyLinks listing={listing} />
    </>
  )
}

/** Everybody may report a connector of others; those who decide see what restricts it. */
function SafetyLinks({ listing }: { readonly listing: Listing }) {
  const { t, language, viewer } = usePageRequest()
  const page = `/connectors/${listing.slug}`
  const decides = viewer !== null && isStaff(viewer)
  return (
    <Cluster>
      {viewer?.organisation === listing.organisation ? null : (
        <a class="small" href={href(language, `${page}/complain`)}>
          {t('safety.complain.link')}
        </a>
      )}
      {decides ? (
        <a class="small" href={href(language, `${page}/safety`)}>
          {t('safety.link')}
        </a>
      ) : null}
    </Cluster>
  )
}

/** The same of what is not listed yet. */
export function PreviewAside({ version }: { readonly version: ListingPreview }) {
  const { t } = usePageRequest()
  return (
    <>
      <Surfaces version={version} />
      <Card title={t('catalogue.connector.facts')}>
        <DefinitionList items={[...statedItems(version, t)]} />
      </Card>
      <Links version={version} />
    </>
  )
}

function Surfaces({ version }: { readonly version: Pick<ListingVersion, 'surfaces'> }) {
  const { t } = usePageRequest()
  return (
    <Card title={t('catalogue.connector.surfaces')}>
      <Cluster>
        {surfaces.map((surface) => {
          const works = version.surfaces.includes(surface)
          return (
            <Badge kind={works ? 'good' : 'neutral'}>
              {`${works ? '✓' : '✕'} ${t(`catalogue.surface.${surface}`)}`}
              <Hidden> {t(works ? 'catalogue.surface.works' : 'catalogue.surface.works-not')}</Hidden>
            </Badge>
          )
        })}
      </Cluster>
    </Card>
  )
}

function ReportCard({ listing, version }: { readonly listing: Listing; readonly version: ListingVersion }) {
  const { t, language } = usePageRequest()
  return (
    <Card
      title={t('catalogue.connector.report')}
      footer={
        <LinkButton href={href(language, `/connectors/${listing.slug}/report`)} kind="secondary" small>
          {t('catalogue.connector.report.read')}
        </LinkButton>
      }
    >
      <Cluster>
        <VerdictBadge verdict={version.report.verdict} />
        <span class="muted small">
          <Time at={version.report.checkedAt} dateOnly />
        </span>
      </Cluster>
      <CountBadges counts={version.report.counts} />
    </Card>
  )
}

function Facts({
  listing,
  version,
  formerNames,
}: Pick<ConnectorProps, 'listing' | 'version' | 'formerNames'>) {
  const { t, language } = usePageRequest()
  const former = formerNames.map(({ name, until }) => ({
    term: t('updates.names'),
    value: t('updates.names.one', { name, until: spokenTime(until, language, { dateOnly: true }) }),
  }))
  return (
    <Card title={t('catalogue.connector.facts')}>
      <DefinitionList
        items={[
          ...statedItems(version, t),
          { term: t('catalogue.connector.version'), value: String(version.version) },
          { term: t('catalogue.connector.published'), value: <Time at={version.publishedAt} dateOnly /> },
          { term: t('catalogue.connector.registry-name'), value: <code>{listing.registryName}</code> },
          ...former,
        ]}
      />
    </Card>
  )
}

function statedItems(version: RevisionFacts, t: Translate): readonly Definition[] {
  return [
    { term: t('catalogue.connector.publisher'), value: <Publisher version={version} /> },
    { term: t('catalogue.connector.auth'), value: t(`catalogue.auth.${version.authType}`) },
    { term: t('catalogue.connector.limits'), value: t('catalogue.connector.limits.value', limits) },
  ]
}

function Publisher({ version: { publisherName, publisherUrl } }: { readonly version: RevisionFacts }) {
  return publisherUrl === null ? <>{publisherName}</> : <Outside href={publisherUrl}>{publisherName}</Outside>
}

function Links({ version }: { readonly version: RevisionFacts }) {
  const { t } = usePageRequest()
  const links = [
    [t('catalogue.connector.documentation'), version.documentationUrl],
    [t('catalogue.connector.support'), version.supportContact],
    [t('catalogue.connector.privacy'), version.privacyUrl],
    [t('catalogue.connector.terms'), version.termsUrl],
    [t('catalogue.connector.security'), version.securityContact],
  ] as const
  const items = links.flatMap(([term, address]): Definition[] =>
    address === null ? [] : [{ term, value: <Contact address={address} /> }],
  )
  if (items.length === 0) return null
  return (
    <Card title={t('catalogue.connector.links')}>
      <DefinitionList items={items} />
    </Card>
  )
}

/** A web page by its host, an e-mail address as it is. Other schemes are shown, never linked. */
function Contact({ address }: { readonly address: string }) {
  if (/^https?:\/\//.test(address) && URL.canParse(address)) {
    return <Outside href={address}>{new URL(address).host}</Outside>
  }
  if (/^[^\s@:/?&]+@[^\s@:/?&]+$/.test(address))
    return <Outside href={`mailto:${address}`}>{address}</Outside>
  return <>{address}</>
}

function Outside({ href: address, children }: { readonly href: string; readonly children: Child }) {
  return (
    <a href={address} rel="nofollow noopener ugc">
      {children}
    </a>
  )
}
