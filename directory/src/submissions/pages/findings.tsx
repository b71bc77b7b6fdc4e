import { renderFinding, type Finding, type Report } from '@connectory/checker'
import { Details, FindingCard, Section, Stack, Table, usePageRequest, type TextKey } from '../../web/index.ts'

type GroupName = 'fix' | 'person' | 'better' | 'unseen'
const groupNames: readonly GroupName[] = ['fix', 'person', 'unseen', 'better']

/** At most so many places of one rule are shown at once; the rest is behind a line. */
const shownPlaces = 3

/** In which part of the page a finding stands; undefined for what needs nobody's attention. */
export function groupOf({ outcome, level, reason }: Finding): GroupName | undefined {
  const heavy = level === 'reject' || level === 'must'
  if (outcome === 'fail') return heavy ? 'fix' : 'better'
  if (outcome === 'needs-human') return 'person'
  if (outcome === 'not-evaluated' && reason === 'could-not-look') return 'unseen'
  return undefined
}

/** What a check found: first what stands in the way, last what is fine. */
export function Findings({ report }: { readonly report: Report }) {
  return (
    <>
      {groupNames.map((name) => (
        <Group name={name} findings={report.findings.filter((finding) => groupOf(finding) === name)} />
      ))}
      <Quiet report={report} />
    </>
  )
}

function Group({ name, findings }: { readonly name: GroupName; readonly findings: readonly Finding[] }) {
  const { t } = usePageRequest()
  if (findings.length === 0) return null
  const byRule = Map.groupBy(findings, ({ rule }) => rule)
  return (
    <Section title={t(`submissions.findings.${name}`)} lead={t(`submissions.findings.${name}.lead`)}>
      <Stack>
        {[...byRule].map(([rule, places]) => (
          <OneRule rule={rule} findings={places} />
        ))}
      </Stack>
    </Section>
  )
}

function OneRule({ rule, findings }: { readonly rule: string; readonly findings: readonly Finding[] }) {
  const { t } = usePageRequest()
  const rest = findings.slice(shownPlaces)
  return (
    <>
      {findings.slice(0, shownPlaces).map((finding, index) => (
        <Card finding={finding} id={index === 0 ? rule : undefined} />
      ))}
      {rest.length === 0 ? null : (
        <Details summary={t('submissions.findings.more', { count: rest.length })}>
          <Stack>
            {rest.map((finding) => (
              <Card finding={finding} />
            ))}
          </Stack>
        </Details>
      )}
    </>
  )
}

function Card({ finding, id }: { readonly finding: Finding; readonly id?: string | undefined }) {
  const { language } = usePageRequest()
  const { message, why, fix, code } = renderFinding(finding, language)
  const { excerpt } = finding.evidence
  return (
    <FindingCard
      id={id}
      rule={finding.rule}
      level={finding.level}
      outcome={finding.outcome}
      message={message}
      target={finding.target}
      why={why === '' ? undefined : why}
      fix={fix ?? undefined}
      fixCode={code ?? undefined}
      evidence={excerpt === undefined ? undefined : evidenceText(excerpt)}
    />
  )
}

function evidenceText(excerpt: unknown): string {
  return typeof excerpt === 'string' ? excerpt : JSON.stringify(excerpt, null, 2)
}

const quietKinds = ['passed', 'not-applicable', 'not-requested'] as const

function quietKind({ outcome, reason }: Finding): (typeof quietKinds)[number] | undefined {
  if (outcome === 'pass') return 'passed'
  if (outcome === 'not-applicable') return 'not-applicable'
  return outcome === 'not-evaluated' && reason === 'not-requested' ? 'not-requested' : undefined
}

function Quiet({ report }: { readonly report: Report }) {
  return (
    <Stack gap="tight">
      {quietKinds.map((kind) => (
        <QuietList
          summary={`submissions.findings.${kind}`}
          findings={report.findings.filter((finding) => quietKind(finding) === kind)}
        />
      ))}
    </Stack>
  )
}

function QuietList({
  summary,
  findings,
}: {
  readonly summary: TextKey
  readonly findings: readonly Finding[]
}) {
  const { t, language } = usePageRequest()
  if (findings.length === 0) return null
  const text = t(summary, { count: findings.length })
  return (
    <Details summary={text}>
      <Table
        caption={text}
        captionHidden
        rows={findings}
        columns={[
          { title: t('submissions.findings.rule'), cell: ({ rule }) => <code>{rule}</code> },
          {
            title: t('submissions.findings.what'),
            cell: (finding) => renderFinding(finding, language).message,
          },
        ]}
      />
    </Details>
  )
}
