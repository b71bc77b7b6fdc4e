import { renderFinding, type Finding, type Report } from '@connectory/checker'
import type { Waiver } from '../../submissions/index.ts'
import { Callout, Details, FindingCard, Section, Stack, usePageRequest } from '../../web/index.ts'

const groups = ['act', 'look', 'unseen', 'fine'] as const
type Group = (typeof groups)[number]

/** So many places of one rule are shown at once; the rest is behind a line. */
const shownPlaces = 3

const shownRules = 6

/** `TRN-01, TRN-02 …` */
function someOf(rules: readonly string[]): string {
  return `${rules.slice(0, shownRules).join(', ')}${rules.length > shownRules ? ' …' : ''}`
}

/** Where a reviewer meets a finding. */
export function groupOf({ outcome, level }: Pick<Finding, 'outcome' | 'level'>): Group {
  switch (outcome) {
    case 'fail':
      return level === 'reject' || level === 'must' ? 'act' : 'look'
    case 'needs-human':
      return 'look'
    case 'not-evaluated':
      return 'unseen'
    case 'pass':
    case 'not-applicable':
      return 'fine'
  }
}

export function Findings({
  report,
  waivers,
}: {
  readonly report: Report
  readonly waivers: readonly Waiver[]
}) {
  return (
    <>
      {groups.map((group) => (
        <OneGroup
          group={group}
          findings={report.findings.filter((finding) => groupOf(finding) === group)}
          waivers={waivers}
        />
      ))}
    </>
  )
}

function OneGroup({
  group,
  findings,
  waivers,
}: {
  readonly group: Group
  readonly findings: readonly Finding[]
  readonly waivers: readonly Waiver[]
}) {
  const { t } = usePageRequest()
  if (findings.length === 0) return null
  const byRule = [...Map.groupBy(findings, ({ rule }) => rule)]
  const cards = (
    <Stack gap="tight">
      {byRule.map(([rule, places]) => (
        <OneRule findings={places} waiver={waivers.find((each) => each.rule === rule)} />
      ))}
    </Stack>
  )
  const open = group !== 'fine'
  return (
    <Section
      title={
        <>
          {t(`review.group.${group}`)} <span class="muted">{findings.length}</span>
        </>
      }
      lead={group === 'fine' ? undefined : t(`review.group.${group}.lead`)}
    >
      {open ? cards : <Details summary={someOf(byRule.map(([rule]) => rule))}>{cards}</Details>}
    </Section>
  )
}

function OneRule({
  findings,
  waiver,
}: {
  readonly findings: readonly Finding[]
  readonly waiver: Waiver | undefined
}) {
  const { t } = usePageRequest()
  const rest = findings.slice(shownPlaces)
  return (
    <>
      {waiver === undefined ? null : (
        <Callout kind="good">
          <p>{t('review.group.waived', { expires: waiver.expires, reason: waiver.reason })}</p>
        </Callout>
      )}
      {findings.slice(0, shownPlaces).map((finding) => (
        <OneFinding finding={finding} />
      ))}
      {rest.length === 0 ? null : (
        <Details summary={t('review.group.more', { count: rest.length })}>
          <Stack gap="tight">
            {rest.map((finding) => (
              <OneFinding finding={finding} />
            ))}
          </Stack>
        </Details>
      )}
    </>
  )
}

function OneFinding({ finding }: { readonly finding: Finding }) {
  const { language } = usePageRequest()
  const { message, why, fix, code, language: words } = renderFinding(finding, language)
  const { excerpt } = finding.evidence
  return (
    <FindingCard
      rule={finding.rule}
      level={finding.level}
      outcome={finding.outcome}
      message={message}
      language={words}
      target={finding.target === '' ? undefined : finding.target}
      why={why === '' ? undefined : why}
      fix={fix ?? undefined}
      fixCode={code ?? undefined}
      evidence={excerpt === undefined ? undefined : JSON.stringify(excerpt, null, 2)}
    />
  )
}
