import { Badge, Cluster, usePageRequest, type BadgeKind } from '../../web/index.ts'
import type { ReportSummary } from '../model.ts'

const kinds = { ready: 'good', blocked: 'bad', incomplete: 'warn' } as const satisfies Record<
  ReportSummary['verdict'],
  BadgeKind
>

export function VerdictBadge({ verdict }: { readonly verdict: ReportSummary['verdict'] }) {
  const { t } = usePageRequest()
  return <Badge kind={kinds[verdict]}>{t(`catalogue.verdict.${verdict}`)}</Badge>
}

export function CountBadges({ counts }: { readonly counts: ReportSummary['counts'] }) {
  const { t } = usePageRequest()
  const { pass, fail, needsHuman, notEvaluated } = counts
  return (
    <Cluster>
      <Badge kind="good">{t('catalogue.report.passed', { count: pass })}</Badge>
      {fail > 0 ? <Badge kind="bad">{t('catalogue.report.failed', { count: fail })}</Badge> : null}
      {needsHuman > 0 ? (
        <Badge kind="info">{t('catalogue.report.human', { count: needsHuman })}</Badge>
      ) : null}
      {notEvaluated > 0 ? <Badge>{t('catalogue.report.not-looked', { count: notEvaluated })}</Badge> : null}
    </Cluster>
  )
}
