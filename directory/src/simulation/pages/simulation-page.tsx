import {
  Breadcrumbs,
  Callout,
  Card,
  Cluster,
  DefinitionList,
  href,
  LinkButton,
  Page,
  PageHeader,
  Pagination,
  paths,
  Section,
  Stack,
  Tabs,
  Time,
  usePageRequest,
} from '../../web/index.ts'
import { outcomes, ruleOutcomes, type ForeseenListing, type RuleOutcome, type Simulation } from '../model.ts'
import { ByRule } from './by-rule.tsx'
import { RuleList } from './rule-list.tsx'

interface SimulationPageProps {
  readonly simulation: Simulation
  readonly rows: readonly (ForeseenListing & { readonly slug: string; readonly name: string })[]
  readonly next: string | undefined
  readonly show: RuleOutcome
}

/** One simulation: the sums, by rule, and the listings behind them. */
export function SimulationPage(props: SimulationPageProps) {
  const { simulation } = props
  const { t, language } = usePageRequest()
  const here = href(language, `${paths.simulations}/${simulation.id}`)
  const title = t('simulation.of', { policy: simulation.policy })
  return (
    <Page
      title={title}
      before={
        <Breadcrumbs items={[{ label: t('simulation.title'), href: href(language, paths.simulations) }]} />
      }
    >
      <PageHeader
        title={title}
        lead={t('simulation.of.lead')}
        actions={
          <Cluster>
            <LinkButton href={`${here}/results.csv`} kind="secondary" small>
              {t('simulation.csv')}
            </LinkButton>
            <LinkButton href={`${here}/results.json`} kind="secondary" small>
              {t('simulation.json')}
            </LinkButton>
          </Cluster>
        }
      />
      <Stack>
        {simulation.finishedAt === null ? (
          <Callout kind="info" title={t('simulation.running')}>
            <p>{t('simulation.running.do', { count: simulation.listings })}</p>
          </Callout>
        ) : null}
        <Sums simulation={simulation} />
        <ByRule counts={simulation.rules} />
        <Connectors {...props} here={here} />
      </Stack>
    </Page>
  )
}

function Sums({ simulation }: Pick<SimulationPageProps, 'simulation'>) {
  const { t } = usePageRequest()
  return (
    <Card>
      <DefinitionList
        items={[
          { term: t('simulation.at'), value: <Time at={simulation.at} /> },
          { term: t('simulation.listings'), value: String(simulation.listings) },
          ...outcomes.map((one) => ({
            term: t(`simulation.outcome.${one}`),
            value: String(simulation.outcomes[one]),
          })),
        ]}
      />
    </Card>
  )
}

function Connectors({ simulation, rows, next, show, here }: SimulationPageProps & { readonly here: string }) {
  const { t, language } = usePageRequest()
  return (
    <Section title={t('simulation.connectors')}>
      <Tabs
        label={t('simulation.connectors')}
        tabs={ruleOutcomes.map((one) => ({
          label: t(`simulation.outcome.${one}`),
          href: `${here}?show=${one}`,
          current: one === show,
          count: simulation.outcomes[one],
        }))}
      />
      <Stack>
        {rows.length === 0 ? <p class="muted">{t('simulation.connectors.none')}</p> : null}
        {rows.map(({ slug, name, rules }) => (
          <Card title={<a href={href(language, `${paths.connectors}/${slug}`)}>{name}</a>}>
            <RuleList rules={rules} />
          </Card>
        ))}
      </Stack>
      <Pagination next={next === undefined ? undefined : `${here}?show=${show}&after=${next}`} />
    </Section>
  )
}
