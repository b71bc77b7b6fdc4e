import { describeRule, ruleById } from '@connectory/checker'
import { Badge, usePageRequest, type BadgeKind } from '../../web/index.ts'
import type { Foreseen, Outcome } from '../model.ts'

const kinds: Readonly<Record<Outcome, BadgeKind>> = {
  fails: 'bad',
  already: 'warn',
  'cannot-tell': 'neutral',
  stands: 'good',
}

export function OutcomeBadge({ of }: { readonly of: Outcome }) {
  const { t } = usePageRequest()
  return <Badge kind={kinds[of]}>{t(`simulation.outcome.${of}`)}</Badge>
}

/** Id and title, in a language that the rule has. */
export function RuleName({ id }: { readonly id: string }) {
  const { language } = usePageRequest()
  const rule = ruleById(id)
  if (rule === undefined) return <code>{id}</code>
  const { title, language: spoken } = describeRule(rule, language)
  return (
    <>
      <code>{id}</code> <span lang={spoken}>{title}</span>
    </>
  )
}

/** What each rule comes to for one listing. */
export function RuleList({ rules }: { readonly rules: readonly Foreseen[] }) {
  const { t } = usePageRequest()
  if (rules.length === 0) return <p class="muted small">{t('simulation.no-report')}</p>
  return (
    <ul class="small">
      {rules.map((one) => (
        <li>
          <RuleName id={one.rule} />{' '}
          {one.outcome === 'cannot-tell' ? null : <OutcomeBadge of={one.outcome} />}{' '}
          <span class="muted">
            {one.because === null
              ? t('simulation.places', { count: one.places })
              : t(`simulation.because.${one.because}`)}
          </span>
        </li>
      ))}
    </ul>
  )
}
