import {
  Card,
  CodeBlock,
  Grid,
  Page,
  PageHeader,
  Section,
  Stack,
  href,
  usePageRequest,
} from '../../web/index.ts'

export interface ResourcesProps {
  readonly publicUrl: URL
}

const addresses = {
  specification: 'https://modelcontextprotocol.io/specification/2026-07-28',
  bundles: 'https://github.com/modelcontextprotocol/mcpb',
  manifest: 'https://github.com/modelcontextprotocol/mcpb/blob/main/MANIFEST.md',
} as const

/** Where to read on: for authors, for people who connect, for programs. (FAQ 10) */
export function ResourcesPage({ publicUrl }: ResourcesProps) {
  const { t, language } = usePageRequest()
  return (
    <Page title={t('site.resources.title')} description={t('site.resources.lead')}>
      <PageHeader title={t('site.resources.title')} lead={t('site.resources.lead')} />
      <Section title={t('site.resources.authors')}>
        <Grid>
          <Card title={t('site.resources.check.title')}>
            <p>{t('site.resources.check')}</p>
            <CodeBlock
              code="npx connectory check https://mcp.example.com/mcp"
              title={t('site.resources.check.title')}
              wrap
            />
          </Card>
          <Card title={t('site.resources.policy.title')} href={href(language, '/policy')}>
            <p>{t('site.resources.policy')}</p>
          </Card>
          <Card title={t('site.resources.terms.title')} href={href(language, '/terms')}>
            <p>{t('site.resources.terms')}</p>
          </Card>
          <Card title={t('site.resources.specification.title')} href={addresses.specification}>
            <p>{t('site.resources.specification')}</p>
          </Card>
          <Card title={t('site.resources.bundles.title')} href={addresses.bundles}>
            <p>{t('site.resources.bundles')}</p>
          </Card>
          <Card title={t('site.resources.manifest.title')} href={addresses.manifest}>
            <p>{t('site.resources.manifest')}</p>
          </Card>
        </Grid>
      </Section>
      <Section title={t('site.resources.programs')} lead={t('site.resources.programs.lead')}>
        <Stack gap="tight">
          <CodeBlock code={new URL('/v0.1/servers', publicUrl).href} title={t('site.resources.registry')} />
          <CodeBlock code={new URL('/openapi.json', publicUrl).href} title={t('site.resources.openapi')} />
        </Stack>
      </Section>
    </Page>
  )
}
