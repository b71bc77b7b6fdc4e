import type { Endpoint } from '../../catalogue/index.ts'
import { isConcerned } from '../../kernel/index.ts'
import { Card, Cluster, href, Time, usePageRequest } from '../../web/index.ts'
import { driftPath } from '../news.ts'
import type { Standing } from '../store.ts'
import { StateBadge, stateOf, type State } from './standing.tsx'

interface DriftCardProps {
  readonly endpoint: Endpoint
  readonly standing: Standing | undefined
}

/** For the page of a connector: whether its tools are still what was approved. */
export function DriftCard({ endpoint, standing }: DriftCardProps) {
  const { t, language, viewer } = usePageRequest()
  const state = stateOf(standing, endpoint.version)
  return (
    <Card title={t('drift.card')}>
      <Cluster>
        <StateBadge state={state} />
      </Cluster>
      <StateWords state={state} />
      {isConcerned(viewer, endpoint) ? (
        <p class="small">
          <a href={href(language, driftPath(endpoint.slug))}>{t('drift.card.read')}</a>
        </p>
      ) : null}
    </Card>
  )
}

export function StateWords({ state }: { readonly state: State }) {
  const { t } = usePageRequest()
  return (
    <>
      {state.kind === 'changed' ? (
        <p class="small">
          {t('drift.card.changed', { count: state.count })}{' '}
          {t(state.held ? 'drift.card.held' : 'drift.card.warned')}
        </p>
      ) : null}
      {state.kind === 'cannot-look' ? <p class="small">{t(state.why)}</p> : null}
      {'at' in state ? (
        <p class="muted small">
          {t('drift.card.at')} <Time at={state.at} dateOnly />
        </p>
      ) : null}
    </>
  )
}
