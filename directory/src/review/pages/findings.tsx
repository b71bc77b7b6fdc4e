import type { Finding, Report } from '@connectory/checker'
import { QuietFindings, RuleFindings, someRules, UnseenByReason } from '../../catalogue/index.ts'
import type { Waiver } from '../../submissions/index.ts'
import { Callout, Card, Details, Section, Stack, usePageRequest } from '../../web/index.ts'

const groups = ['act', 'look', 'unseen', 'fine'] as const
type Group = (typeof groups)[number]

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
  const waiverOf = (rule: string) => waivers.find((each) => each.rule === rule)
  // What nobody looked at is told by its reason, what is fine in a line, unless somebody has decided on the rule.
  const short = group === 'unseen' || group === 'fine'
  const inBrief = ({ rule }: Finding) => short && waiverOf(rule) === undefined
  const brief = findings.filter(inBrief)
  const full = findings.filter((finding) => !inBrief(finding))
  const cards = (
    <Stack gap="tight">
      {[...Map.groupBy(full, ({ rule }) => rule)].map(([rule, places]) => (
        <OneRule findings={places} waiver={waiverOf(rule)} />
      ))}
      {group === 'fine' ? <FineByOutcome findings={brief} /> : <UnseenByReason findings={brief} />}
    </Stack>
  )
  const open = group !== 'fine'
  const rules = new Set(findings.map(({ rule }) => rule))
  return (
    <Section
      title={
        <>
          {t(`review.group.${group}`)} <span class="muted">{findings.length}</span>
        </>
      }
      lead={group === 'fine' ? undefined : t(`review.group.${group}.lead`)}
    >
      {open ? cards : <Details summary={someRules([...rules])}>{cards}</Details>}
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
  return (
    <>
      {waiver === undefined ? null : (
        <Callout kind="good">
          <p>{t('review.group.waived', { expires: waiver.expires, reason: waiver.reason })}</p>
        </Callout>
      )}
      <RuleFindings findings={findings} more={(count) => t('review.group.more', { count })} />
    </>
  )
}

function FineByOutcome({ findings }: { readonly findings: readonly Finding[] }) {
  const { t } = usePageRequest()
  return (
    <>
      {(['pass', 'not-applicable'] as const).map((outcome) => {
        const fine = findings.filter((finding) => finding.outcome === outcome)
        if (fine.length === 0) return null
        return (
          <Card title={t(`shell.outcome.${outcome}`)}>
            <QuietFindings findings={fine} />
          </Card>
        )
      })}
    </>
  )
}
