import { describeRule, ruleById } from '@connectory/checker'
import { Badge, Sentence, usePageRequest, type BadgeKind } from '../../web/index.ts'
import { unknowns, type Foreseen, type Outcome, type Unknown } from '../model.ts'

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

/** What each rule comes to for one listing; of those that cannot be told one line for each reason. */
export function RuleList({ rules }: { readonly rules: readonly Foreseen[] }) {
  const { t } = usePageRequest()
  if (rules.length === 0) return <p class="muted small">{t('simulation.no-report')}</p>
  const byReason = Map.groupBy(rules, ({ because }) => because)
  return (
    <ul class="small">
      {byReason.get(null)?.map(({ rule, outcome, places }) => (
        <li>
          <RuleName id={rule} /> <OutcomeBadge of={outcome} />{' '}
          <span class="muted">{t('simulation.places', { count: places })}</span>
        </li>
      ))}
      {unknowns.map((because) => (
        <Untold because={because} rules={byReason.get(because) ?? []} />
      ))}
    </ul>
  )
}

function Untold({ because, rules }: { readonly because: Unknown; readonly rules: readonly Foreseen[] }) {
  if (rules.length === 0) return null
  const ids = rules.map(({ rule }, index) => (
    <>
      {index === 0 ? null : ', '}
      <code>{rule}</code>
    </>
  ))
  return (
    <li class="muted">
      <Sentence text={`simulation.because.${because}`} parts={{ rules: <>{ids}</> }} />
    </li>
  )
}
