import {
  Cluster,
  EmptyState,
  Grid,
  href,
  LinkButton,
  Page,
  paths,
  Section,
  usePageRequest,
} from '../../web/index.ts'
import type { SearchResult } from '../catalogue.ts'
import type { Category } from '../model.ts'
import { ConnectorCard } from './connector-card.tsx'
import { SearchField } from './search-field.tsx'

export interface HomeProps {
  readonly best: SearchResult
  readonly categories: ReadonlyMap<Category, number>
}

const mostCards = 9

export function HomePage({ best, categories }: HomeProps) {
  const { t } = usePageRequest()
  return (
    <Page title={t('catalogue.home.title')} description={t('catalogue.home.lead')} hero={<Hero />}>
      {best.total === 0 ? <NothingYet /> : <Best best={best} />}
      {categories.size === 0 ? null : <Categories categories={categories} />}
    </Page>
  )
}

function Hero() {
  const { t } = usePageRequest()
  return (
    <>
      <h1>{t('catalogue.home.title')}</h1>
      <p class="lead">{t('catalogue.home.lead')}</p>
      <SearchField />
    </>
  )
}

function Best({ best }: { readonly best: SearchResult }) {
  const { t, language } = usePageRequest()
  return (
    <Section
      title={t('catalogue.home.best')}
      lead={t('catalogue.home.best.lead')}
      actions={
        <LinkButton href={href(language, paths.connectors)} kind="secondary" small>
          {t('catalogue.home.all', { count: best.total })}
        </LinkButton>
      }
    >
      <Grid>
        {best.hits.slice(0, mostCards).map((card) => (
          <ConnectorCard card={card} />
        ))}
      </Grid>
    </Section>
  )
}

function Categories({ categories }: { readonly categories: ReadonlyMap<Category, number> }) {
  const { t, language } = usePageRequest()
  const entries = [...categories]
    .map(([category, count]) => ({ category, count, label: t(`catalogue.category.${category}`) }))
    .toSorted((one, other) => one.label.localeCompare(other.label, language))
  return (
    <Section title={t('catalogue.home.categories')}>
      <Cluster>
        {entries.map(({ category, count, label }) => (
          <LinkButton
            href={href(language, `${paths.connectors}?category=${category}`)}
            kind="secondary"
            small
          >
            {label} <span class="muted">{count}</span>
          </LinkButton>
        ))}
      </Cluster>
    </Section>
  )
}

function NothingYet() {
  const { t, language } = usePageRequest()
  return (
    <EmptyState
      title={t('catalogue.home.empty')}
      action={<LinkButton href={href(language, paths.submit)}>{t('catalogue.submit')}</LinkButton>}
    >
      <p>{t('catalogue.home.empty.do')}</p>
    </EmptyState>
  )
}
