import type { HealthLabel } from '../../monitoring/index.ts'
import { fewestPeople } from '../../telemetry/index.ts'
import {
  Badge,
  EmptyState,
  href,
  LinkButton,
  Page,
  PageHeader,
  paths,
  Section,
  Sentence,
  Stack,
  StatusPill,
  Table,
  Time,
  usePageRequest,
  type BadgeKind,
} from '../../web/index.ts'
import type { Overview, OwnListing } from '../dashboard.ts'
import type { Waiting } from '../waiting.ts'

/** What an organisation has published, how it is doing, and what waits for its people. */
export function DashboardPage({ listings, waiting }: Overview) {
  const { t, language } = usePageRequest()
  const submissions = (
    <LinkButton kind="secondary" href={href(language, paths.submissions)}>
      {t('dashboard.submissions')}
    </LinkButton>
  )
  return (
    <Page title={t('dashboard.title')}>
      <PageHeader title={t('dashboard.title')} lead={t('dashboard.lead')} actions={submissions} />
      <Stack gap="wide">
        <WaitingList waiting={waiting} named />
        <Section title={t('dashboard.connectors')}>
          {listings.length === 0 ? (
            <EmptyState
              title={t('dashboard.none')}
              action={
                <LinkButton href={href(language, paths.submit)}>{t('submissions.mine.submit')}</LinkButton>
              }
            >
              <p>{t('dashboard.none.do')}</p>
            </EmptyState>
          ) : (
            <Listings listings={listings} />
          )}
        </Section>
      </Stack>
    </Page>
  )
}

const healthKinds: Readonly<Record<HealthLabel, BadgeKind>> = {
  healthy: 'good',
  'worth-a-look': 'warn',
  degraded: 'bad',
  'not-enough-data': 'neutral',
}

function Listings({ listings }: { readonly listings: readonly OwnListing[] }) {
  const { t, language } = usePageRequest()
  return (
    <Table<OwnListing>
      caption={t('dashboard.connectors')}
      captionHidden
      rows={listings}
      columns={[
        {
          title: t('dashboard.connector'),
          cell: ({ endpoint: { name, slug } }) => (
            <a href={href(language, `${paths.dashboard}/${slug}`)}>{name}</a>
          ),
        },
        {
          title: t('dashboard.state'),
          cell: ({ shown }) => <StatusPill status={shown} />,
        },
        {
          title: t('dashboard.health'),
          cell: ({ health }) => <Badge kind={healthKinds[health]}>{t(`monitoring.label.${health}`)}</Badge>,
        },
        { title: t('dashboard.people'), numeric: true, cell: ({ people }) => <Fewer of={people} /> },
      ]}
    />
  )
}

/** A figure of people, or that there are too few to say. */
export function Fewer({ of }: { readonly of: number | null }) {
  const { t, language } = usePageRequest()
  if (of === null) return <span class="muted">{t('dashboard.fewer', { fewest: fewestPeople })}</span>
  return <>{new Intl.NumberFormat(language).format(of)}</>
}

/** Requests, objections and deadlines; `named` where there are several connectors. */
export function WaitingList({
  waiting,
  named,
}: {
  readonly waiting: readonly Waiting[]
  readonly named?: boolean
}) {
  const { t, language } = usePageRequest()
  return (
    <Section title={t('dashboard.waits')}>
      {waiting.length === 0 ? (
        <p class="muted">{t('dashboard.waits.none')}</p>
      ) : (
        <ul>
          {waiting.map(({ kind, name, path, by }) => (
            <li>
              {named === true ? <strong>{name}: </strong> : null}
              <a href={href(language, path)}>{t(`dashboard.waits.${kind}`)}</a>{' '}
              {by === null ? null : (
                <Badge kind="warn">
                  <Sentence text="dashboard.by" parts={{ by: <Time at={by} dateOnly /> }} />
                </Badge>
              )}
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}
