import type { Policy } from '@connectory/checker'
import {
  Actions,
  Button,
  Card,
  EmptyState,
  ErrorSummary,
  Field,
  FormToken,
  href,
  Page,
  PageHeader,
  paths,
  Section,
  Stack,
  Table,
  Time,
  usePageRequest,
  type Column,
} from '../../web/index.ts'
import type { Simulation } from '../model.ts'

interface SimulationsPageProps {
  readonly policies: readonly Policy[]
  readonly recent: readonly Simulation[]
  readonly errors: Readonly<Record<string, string>>
}

/** For operators and reviewers: ask, and what was asked before. */
export function SimulationsPage({ policies, recent, errors }: SimulationsPageProps) {
  const { t, language } = usePageRequest()
  return (
    <Page title={t('simulation.title')}>
      <PageHeader title={t('simulation.title')} lead={t('simulation.lead')} />
      <Stack>
        <ErrorSummary errors={errors} />
        <Card title={t('simulation.ask')}>
          <form method="post" action={href(language, paths.simulations)}>
            <FormToken />
            <Field
              type="select"
              name="policy"
              label={t('simulation.policy')}
              required
              choices={policies.map(({ id, title }) => ({ value: id, label: title }))}
              error={errors['policy']}
            />
            <Actions>
              <Button>{t('simulation.start')}</Button>
            </Actions>
          </form>
        </Card>
        <Section title={t('simulation.recent')}>
          {recent.length === 0 ? (
            <EmptyState title={t('simulation.recent.none')}>
              <p>{t('simulation.recent.none.do')}</p>
            </EmptyState>
          ) : (
            <Recent recent={recent} />
          )}
        </Section>
      </Stack>
    </Page>
  )
}

function Recent({ recent }: Pick<SimulationsPageProps, 'recent'>) {
  const { t, language } = usePageRequest()
  const columns: readonly Column<Simulation>[] = [
    {
      title: t('simulation.policy'),
      cell: ({ id, policy }) => <a href={href(language, `${paths.simulations}/${id}`)}>{policy}</a>,
    },
    { title: t('simulation.at'), cell: ({ at }) => <Time at={at} /> },
    { title: t('simulation.listings'), numeric: true, cell: ({ listings }) => String(listings) },
    { title: t('simulation.outcome.fails'), numeric: true, cell: ({ outcomes }) => String(outcomes.fails) },
    {
      title: t('simulation.outcome.cannot-tell'),
      numeric: true,
      cell: ({ outcomes }) => String(outcomes['cannot-tell']),
    },
  ]
  return <Table caption={t('simulation.recent')} captionHidden columns={columns} rows={recent} />
}
