import { VersionChanges } from '../../catalogue/index.ts'
import {
  Breadcrumbs,
  Button,
  Field,
  FieldRow,
  href,
  Page,
  PageHeader,
  paths,
  Section,
  spokenTime,
  Stack,
  usePageRequest,
} from '../../web/index.ts'
import type { Comparison } from '../dashboard.ts'

interface VersionFormProps {
  readonly slug: string
  readonly versions: Comparison['versions']
  readonly from: number
  readonly to: number
}

/** Two published versions to compare. */
export function VersionForm({ slug, versions, from, to }: VersionFormProps) {
  const { t, language } = usePageRequest()
  const choices = versions.map(({ version, publishedAt }) => ({
    value: String(version),
    label: t('dashboard.versions.version', {
      version: String(version),
      at: spokenTime(publishedAt, language, { dateOnly: true }),
    }),
  }))
  return (
    <form method="get" action={href(language, `${paths.dashboard}/${slug}/versions`)}>
      <FieldRow>
        <Field
          type="select"
          required
          name="from"
          label={t('dashboard.versions.from')}
          choices={choices}
          value={String(from)}
        />
        <Field
          type="select"
          required
          name="to"
          label={t('dashboard.versions.to')}
          choices={choices}
          value={String(to)}
        />
        <Button kind="secondary">{t('dashboard.versions.compare')}</Button>
      </FieldRow>
    </form>
  )
}

/** What one published version has that another has not. */
export function VersionsPage({ listing, version, versions, from, to }: Comparison) {
  const { t, language } = usePageRequest()
  const title = t('dashboard.versions.of', { name: version.name })
  const between = t('dashboard.versions.title', { from: String(from.version), to: String(to.version) })
  return (
    <Page
      title={title}
      before={
        <Breadcrumbs
          items={[
            { label: t('dashboard.title'), href: href(language, paths.dashboard) },
            { label: version.name, href: href(language, `${paths.dashboard}/${listing.slug}`) },
          ]}
        />
      }
    >
      <PageHeader title={title} lead={t('dashboard.versions.lead')} />
      <Stack gap="wide">
        <VersionForm slug={listing.slug} versions={versions} from={from.version} to={to.version} />
        <Section title={between}>
          <VersionChanges before={from} after={to} title={between} />
        </Section>
      </Stack>
    </Page>
  )
}
