import type { Report } from '@connectory/checker'
import { ClientSnippets, countsOf, CountBadges, ReportFindings } from '../../catalogue/index.ts'
import {
  Actions,
  Badge,
  Breadcrumbs,
  ButtonForm,
  Callout,
  Card,
  DefinitionList,
  href,
  LinkButton,
  LiveRegion,
  Page,
  PageHeader,
  paths,
  Section,
  Stack,
  Time,
  usePageRequest,
} from '../../web/index.ts'
import type { CustomConnector } from '../model.ts'

export interface Shown {
  readonly connector: CustomConnector
  /** Where MCP clients call it. */
  readonly endpoint: URL
  readonly allowed: boolean
  readonly mayChange: boolean
  /** Undefined while it is checked. */
  readonly report: Report | undefined
}

/** One server that was added by address: how to use it, and what its check saw. */
export function OnePage({ shown }: { readonly shown: Shown }) {
  const { t, language } = usePageRequest()
  const { connector, endpoint, allowed, mayChange, report } = shown
  const { name, slug, serverUrl, shared, createdAt } = connector
  const crumbs = [
    { label: t('connections.title'), href: href(language, paths.connections) },
    { label: t('custom.title'), href: href(language, paths.custom) },
  ]
  const own = href(language, `${paths.custom}/${slug}`)
  return (
    <Page title={name} before={<Breadcrumbs items={crumbs} />}>
      <PageHeader
        title={name}
        eyebrow={<Badge>{t(shared ? 'custom.for.organisation' : 'custom.for.me')}</Badge>}
        lead={new URL(serverUrl).host}
        actions={
          allowed ? (
            <LinkButton href={href(language, `/connect/${slug}`)}>{t('custom.connect')}</LinkButton>
          ) : undefined
        }
      />
      <Stack>
        <Callout kind="warn" title={t('custom.unreviewed')}>
          <p>{t(allowed ? 'custom.unreviewed.do' : 'custom.not-allowed.kept')}</p>
        </Callout>
        <Card title={t('custom.use')}>
          <Stack>
            <p class="muted small">{t('custom.use.lead')}</p>
            <ClientSnippets id="custom" name={slug} endpoint={endpoint} />
            <DefinitionList
              items={[
                { term: t('custom.server'), value: <code>{serverUrl}</code> },
                { term: t('custom.since'), value: <Time at={createdAt} dateOnly /> },
              ]}
            />
          </Stack>
        </Card>
        <LiveRegion src={`${own}/live`} everyMs={1500} active={report === undefined} endsNews>
          <CheckPart shown={shown} />
        </LiveRegion>
        {mayChange ? (
          <Actions>
            {allowed ? (
              <LinkButton href={href(language, `${paths.connections}/headers/${slug}`)} kind="secondary">
                {t('connections.headers')}
              </LinkButton>
            ) : null}
            <LinkButton href={`${own}/remove`} kind="secondary">
              {t('custom.remove')}
            </LinkButton>
          </Actions>
        ) : null}
      </Stack>
    </Page>
  )
}

/** What the check saw. It decides nothing: nobody lists this server. */
export function CheckPart({ shown }: { readonly shown: Shown }) {
  const { t } = usePageRequest()
  const { report, connector } = shown
  if (report === undefined) {
    return (
      <Section title={t('custom.check')}>
        <p role="status">{t('custom.check.running')}</p>
      </Section>
    )
  }
  return (
    <Stack>
      <Section
        title={t('custom.check')}
        lead={t('custom.check.lead')}
        actions={
          <ButtonForm action={`${paths.custom}/${connector.slug}/check`}>
            {t('custom.check.again')}
          </ButtonForm>
        }
      >
        <Stack gap="tight">
          <CountBadges counts={countsOf(report)} />
          <p class="muted small">
            <Time at={new Date(report.startedAt)} />
          </p>
        </Stack>
      </Section>
      <ReportFindings findings={report.findings} />
    </Stack>
  )
}
