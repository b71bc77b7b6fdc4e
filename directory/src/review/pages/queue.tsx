import {
  EmptyState,
  href,
  Page,
  PageHeader,
  Stack,
  StatusPill,
  Table,
  usePageRequest,
} from '../../web/index.ts'
import { QueueClaim } from './claim-card.tsx'
import { riskNames } from '../risks.ts'
import type { GateAnswer } from '../model.ts'
import type { QueueEntry } from '../review.ts'

export function QueuePage({ entries }: { readonly entries: readonly QueueEntry[] }) {
  const { t } = usePageRequest()
  return (
    <Page title={t('review.queue.title')}>
      <PageHeader title={t('review.queue.title')} lead={t('review.queue.lead')} />
      {entries.length === 0 ? (
        <EmptyState title={t('review.queue.empty')}>
          <p>{t('review.queue.empty.do')}</p>
        </EmptyState>
      ) : (
        <Table<QueueEntry>
          caption={t('review.queue.caption')}
          captionHidden
          rows={entries}
          columns={[
            { title: t('review.queue.name'), cell: (entry) => <Name entry={entry} /> },
            {
              title: t('review.queue.waiting'),
              cell: ({ waitingMs }) => <Waiting milliseconds={waitingMs} />,
            },
            { title: t('review.queue.why'), cell: (entry) => <Why entry={entry} /> },
            {
              title: t('review.priority.title'),
              cell: ({ priority }) => <PriorityCell priority={priority} />,
            },
            { title: t('review.queue.claim'), cell: (entry) => <QueueClaim entry={entry} /> },
          ]}
        />
      )}
    </Page>
  )
}

function Name({ entry: { row } }: { readonly entry: QueueEntry }) {
  const { language } = usePageRequest()
  return (
    <Stack gap="tight">
      <a href={href(language, `/review/${row.id}`)}>{row.name}</a>
      <span class="muted small">
        {row.publisherName} · {URL.canParse(row.serverUrl) ? new URL(row.serverUrl).host : row.serverUrl}
      </span>
      {row.status === 'in-review' ? null : (
        <span>
          <StatusPill status={row.status} />
        </span>
      )}
    </Stack>
  )
}

function Why({ entry: { row, gates } }: { readonly entry: QueueEntry }) {
  const { t } = usePageRequest()
  return row.asks ? <strong>{t('review.queue.asks')}</strong> : <Gates gates={gates} />
}

/** Never a bare number: what made it stands behind it. */
function PriorityCell({ priority: { points, factors } }: Pick<QueueEntry, 'priority'>) {
  const { t } = usePageRequest()
  // A zero alone would be left out.
  if (factors.length === 0) return <>{String(points)}</>
  return (
    <details>
      <summary>{points}</summary>
      <ul class="small">
        {factors.map((each) => (
          <li>
            {t(`review.priority.${each.factor}`)} <span class="muted">+{each.points}</span>
          </li>
        ))}
      </ul>
    </details>
  )
}

const minuteMs = 60_000
const hourMs = 60 * minuteMs
const dayMs = 24 * hourMs

function Waiting({ milliseconds }: { readonly milliseconds: number }) {
  const { t } = usePageRequest()
  if (milliseconds >= dayMs)
    return <>{t('review.waiting.days', { count: Math.floor(milliseconds / dayMs) })}</>
  if (milliseconds >= hourMs)
    return <>{t('review.waiting.hours', { count: Math.floor(milliseconds / hourMs) })}</>
  return <>{t('review.waiting.minutes', { count: Math.max(1, Math.floor(milliseconds / minuteMs)) })}</>
}

const loud: readonly string[] = [...riskNames, 'mechanical-fail', 'required-fail', 'tools-changed']
const shownRules = 4

/** The gates that were raised, a line each, with the rules that made them so. */
export function Gates({ gates }: { readonly gates: readonly GateAnswer[] }) {
  const { t } = usePageRequest()
  const lines = gates.filter(({ raised }) => raised)
  return (
    <>
      {lines.map(({ gate, rules }) => (
        <div class="small">
          {loud.includes(gate) ? <strong>{t(`review.gate.${gate}`)}</strong> : t(`review.gate.${gate}`)}
          {rules.length === 0 ? null : (
            <span class="muted">
              {' '}
              {rules.slice(0, shownRules).join(', ')}
              {rules.length > shownRules ? ' …' : ''}
            </span>
          )}
        </div>
      ))}
    </>
  )
}
