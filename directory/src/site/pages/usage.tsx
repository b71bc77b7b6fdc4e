import {
  failureKinds,
  failureSteps,
  fewestPeople,
  usageDays,
  type ListingUsage,
} from '../../telemetry/index.ts'
import {
  BarChart,
  Card,
  DefinitionList,
  Details,
  Grid,
  Section,
  spokenTime,
  Stack,
  Table,
  Time,
  usePageRequest,
} from '../../web/index.ts'
import { Fewer } from './dashboard.tsx'

interface UsageProps {
  readonly usage: ListingUsage
  /** Who have connected it. */
  readonly people: number | null
}

/** How much a listing is used, never by whom. */
export function Usage({ usage, people }: UsageProps) {
  const { t, language } = usePageRequest()
  const { days } = usage
  const shown = days.filter(({ calls }) => calls !== null)
  const dates = [days[0], days.at(-1)].map((one) =>
    one === undefined ? '' : spokenTime(one.day, language, { dateOnly: true }),
  )
  const most = Math.max(0, ...days.map(({ calls }) => calls ?? 0))
  const lead = { days: usageDays, fewest: fewestPeople, steps: failureSteps }
  return (
    <Section title={t('dashboard.usage')} lead={t('dashboard.usage.lead', lead)}>
      <Stack>
        <BarChart
          label={t('dashboard.usage.chart', { days: usageDays, shown: shown.length })}
          bars={days.map(({ calls }) => ({ parts: [{ kind: 'info', value: calls ?? 0 }] }))}
          most={new Intl.NumberFormat(language).format(most)}
          ends={[dates[0] ?? '', dates[1] ?? '']}
        />
        <Grid>
          <Card title={t('dashboard.usage.calls')}>
            <DefinitionList items={facts(usage, people).map(([term, value]) => ({ term: t(term), value }))} />
          </Card>
          <Card title={t('dashboard.failures')}>
            <Failures usage={usage} />
          </Card>
        </Grid>
        <Details summary={t('dashboard.usage.table')}>
          <Table
            caption={t('dashboard.usage.table')}
            captionHidden
            rows={days.toReversed()}
            columns={[
              { title: t('dashboard.usage.day'), cell: ({ day }) => <Time at={day} dateOnly /> },
              { title: t('dashboard.usage.calls'), numeric: true, cell: ({ calls }) => <OfFew of={calls} /> },
            ]}
          />
        </Details>
      </Stack>
    </Section>
  )
}

function facts({ days, people: callers, p50Ms, p95Ms }: ListingUsage, people: number | null) {
  const total = days.reduce<number | null>(
    (sum, { calls }) => (calls === null ? sum : (sum ?? 0) + calls),
    null,
  )
  return [
    ['dashboard.people', <Fewer of={people} />],
    ['dashboard.usage.people', <Fewer of={callers} />],
    ['dashboard.usage.total', <OfFew of={total} />],
    ['dashboard.usage.p50', <Duration of={p50Ms} />],
    ['dashboard.usage.p95', <Duration of={p95Ms} />],
  ] as const
}

function Failures({ usage }: Pick<UsageProps, 'usage'>) {
  const { t } = usePageRequest()
  return (
    <DefinitionList
      items={failureKinds.map((kind) => ({
        term: t(`dashboard.failure.${kind}`),
        value: <OfFew of={usage.failures[kind]} />,
      }))}
    />
  )
}

/** A figure, or that fewer people than are shown stand behind it. */
function OfFew({ of }: { readonly of: number | null }) {
  const { t, language } = usePageRequest()
  if (of === null) return <span class="muted">{t('dashboard.usage.of-few', { fewest: fewestPeople })}</span>
  return <>{new Intl.NumberFormat(language).format(of)}</>
}

function Duration({ of }: { readonly of: number | null }) {
  const { t } = usePageRequest()
  return of === null ? <OfFew of={null} /> : <>{t('dashboard.usage.ms', { milliseconds: of })}</>
}
