import { Badge, Card, Cluster, Time, usePageRequest, type BadgeKind } from '../../web/index.ts'
import { healthOf, type HealthLabel } from '../label.ts'
import type { History } from '../store.ts'
import { HealthChart } from './health-chart.tsx'

const kinds: Readonly<Record<HealthLabel, BadgeKind>> = {
  healthy: 'good',
  'worth-a-look': 'warn',
  degraded: 'bad',
  'not-enough-data': 'neutral',
}

/** For the page of a connector: how reliably its server answered us. */
export function HealthCard({ history, today }: { readonly history: History; readonly today: number }) {
  const { t } = usePageRequest()
  const { label, looks, good, latencyMs } = healthOf(history.days, today)
  return (
    <Card title={t('monitoring.title')}>
      <Cluster>
        <Badge kind={kinds[label]}>{t(`monitoring.label.${label}`)}</Badge>
      </Cluster>
      {looks > 0 && (
        <>
          <HealthChart days={history.days} today={today} />
          <p class="small">
            {t('monitoring.answered', { percent: Math.floor((good / looks) * 1000) / 10 })}{' '}
            {latencyMs !== undefined && t('monitoring.latency', { milliseconds: latencyMs })}
          </p>
        </>
      )}
      <p class="muted small">
        {history.state === null ? (
          t('monitoring.state.none')
        ) : (
          <>
            {t(`monitoring.state.${history.state}`)}
            {history.since !== null && (
              <>
                {' '}
                {t('monitoring.since')} <Time at={history.since} dateOnly />
              </>
            )}
          </>
        )}
      </p>
    </Card>
  )
}
