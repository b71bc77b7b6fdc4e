import type { Child } from 'hono/jsx'
import { renderFinding, type Finding } from '@connectory/checker'
import { Card, CodeBlock, Details, FindingCard, Stack, usePageRequest } from '../../web/index.ts'

/** So many places of one rule are shown at once; the rest is behind a line. */
const shownPlaces = 3

const shownRules = 6

/** `TRN-01, TRN-02 …` */
export function someRules(rules: readonly string[]): string {
  return `${rules.slice(0, shownRules).join(', ')}${rules.length > shownRules ? ' …' : ''}`
}

/** Sentences of the rules' catalogue, with the language that they are in. */
export function RuleWords({
  of: finding,
  children,
}: {
  readonly of: Finding | undefined
  readonly children: Child
}) {
  const { language } = usePageRequest()
  const lang = finding === undefined ? undefined : renderFinding(finding, language).language
  return <span lang={lang}>{children}</span>
}

/** The findings of one rule, the first few in full; `more` says how many places follow. */
export function RuleFindings({
  findings,
  more,
}: {
  readonly findings: readonly Finding[]
  readonly more: (count: number) => string
}) {
  const numbers = numbersOf(findings)
  const cards = findings.map((finding) => <OneFinding finding={finding} number={numbers.get(finding)} />)
  const rest = cards.slice(shownPlaces)
  return (
    <>
      {cards.slice(0, shownPlaces)}
      {rest.length === 0 ? null : (
        <Details summary={more(rest.length)}>
          <Stack gap="tight">{rest}</Stack>
        </Details>
      )}
    </>
  )
}

/** One finding with its proof; why it matters and what to do where something is to be done. */
export function OneFinding({
  finding,
  number,
  id,
}: {
  readonly finding: Finding
  /** Of those of its rule at its place. */
  readonly number?: number | undefined
  readonly id?: string | undefined
}) {
  const { language } = usePageRequest()
  const { message, why, fix, code, language: words } = renderFinding(finding, language)
  const { excerpt } = finding.evidence
  const open = finding.outcome === 'fail' || finding.outcome === 'needs-human'
  return (
    <FindingCard
      id={id}
      rule={finding.rule}
      level={finding.level}
      outcome={finding.outcome}
      message={message}
      number={number}
      language={words}
      target={finding.target === '' ? undefined : finding.target}
      why={open && why !== '' ? why : undefined}
      fix={(open ? fix : null) ?? undefined}
      fixCode={(open ? code : null) ?? undefined}
      evidence={excerpt === undefined ? undefined : textOf(excerpt)}
    />
  )
}

/** Of each, which one it is among those of its rule at its place, in this order. */
export function numbersOf(findings: readonly Finding[]): ReadonlyMap<Finding, number> {
  const counts = new Map<string, number>()
  return new Map(
    findings.map((finding) => {
      const place = placeOf(finding)
      const number = (counts.get(place) ?? 0) + 1
      counts.set(place, number)
      return [finding, number]
    }),
  )
}

/** Those that carry the name of their rule as the `id`: the first of each rule on a page. */
export function anchorsOf(findings: readonly Finding[]): ReadonlySet<Finding> {
  const groups = Map.groupBy(findings, ({ rule }) => rule)
  return new Set([...groups.values()].flatMap(([first]) => first ?? []))
}

/** What a finding is about, as the name of a block of code. */
export function placeOf({ rule, target }: Finding, number = 1): string {
  const place = target === '' ? rule : `${rule}, ${target}`
  return number === 1 ? place : `${place} (${number})`
}

function textOf(excerpt: unknown): string {
  return typeof excerpt === 'string' ? excerpt : JSON.stringify(excerpt, null, 2)
}

/** One closed door keeps many rules from looking: the door once, then what is behind it. */
export function UnseenByReason({
  findings,
  anchors = anchorsOf(findings),
}: {
  readonly findings: readonly Finding[]
  /** Usually the first of each rule among these; of the whole page where it names places elsewhere as well. */
  readonly anchors?: ReadonlySet<Finding>
}) {
  const { language } = usePageRequest()
  const groups = Map.groupBy(findings, (finding) => renderFinding(finding, language).message)
  return (
    <>
      {[...groups].map(([message, unseen]) => (
        <Card title={<RuleWords of={unseen[0]}>{message}</RuleWords>}>
          <ul class="prose">
            {unseen.map((finding) => (
              <Line
                id={anchors.has(finding) ? finding.rule : undefined}
                finding={finding}
                words={renderFinding(finding, language).title}
              />
            ))}
          </ul>
        </Card>
      ))}
    </>
  )
}

/** Findings of which nothing is to be done, a line each; the proof where there is one. */
export function QuietFindings({ findings }: { readonly findings: readonly Finding[] }) {
  const { language } = usePageRequest()
  return (
    <ul class="prose">
      {findings.map((finding) => (
        <Line
          finding={finding}
          words={renderFinding(finding, language).message}
          proof={finding.evidence.excerpt}
        />
      ))}
    </ul>
  )
}

function Line({
  finding,
  words,
  proof,
  id,
}: {
  readonly finding: Finding
  readonly words: string
  readonly proof?: unknown
  readonly id?: string | undefined
}) {
  const { t } = usePageRequest()
  const { rule, level } = finding
  return (
    <li id={id}>
      <code>{rule}</code> <RuleWords of={finding}>{words}</RuleWords>{' '}
      <span class="muted">{t(`shell.level.${level}`)}</span>
      {proof === undefined ? null : (
        <Details summary={t('shell.finding.evidence')}>
          <CodeBlock
            code={textOf(proof)}
            title={t('shell.finding.evidence-of', { rule: placeOf(finding) })}
            wrap
          />
        </Details>
      )}
    </li>
  )
}
