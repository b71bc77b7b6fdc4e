import { describeRule, ruleById } from '@connectory/checker'
import {
  Actions,
  Button,
  Callout,
  Card,
  Details,
  ErrorSummary,
  Field,
  FormToken,
  href,
  usePageRequest,
  type Choice,
} from '../../web/index.ts'
import { rulesOf } from '../blocking.ts'
import { answerDays, decisions, fixPrefix, usualDays, type Obstacle } from '../model.ts'
import { policyClauses } from '../policy-clauses.ts'
import type { ConsoleProps } from './console.tsx'

/** Approve, request changes or reject; what is not possible is not offered, and the page says why. */
export function DecisionForm(props: ConsoleProps) {
  const { t, language } = usePageRequest()
  const { submission, actions, missing } = props
  const possible = decisions.filter((name) =>
    actions.some((action) => action.name === name && action.obstacle === null),
  )
  const obstacle = actions.find(
    ({ name }) => name === (possible.length === 0 ? 'reject' : 'approve'),
  )?.obstacle
  // The card of the claim says it.
  if (
    possible.length === 0 &&
    obstacle !== undefined &&
    obstacle !== null &&
    toldByClaim.includes(obstacle)
  ) {
    return null
  }
  if (possible.length === 0) {
    return (
      <Card title={t('review.decide.title')}>
        <Why obstacle={obstacle ?? null} />
      </Card>
    )
  }
  const sent = props.sent?.form === 'decision' ? props.sent : undefined
  const errors = sent?.errors ?? {}
  return (
    <Card title={t('review.decide.title')}>
      <ErrorSummary errors={errors} />
      <Why obstacle={obstacle ?? null} />
      <form method="post" action={href(language, `/review/${submission.id}/decisions`)}>
        <FormToken />
        <input type="hidden" name="seen" value={String(submission.seen)} />
        <Field
          type="radios"
          name="decision"
          label={t('review.decide.what')}
          required
          values={[sent?.values['decision'] ?? '']}
          error={errors['decision']}
          choices={possible.map((value) => ({
            value,
            label: t(`review.decide.${value}`),
            hint: t(`review.decide.${value}.hint`),
          }))}
        />
        {missing.length === 0 || !possible.includes('approve') ? null : (
          <Field
            type="checkboxes"
            name="lookedAt"
            label={t('review.decide.looked')}
            hint={t('review.decide.looked.hint')}
            required
            values={sent?.lists['lookedAt'] ?? []}
            error={errors['lookedAt']}
            choices={missing.map((scope) => ({ value: scope, label: t(`review.decide.looked.${scope}`) }))}
          />
        )}
        <Clauses {...props} />
        <Fixes {...props} />
        {possible.includes('request-changes') ? (
          <Field
            type="select"
            name="days"
            label={t('review.decide.days')}
            hint={t('review.decide.days.hint')}
            value={sent?.values['days'] ?? String(usualDays)}
            choices={answerDays.map((days) => ({
              value: String(days),
              label: t('review.waiting.days', { count: days }),
            }))}
          />
        ) : null}
        <Field
          type="textarea"
          name="text"
          label={t('review.decide.text')}
          hint={t('review.decide.text.hint')}
          value={sent?.values['text'] ?? ''}
          error={errors['text']}
          maxlength={4_000}
          rows={5}
        />
        <Actions>
          <Button>{t('review.decide.send')}</Button>
        </Actions>
      </form>
    </Card>
  )
}

const toldByClaim: readonly Obstacle[] = ['own-submission', 'decided-before', 'taken-by-another', 'not-taken']

function Why({ obstacle }: { readonly obstacle: Obstacle | null }) {
  const { t } = usePageRequest()
  if (obstacle === null) return null
  return (
    <Callout kind="warn">
      <p>{t(`review.obstacle.${obstacle}`)}</p>
    </Callout>
  )
}

/** Rules that the report has something against, and below them the clauses that only a person judges. */
function Clauses({ report, sent: all }: ConsoleProps) {
  const { t, language } = usePageRequest()
  const sent = all?.form === 'decision' ? all : undefined
  const chosen = sent?.lists['clauses'] ?? []
  const rules = rulesOf(against(report)).map((id): Choice => {
    const rule = ruleById(id)
    return { value: id, label: rule === undefined ? id : `${id} · ${describeRule(rule, language).title}` }
  })
  const clauses = policyClauses.map((clause) => ({
    value: clause,
    label: `${clause} · ${t(`review.clause.${clause}`)}`,
  }))
  return (
    <>
      <Field
        type="checkboxes"
        name="clauses"
        label={t('review.decide.clauses')}
        hint={t(rules.length === 0 ? 'review.decide.no-findings' : 'review.decide.clauses.hint')}
        values={chosen}
        error={sent?.errors['clauses']}
        choices={rules}
      />
      <Details
        summary={t('review.decide.policy-clauses')}
        open={policyClauses.some((clause) => chosen.includes(clause))}
      >
        <PolicyClauses choices={clauses} chosen={chosen} />
      </Details>
    </>
  )
}

/** For requested changes: what would meet each rule that the report has something against. */
function Fixes({ report, sent: all }: ConsoleProps) {
  const { t } = usePageRequest()
  const sent = all?.form === 'decision' ? all : undefined
  const rules = rulesOf(against(report))
  if (rules.length === 0) return null
  const typed = rules.some((rule) => (sent?.values[`${fixPrefix}${rule}`] ?? '') !== '')
  return (
    <Details summary={t('review.decide.fixes')} open={typed}>
      {rules.map((rule) => (
        <Field
          type="textarea"
          name={`${fixPrefix}${rule}`}
          label={t('review.decide.fix', { clause: rule })}
          value={sent?.values[`${fixPrefix}${rule}`] ?? ''}
          error={sent?.errors[`${fixPrefix}${rule}`]}
          maxlength={4_000}
          rows={2}
        />
      ))}
    </Details>
  )
}

function against(report: ConsoleProps['report']) {
  return (report?.findings ?? []).filter(({ outcome }) => outcome === 'fail' || outcome === 'needs-human')
}

function PolicyClauses({
  choices,
  chosen,
}: {
  readonly choices: readonly Choice[]
  readonly chosen: readonly string[]
}) {
  const { t } = usePageRequest()
  return (
    <fieldset class="field">
      <legend class="visually-hidden">{t('review.decide.policy-clauses')}</legend>
      {choices.map(({ value, label }) => (
        <div class="choice">
          <input
            id={`clause-${value}`}
            type="checkbox"
            name="clauses"
            value={value}
            checked={chosen.includes(value) ? true : undefined}
          />
          <label for={`clause-${value}`}>{label}</label>
        </div>
      ))}
    </fieldset>
  )
}
