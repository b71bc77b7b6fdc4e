import type { Policy } from '@connectory/checker'
import {
  Card,
  EmptyState,
  href,
  LinkButton,
  Page,
  PageHeader,
  Pagination,
  paths,
  Sentence,
  Stack,
  Tabs,
  Time,
  usePageRequest,
} from '../../web/index.ts'
import type { OwnListings } from '../simulations.ts'
import { OutcomeBadge, RuleList } from './rule-list.tsx'

interface OwnPageProps {
  readonly policies: readonly Policy[]
  readonly policy: Policy
  readonly page: OwnListings
}

/** For publishers: what of their own would fail. */
export function OwnPage({ policies, policy, page: { listings, next } }: OwnPageProps) {
  const { t, language } = usePageRequest()
  const address = (id: string): string => href(language, `${paths.ownPolicy}?policy=${id}`)
  return (
    <Page title={t('simulation.own')}>
      <PageHeader title={t('simulation.own')} lead={t('simulation.own.lead')} />
      <Tabs
        label={t('simulation.policy')}
        tabs={policies.map(({ id, title }) => ({
          label: title,
          href: address(id),
          current: id === policy.id,
        }))}
      />
      <Stack>
        <p class="muted small">
          <Sentence
            text="simulation.effective"
            parts={{ day: <Time at={new Date(`${policy.effective}T00:00:00Z`)} dateOnly /> }}
          />
        </p>
        {listings.length === 0 ? (
          <EmptyState
            title={t('simulation.own.none')}
            action={<LinkButton href={href(language, paths.submit)}>{t('shell.nav.submit')}</LinkButton>}
          >
            <p>{t('simulation.own.none.do')}</p>
          </EmptyState>
        ) : null}
        {listings.map(({ slug, name, outcome, rules }) => (
          <Card title={<a href={href(language, `${paths.connectors}/${slug}`)}>{name}</a>}>
            <p>
              <OutcomeBadge of={outcome} />
            </p>
            {outcome === 'stands' ? <p>{t('simulation.stands')}</p> : <RuleList rules={rules} />}
          </Card>
        ))}
        <Pagination next={next === undefined ? undefined : `${address(policy.id)}&after=${next}`} />
      </Stack>
    </Page>
  )
}
