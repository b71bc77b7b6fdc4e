import {
  Actions,
  Button,
  Callout,
  EmptyState,
  fieldId,
  Grid,
  href,
  LinkButton,
  Page,
  PageHeader,
  Pagination,
  paths,
  Section,
  Stack,
  usePageRequest,
  type Choice,
} from '../../web/index.ts'
import type { SearchQuery, SearchResult } from '../catalogue.ts'
import { matchingTools } from '../matching-tools.ts'
import { categories } from '../model.ts'
import { ConnectorCard } from './connector-card.tsx'

export interface SearchProps {
  readonly query: SearchQuery
  readonly result: SearchResult
}

export function SearchPage({ query, result }: SearchProps) {
  const { t } = usePageRequest()
  const title =
    query.text === '' ? t('catalogue.search.title') : t('catalogue.search.title-for', { text: query.text })
  return (
    <Page title={title}>
      <PageHeader title={title} />
      <Stack>
        <Filters query={query} />
        <Meant result={result} />
        {result.hits.length === 0 ? <NothingFound /> : <Hits query={query} result={result} />}
        <Pages query={query} result={result} />
      </Stack>
    </Page>
  )
}

function Filters({ query }: { readonly query: SearchQuery }) {
  const { t, language } = usePageRequest()
  const subjects = categories
    .map((value) => ({ value, label: t(`catalogue.category.${value}`) }))
    .toSorted((one, other) => one.label.localeCompare(other.label, language))
  return (
    <form
      role="search"
      aria-label={t('catalogue.search.form')}
      method="get"
      action={href(language, paths.connectors)}
    >
      <Grid>
        <div class="field">
          <label class="field-label" for={fieldId('q')}>
            {t('catalogue.search.text')}
          </label>
          <input id={fieldId('q')} class="input" type="search" name="q" value={query.text} maxlength={200} />
        </div>
        <Select
          name="category"
          label={t('catalogue.search.category')}
          value={query.category ?? ''}
          choices={[{ value: '', label: t('catalogue.search.any-category') }, ...subjects]}
        />
        <Select
          name="auth"
          label={t('catalogue.search.auth')}
          value={query.auth ?? ''}
          choices={[
            { value: '', label: t('catalogue.search.any-auth') },
            { value: 'none', label: t('catalogue.auth.none') },
            { value: 'oauth', label: t('catalogue.auth.oauth') },
          ]}
        />
      </Grid>
      <Actions>
        <Button>{t('catalogue.search.apply')}</Button>
      </Actions>
    </form>
  )
}

/** Without the word "optional": every filter is. */
function Select({
  name,
  label,
  value,
  choices,
}: {
  readonly name: string
  readonly label: string
  readonly value: string
  readonly choices: readonly Choice[]
}) {
  return (
    <div class="field">
      <label class="field-label" for={fieldId(name)}>
        {label}
      </label>
      <select id={fieldId(name)} class="input" name={name}>
        {choices.map((choice) => (
          <option value={choice.value} selected={choice.value === value}>
            {choice.label}
          </option>
        ))}
      </select>
    </div>
  )
}

function Meant({ result }: { readonly result: SearchResult }) {
  const { t } = usePageRequest()
  if (result.insteadOf.length === 0) return null
  return (
    <Callout>
      {result.insteadOf.map(({ typed, meant }) => (
        <p>{t('catalogue.search.meant', { typed, meant: meant.join(', ') })}</p>
      ))}
    </Callout>
  )
}

function Hits({ query, result }: SearchProps) {
  const { t } = usePageRequest()
  const key = result.bounded ? 'catalogue.search.count-bounded' : 'catalogue.search.count'
  return (
    <Section title={t(key, { count: result.total })}>
      <Grid>
        {result.hits.map((card) => (
          <ConnectorCard card={card} matching={matchingTools(card.toolNames, query.text, result.insteadOf)} />
        ))}
      </Grid>
    </Section>
  )
}

function NothingFound() {
  const { t, language } = usePageRequest()
  return (
    <EmptyState
      title={t('catalogue.search.empty')}
      action={
        <LinkButton href={href(language, paths.connectors)} kind="secondary">
          {t('catalogue.search.reset')}
        </LinkButton>
      }
    >
      <p>{t('catalogue.search.empty.do')}</p>
    </EmptyState>
  )
}

function Pages({ query, result }: SearchProps) {
  const { t, language } = usePageRequest()
  const at = (page: number) => href(language, addressOf({ ...query, page }))
  return (
    <Pagination
      previous={result.page > 1 ? at(Math.min(result.page - 1, result.pages)) : undefined}
      next={result.page < result.pages ? at(result.page + 1) : undefined}
      summary={t('catalogue.search.page', { page: result.page, pages: result.pages })}
    />
  )
}

function addressOf({ text, category, auth, page }: SearchQuery): string {
  const search = new URLSearchParams()
  if (text !== '') search.set('q', text)
  if (category !== undefined) search.set('category', category)
  if (auth !== undefined) search.set('auth', auth)
  if (page > 1) search.set('page', String(page))
  return search.size === 0 ? paths.connectors : `${paths.connectors}?${search.toString()}`
}
