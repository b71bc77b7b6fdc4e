import type { Child } from 'hono/jsx'
import { Findings } from '../../submissions/index.ts'
import {
  Breadcrumbs,
  href,
  LinkButton,
  Page,
  PageHeader,
  paths,
  Section,
  Sentence,
  Stack,
  StatusPill,
  Time,
  usePageRequest,
  WithAside,
} from '../../web/index.ts'
import type { ListingDashboard } from '../dashboard.ts'
import { Badges } from './badges.tsx'
import { WaitingList } from './dashboard.tsx'
import { Usage } from './usage.tsx'
import { VersionForm } from './versions.tsx'

export interface ListingDashboardProps extends ListingDashboard {
  readonly health: Child
  readonly ledger: Child
  /** Whether its tools are still what was approved. */
  readonly drift: Child
  /** What its safety or its reliability has led to; null when all is well. */
  readonly note: Child
  readonly publicUrl: URL
}

/** One listing, for the people of its publisher. */
export function ListingDashboardPage(props: ListingDashboardProps) {
  const { t, language } = usePageRequest()
  const { listing, version, waiting } = props
  return (
    <Page
      title={version.name}
      before={
        <Breadcrumbs items={[{ label: t('dashboard.title'), href: href(language, paths.dashboard) }]} />
      }
    >
      <PageHeader
        eyebrow={<StatusPill status={props.shown} />}
        title={version.name}
        lead={version.tagline}
        actions={
          <LinkButton kind="secondary" href={href(language, `/connectors/${listing.slug}`)}>
            {t('dashboard.public')}
          </LinkButton>
        }
      />
      <WithAside aside={<Aside {...props} />}>
        <Stack gap="wide">
          {props.note}
          <WaitingList waiting={waiting} />
          <Usage usage={props.usage} people={props.people} />
          <Versions {...props} />
          <Badges slug={listing.slug} publicUrl={props.publicUrl} name={version.name} />
          <NewestReport {...props} />
        </Stack>
      </WithAside>
    </Page>
  )
}

function Aside({ health, ledger, drift, listing }: ListingDashboardProps) {
  const { t, language } = usePageRequest()
  const page = href(language, `/connectors/${listing.slug}`)
  return (
    <Stack>
      {health}
      {drift}
      {ledger}
      <ul>
        <li>
          <a href={`${page}/icon`}>{t('icons.own')}</a>
        </li>
        <li>
          <a href={`${page}/upkeep`}>{t('upkeep.link')}</a>
        </li>
        <li>
          <a href={`${page}/ownership`}>{t('ownership.own')}</a>
        </li>
      </ul>
    </Stack>
  )
}

function Versions({ listing, versions }: ListingDashboardProps) {
  const { t } = usePageRequest()
  const [newest, previous] = versions
  return (
    <Section title={t('dashboard.versions')} lead={t('dashboard.versions.lead')}>
      {newest === undefined || previous === undefined ? (
        <p class="muted">{t('dashboard.versions.one')}</p>
      ) : (
        <VersionForm slug={listing.slug} versions={versions} from={previous.version} to={newest.version} />
      )}
    </Section>
  )
}

function NewestReport({ report }: ListingDashboardProps) {
  const { t } = usePageRequest()
  const title = t('dashboard.findings')
  if (report === undefined) {
    return (
      <Section title={title}>
        <p class="muted">{t('dashboard.findings.none')}</p>
      </Section>
    )
  }
  const parts = { at: <Time at={report.createdAt} />, policy: <code>{report.report.policy}</code> }
  return (
    <Section title={title} lead={<Sentence text="dashboard.findings.of" parts={parts} />}>
      <Findings report={report.report} />
    </Section>
  )
}
