import type { Child } from 'hono/jsx'
import { usePageRequest } from '../page-context.ts'
import { Badge, type BadgeKind } from './badge.tsx'
import { CodeBlock, DiffBlock } from './code.tsx'
import { Details } from './data.tsx'

export type FindingLevel = 'reject' | 'must' | 'should' | 'info'
export type FindingOutcome = 'pass' | 'fail' | 'needs-human' | 'not-applicable' | 'not-evaluated'

export interface FindingCardProps {
  readonly rule: string
  readonly level: FindingLevel
  readonly outcome: FindingOutcome
  readonly message: Child
  /** The language of message, why and fix when it is not that of the page. */
  readonly language?: string | undefined
  /** What was looked at, such as the name of a tool. */
  readonly target?: string | undefined
  /** Which one it is, where a rule has several findings at one place. */
  readonly number?: number | undefined
  readonly why?: Child | undefined
  /** What to do, in words. */
  readonly fix?: Child | undefined
  /** The fix as code; a unified diff is shown as one. */
  readonly fixCode?: string | undefined
  /** The recorded proof, already masked. */
  readonly evidence?: string | undefined
  /** Names the card in the page, for links to it. */
  readonly id?: string | undefined
}

const failKinds = { reject: 'bad', must: 'bad', should: 'warn', info: 'neutral' } as const

function outcomeKind(level: FindingLevel, outcome: FindingOutcome): BadgeKind {
  switch (outcome) {
    case 'pass':
      return 'good'
    case 'fail':
      return failKinds[level]
    case 'needs-human':
      return 'info'
    case 'not-evaluated':
      return level === 'reject' || level === 'must' ? 'warn' : 'neutral'
    case 'not-applicable':
      return 'neutral'
  }
}

function isPatch(code: string): boolean {
  return /^(@@|--- |diff )/m.test(code)
}

/** One finding of a report: what was seen, why it matters, how to mend it, and the proof. */
export function FindingCard(finding: FindingCardProps) {
  const { t } = usePageRequest()
  const { rule, level, outcome, message, target, number = 1, why, fix, fixCode, evidence } = finding
  const { id, language } = finding
  const kind = outcomeKind(level, outcome)
  // Screen readers list blocks of code by name: one rule may have several places, and several findings at one.
  const at = target === undefined || target === '' ? rule : `${rule}, ${target}`
  const place = number === 1 ? at : `${at} (${number})`
  return (
    <article class={`finding finding-${kind}`} id={id}>
      <header class="finding-header">
        <Badge kind={kind}>{t(`shell.outcome.${outcome}`)}</Badge>
        <span class="finding-level">{t(`shell.level.${level}`)}</span>
        <code class="finding-rule">{rule}</code>
      </header>
      <h3 class="finding-message" lang={language}>
        {message}
      </h3>
      {target === undefined ? null : (
        <p class="finding-target">
          <code>{target}</code>
        </p>
      )}
      {why === undefined ? null : (
        <p class="finding-why">
          <strong>{t('shell.finding.why')}</strong> <span lang={language}>{why}</span>
        </p>
      )}
      {fix === undefined ? null : (
        <p class="finding-fix">
          <strong>{t('shell.finding.fix')}</strong> <span lang={language}>{fix}</span>
        </p>
      )}
      {fixCode === undefined ? null : isPatch(fixCode) ? (
        <DiffBlock patch={fixCode} title={t('shell.finding.fix-code', { rule: place })} />
      ) : (
        <CodeBlock code={fixCode} title={t('shell.finding.fix-code', { rule: place })} />
      )}
      {evidence === undefined ? null : (
        <Details summary={t('shell.finding.evidence')}>
          <CodeBlock code={evidence} title={t('shell.finding.evidence-of', { rule: place })} wrap />
        </Details>
      )}
    </article>
  )
}
