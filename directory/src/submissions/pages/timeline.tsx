import { Time, usePageRequest, type Translate } from '../../web/index.ts'
import type { PastEvent, SubmissionView } from '../submissions.ts'

/** What happened, newest first. */
export function Timeline({ view }: { readonly view: SubmissionView }) {
  const { t } = usePageRequest()
  const { createdBy } = view.submission
  return (
    <ol class="timeline">
      {view.past.toReversed().map((past) => (
        <li>
          <div>{eventText(past, t)}</div>
          <div class="muted">
            <Time at={past.at} /> · {t(`submissions.by.${authorOf(past, createdBy)}`)}
          </div>
        </li>
      ))}
    </ol>
  )
}

const publishersDo: readonly string[] = [
  'submitted',
  'resubmitted',
  'withdrawn',
  'published',
  'proof-accepted',
]

/** The publisher sees that a reviewer acted, not who it was. */
function authorOf({ actor, event }: PastEvent, publisher: string): 'publisher' | 'reviewer' | 'system' {
  if (actor.kind === 'system') return 'system'
  return actor.id === publisher || publishersDo.includes(event.name) ? 'publisher' : 'reviewer'
}

function eventText({ event }: PastEvent, t: Translate): string {
  switch (event.name) {
    case 'submitted':
    case 'approved':
    case 'withdrawn':
      return t(`submissions.event.${event.name}`)
    case 'check-requested':
      return t('submissions.event.check-requested', { attempt: event.attempt })
    case 'checked':
      return t(`submissions.event.checked.${event.verdict}`, { attempt: event.attempt })
    case 'rejected-automatically':
    case 'changes-requested':
    case 'rejected':
      return t(`submissions.event.${event.name}`, { clauses: event.clauses.join(', ') })
    case 'waived':
      return t('submissions.event.waived', { ...event })
    case 'published':
      return t('submissions.event.published', { version: event.version })
    case 'resubmitted':
      return t('submissions.event.resubmitted', { revision: event.revision })
    case 'proof-accepted':
      return t('submissions.event.proof-accepted', { count: event.tools })
  }
}
