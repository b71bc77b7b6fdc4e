import type { Finding, Outcome, Report } from '@connectory/checker'
import {
  Callout,
  Card,
  Cluster,
  ConnectorBreadcrumbs,
  DefinitionList,
  Details,
  Page,
  PageHeader,
  Section,
  Stack,
  Time,
  usePageRequest,
} from '../../web/index.ts'
import type { Listing, ListingVersion } from '../model.ts'
import { QuietFindings, RuleFindings, someRules } from './findings.tsx'
import { CountBadges, VerdictBadge } from './verdict.tsx'

export interface ReportProps {
  readonly listing: Listing
  readonly version: ListingVersion
  /** Undefined when it is not kept any more. */
  readonly report: Report | undefined
}

export function ReportPage({ listing, version, report }: ReportProps) {
  const { t } = usePageRequest()
  const title = t('catalogue.report.title', { name: version.name })
  return (
    <Page title={title} before={<ConnectorBreadcrumbs about={{ slug: listing.slug, name: version.name }} />}>
      <PageHeader title={title} lead={t('catalogue.report.lead')} />
      <Stack>
        <Summary version={version} report={report} />
        {version.report.loopback ? (
          <Callout kind="warn" title={t('catalogue.report.loopback')}>
            <p>{t('catalogue.report.loopback.do')}</p>
          </Callout>
        ) : null}
        {report === undefined ? (
          <p>{t('catalogue.report.missing')}</p>
        ) : (
          <ReportFindings findings={report.findings} />
        )}
      </Stack>
    </Page>
  )
}

function Summary({ version, report }: Omit<ReportProps, 'listing'>) {
  const { t } = usePageRequest()
  const { verdict, checkedAt, policy, counts } = version.report
  const verdictShown = (
    <Cluster>
      <VerdictBadge verdict={verdict} />
      <CountBadges counts={counts} />
    </Cluster>
  )
  return (
    <Card>
      <DefinitionList
        items={[
          { term: t('catalogue.report.verdict'), value: verdictShown },
          { term: t('catalogue.report.checked'), value: <Time at={checkedAt} /> },
          { term: t('catalogue.report.policy'), value: <code>{policy}</code> },
          ...(report === undefined
            ? []
            : [
                { term: t('catalogue.report.engine'), value: <code>{report.engine}</code> },
                { term: t('catalogue.report.looked'), value: report.scopes.join(', ') },
              ]),
        ]}
      />
    </Card>
  )
}

/** Order of the groups; the last three are closed at first. */
const groups = ['fail', 'needs-human', 'pass', 'not-evaluated', 'not-applicable'] as const satisfies Outcome[]

/** Everything that a check found, what is wrong first. */
export function ReportFindings({ findings }: { readonly findings: readonly Finding[] }) {
  return (
    <>
      {groups.map((outcome) => (
        <Group outcome={outcome} findings={findings.filter((finding) => finding.outcome === outcome)} />
      ))}
    </>
  )
}

function Group({ outcome, findings }: { readonly outcome: Outcome; readonly findings: readonly Finding[] }) {
  const { t } = usePageRequest()
  if (findings.length === 0) return null
  const byRule = [...Map.groupBy(findings, ({ rule }) => rule)]
  const open = outcome === 'fail' || outcome === 'needs-human'
  const inFull = open || outcome === 'not-evaluated'
  const cards = inFull ? (
    <Stack gap="tight">
      {byRule.map(([, places]) => (
        <RuleFindings findings={places} more={(count) => t('catalogue.report.more', { count })} />
      ))}
    </Stack>
  ) : (
    <QuietFindings findings={findings} />
  )
  return (
    <Section
      title={
        <>
          {t(`catalogue.report.group.${outcome}`)} <span class="muted">{findings.length}</span>
        </>
      }
      lead={outcome === 'fail' ? t('catalogue.report.group.fail.lead') : undefined}
    >
      {open ? cards : <Details summary={someRules(byRule.map(([rule]) => rule))}>{cards}</Details>}
    </Section>
  )
}
