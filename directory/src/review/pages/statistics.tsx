import { ClauseWords } from '../../submissions/index.ts'
import {
  BarChart,
  Card,
  DefinitionList,
  Details,
  href,
  Page,
  PageHeader,
  paths,
  Section,
  spokenTime,
  Stack,
  Table,
  Tabs,
  usePageRequest,
  type BadgeKind,
} from '../../web/index.ts'
import {
  fewestPublishers,
  monthlyOutcomes,
  stepsOf,
  windowDays,
  type ClauseStatistics,
  type MonthlyOutcome,
  type Shown,
  type ShownOutcomes,
  type Statistics,
  type WindowStatistics,
} from '../statistics.ts'

/** For everybody: what decisions rested on, in figures in which nobody's single case can be seen. */
export function StatisticsPage({
  statistics,
  shown,
}: {
  readonly statistics: Statistics
  readonly shown: WindowStatistics
}) {
  const { t, language } = usePageRequest()
  const until = spokenTime(statistics.until, language, { dateOnly: true })
  return (
    <Page title={t('statistics.title')} description={t('statistics.lead')}>
      <PageHeader title={t('statistics.title')} lead={t('statistics.lead')} />
      <Stack gap="wide">
        <Stack gap="tight">
          <p class="muted">
            {t('statistics.until', { until })}{' '}
            {t('statistics.how.fewest', { fewest: fewestPublishers, steps: stepsOf })}
          </p>
          <Details summary={t('statistics.how')}>
            <WhatIsCounted />
          </Details>
        </Stack>
        <Stack>
          <Tabs
            label={t('statistics.windows')}
            tabs={windowDays.map((days) => ({
              label: t('statistics.window', { count: days }),
              href: href(
                language,
                days === windowDays[1] ? paths.statistics : `${paths.statistics}?days=${days}`,
              ),
              current: days === shown.days,
            }))}
          />
          <Overall of={shown} />
        </Stack>
        <Clauses of={shown} />
        <Months months={statistics.months} />
        <p>
          <a href="/api/v1/statistics">{t('statistics.json')}</a>
        </p>
      </Stack>
    </Page>
  )
}

function WhatIsCounted() {
  const { t } = usePageRequest()
  return (
    <ul>
      <li>{t('statistics.how.decision')}</li>
      <li>{t('statistics.how.rejection')}</li>
      <li>{t('statistics.how.share')}</li>
      <li>{t('statistics.how.wait')}</li>
      <li>{t('statistics.how.appeal')}</li>
    </ul>
  )
}

function Figure({ of }: { readonly of: Shown }) {
  const { t, language } = usePageRequest()
  if (of === null) return <span class="muted">{t('statistics.few', { fewest: fewestPublishers })}</span>
  return <>{new Intl.NumberFormat(language).format(of)}</>
}

function Overall({ of }: { readonly of: WindowStatistics }) {
  const { t } = usePageRequest()
  const { medianAgeDays: median, appealsGranted: granted, appealsDecided: decided } = of
  const few = <Figure of={null} />
  const appeals =
    granted === null || decided === null ? (
      <Figure of={granted} />
    ) : (
      t('statistics.appeals-of', { granted, decided })
    )
  return (
    <Card title={t('statistics.overall')}>
      <DefinitionList
        items={[
          { term: t('statistics.decisions'), value: <Figure of={of.decisions} /> },
          { term: t('statistics.outcome.approved'), value: <Figure of={of.outcomes.approved} /> },
          {
            term: t('statistics.median'),
            value: median === null ? few : t('statistics.days', { count: median }),
          },
          { term: t('statistics.waivers'), value: <Figure of={of.waivers} /> },
          { term: t('statistics.appeals'), value: appeals },
        ]}
      />
    </Card>
  )
}

function Clauses({ of }: { readonly of: WindowStatistics }) {
  const { t } = usePageRequest()
  const title = t('statistics.clauses')
  return (
    <Section title={title} lead={t('statistics.clauses.lead')}>
      {of.clauses.length === 0 ? (
        <p>{t('statistics.clauses.none', { fewest: fewestPublishers })}</p>
      ) : (
        <Table<ClauseStatistics>
          caption={title}
          captionHidden
          rows={of.clauses}
          columns={[
            {
              title: t('statistics.clause'),
              cell: ({ clause }) => (
                <>
                  <code>{clause}</code> <ClauseWords clause={clause} />
                </>
              ),
            },
            { title: t('statistics.named'), numeric: true, cell: (one) => <Figure of={one.decisions} /> },
            {
              title: t('statistics.share'),
              numeric: true,
              cell: ({ share }) => (share === null ? '–' : `${share} %`),
            },
            {
              title: t('statistics.rejections'),
              numeric: true,
              cell: (one) => <Figure of={one.rejections} />,
            },
            {
              title: t('statistics.changes'),
              numeric: true,
              cell: (one) => <Figure of={one.changesAsked} />,
            },
            { title: t('statistics.waived'), numeric: true, cell: (one) => <Figure of={one.waivers} /> },
          ]}
        />
      )}
    </Section>
  )
}

const kinds: Readonly<Record<MonthlyOutcome, BadgeKind>> = {
  approved: 'good',
  changesAsked: 'warn',
  rejected: 'bad',
  rejectedByCheck: 'bad',
  notAFit: 'neutral',
  lapsed: 'neutral',
}

function Months({ months }: Pick<Statistics, 'months'>) {
  const { t, language } = usePageRequest()
  const form = new Intl.DateTimeFormat(language, { month: 'short', year: 'numeric', timeZone: 'UTC' })
  const sum = (of: ShownOutcomes): number => monthlyOutcomes.reduce((all, name) => all + (of[name] ?? 0), 0)
  const most = Math.max(...months.map(({ outcomes }) => sum(outcomes)))
  const [first, last] = [months[0], months.at(-1)].map((one) => form.format(one?.month))
  return (
    <Section title={t('statistics.months')} lead={t('statistics.months.lead')}>
      <Stack>
        <BarChart
          label={t('statistics.months.chart')}
          bars={months.map(({ outcomes }) => ({
            parts: monthlyOutcomes.map((name) => ({ kind: kinds[name], value: outcomes[name] ?? 0 })),
          }))}
          most={new Intl.NumberFormat(language).format(most)}
          ends={[first ?? '', last ?? '']}
          legend={[
            { kind: 'good', name: t('statistics.outcome.approved') },
            { kind: 'warn', name: t('statistics.outcome.changesAsked') },
            { kind: 'bad', name: t('statistics.rejections') },
            {
              kind: 'neutral',
              name: `${t('statistics.outcome.notAFit')}, ${t('statistics.outcome.lapsed')}`,
            },
          ]}
        />
        <Details summary={t('statistics.months.table')}>
          <Table
            caption={t('statistics.months')}
            captionHidden
            rows={months.toReversed()}
            columns={[
              { title: t('statistics.month'), cell: ({ month }) => form.format(month) },
              ...monthlyOutcomes.map((name) => ({
                title: t(`statistics.outcome.${name}`),
                numeric: true,
                cell: ({ outcomes }: Statistics['months'][number]) => <Figure of={outcomes[name]} />,
              })),
            ]}
          />
        </Details>
      </Stack>
    </Section>
  )
}
