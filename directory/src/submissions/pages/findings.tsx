import { renderFinding, type Finding, type Report } from '@connectory/checker'
import {
  anchorsOf,
  numbersOf,
  OneFinding,
  placeOf,
  RuleWords,
  UnseenByReason,
} from '../../catalogue/index.ts'
import { CodeBlock, Details, Section, Stack, Table, usePageRequest, type TextKey } from '../../web/index.ts'

type GroupName = 'fix' | 'person' | 'better' | 'unseen'
const groupNames: readonly GroupName[] = ['fix', 'person', 'unseen', 'better']

/** In which part of the page a finding stands; undefined for what needs nobody's attention. */
function groupOf({ outcome, level, reason }: Finding): GroupName | undefined {
  const heavy = level === 'reject' || level === 'must'
  if (outcome === 'fail') return heavy ? 'fix' : 'better'
  if (outcome === 'needs-human') return 'person'
  if (outcome === 'not-evaluated' && reason === 'could-not-look') return 'unseen'
  return undefined
}

/** What a check found: first what stands in the way, last what is fine. */
export function Findings({ report }: { readonly report: Report }) {
  const groups = groupNames.map((name) => ({
    name,
    findings: report.findings.filter((finding) => groupOf(finding) === name),
  }))
  const shown = groups.flatMap(({ findings }) => findings)
  const onPage = { numbers: numbersOf(shown), anchors: anchorsOf(shown) }
  return (
    <Stack gap="wide">
      {groups.map((group) => (
        <Group {...group} {...onPage} />
      ))}
      <Quiet report={report} />
    </Stack>
  )
}

interface OnPage {
  readonly findings: readonly Finding[]
  /** Which one each is, on the whole page, of its rule at its place. */
  readonly numbers: ReadonlyMap<Finding, number>
  /** The first of each rule on the whole page. */
  readonly anchors: ReadonlySet<Finding>
}

function Group({ name, findings, numbers, anchors }: OnPage & { readonly name: GroupName }) {
  const { t } = usePageRequest()
  if (findings.length === 0) return null
  return (
    <Section title={t(`submissions.findings.${name}`)} lead={t(`submissions.findings.${name}.lead`)}>
      <Stack>
        {name === 'unseen' ? (
          <UnseenByReason findings={findings} anchors={anchors} />
        ) : (
          <ByRule findings={findings} numbers={numbers} anchors={anchors} />
        )}
      </Stack>
    </Section>
  )
}

function ByRule({ findings, numbers, anchors }: OnPage) {
  const groups = Map.groupBy(findings, ({ rule }) => rule)
  return (
    <>
      {[...groups.values()].map((places) => (
        <OneRule findings={places} numbers={numbers} anchors={anchors} />
      ))}
    </>
  )
}

/** The first place in full, with why it matters; the others, which differ in little, behind their names. */
function OneRule({ findings, numbers, anchors }: OnPage) {
  const { t } = usePageRequest()
  const [first, ...rest] = findings
  if (first === undefined) return null
  return (
    <>
      <OneFinding
        finding={first}
        number={numbers.get(first)}
        id={anchors.has(first) ? first.rule : undefined}
      />
      {rest.length === 0 ? null : (
        <Details summary={<MoreSummary findings={rest} />}>
          <Stack>
            {rest.map((finding) => (
              <Place
                finding={finding}
                title={t('shell.finding.fix-code', { rule: placeOf(finding, numbers.get(finding)) })}
              />
            ))}
          </Stack>
        </Details>
      )}
    </>
  )
}

/** So many names stand in the line itself. */
const mostNames = 6

function MoreSummary({ findings }: { readonly findings: readonly Finding[] }) {
  const { t } = usePageRequest()
  const names = findings.slice(0, mostNames).map(({ target }) => target.replace(/^tools\//, ''))
  const list = findings.length > mostNames ? [...names, '…'] : names
  return (
    <span>
      {t('submissions.findings.more', { count: findings.length })}{' '}
      <span class="muted">{list.join(', ')}</span>
    </span>
  )
}

function Place({ finding, title }: { readonly finding: Finding; readonly title: string }) {
  const { language } = usePageRequest()
  const { message, fix, code } = renderFinding(finding, language)
  return (
    <Stack gap="tight">
      <p>
        <RuleWords of={finding}>{message}</RuleWords>
      </p>
      {code === null ? (
        <p class="muted">
          <RuleWords of={finding}>{fix}</RuleWords>
        </p>
      ) : (
        <CodeBlock code={code} title={title} />
      )}
    </Stack>
  )
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
            cell: (finding) => <RuleWords of={finding}>{renderFinding(finding, language).message}</RuleWords>,
          },
        ]}
      />
    </Details>
  )
}
