import type { Child } from 'hono/jsx'
import {
  Breadcrumbs,
  href,
  Page,
  PageHeader,
  paths,
  Section,
  Stack,
  usePageRequest,
} from '../../web/index.ts'

/** A connector was here: that it is gone, why, and what its users can do. */
export function TombstonePage({ name, trouble }: { readonly name: string; readonly trouble: Child }) {
  const { t, language } = usePageRequest()
  return (
    <Page
      title={name}
      narrow
      before={
        <Breadcrumbs
          items={[{ label: t('catalogue.search.title'), href: href(language, paths.connectors) }]}
        />
      }
    >
      <PageHeader title={name} lead={t('catalogue.tombstone.lead')} />
      <Stack>
        {trouble}
        <Section title={t('catalogue.tombstone.do')}>
          <ul>
            <li>{t('catalogue.tombstone.do.users')}</li>
            <li>
              <a href={href(language, paths.connectors)}>{t('catalogue.tombstone.do.search')}</a>
            </li>
          </ul>
        </Section>
      </Stack>
    </Page>
  )
}
