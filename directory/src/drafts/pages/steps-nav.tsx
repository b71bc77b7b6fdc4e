import { AsideCard } from '../../submissions/index.ts'
import { Badge, href, Hidden, paths, usePageRequest } from '../../web/index.ts'
import { countIssues, type Issue } from '../issues.ts'
import type { Draft } from '../model.ts'
import { stepNames, type StepName } from '../steps.ts'

/** The address of one page of a draft. */
export function stepPath({ id }: Pick<Draft, 'id'>, step: StepName | 'preview'): string {
  return `${draftPath({ id })}/${step}`
}

export function draftPath({ id }: Pick<Draft, 'id'>): string {
  return `${paths.submissions}/drafts/${id}`
}

/** The ten pages, each with how much is open on it. */
export function StepsNav({
  draft,
  issues,
  current,
}: {
  readonly draft: Draft
  readonly issues: readonly Issue[]
  readonly current: StepName | undefined
}) {
  const { t, language } = usePageRequest()
  const counts = countIssues(issues)
  return (
    <AsideCard title={t('drafts.steps')}>
      <nav aria-label={t('drafts.steps')} data-part="steps">
        <ol class="draft-steps">
          {stepNames.map((step) => (
            <li>
              <a
                href={href(language, stepPath(draft, step))}
                aria-current={step === current ? 'step' : undefined}
              >
                <span>{t(`drafts.step.${step}`)}</span>
                {step === 'review' ? null : <Count {...(counts.get(step) ?? { must: 0, should: 0 })} />}
              </a>
            </li>
          ))}
        </ol>
      </nav>
    </AsideCard>
  )
}

function Count({ must, should }: { readonly must: number; readonly should: number }) {
  const { t } = usePageRequest()
  if (must > 0) return <Badge kind="warn">{t('drafts.open', { count: must })}</Badge>
  if (should > 0) return <Badge kind="info">{t('drafts.hints', { count: should })}</Badge>
  return (
    <Badge kind="good">
      <span aria-hidden="true">✓</span>
      <Hidden>{t('drafts.complete')}</Hidden>
    </Badge>
  )
}
