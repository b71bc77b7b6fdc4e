import type { PastEvent, Submission } from '../../submissions/index.ts'
import { Time, usePageRequest, type Translate } from '../../web/index.ts'

/** What happened, newest first, with the reason that was given. */
export function History({
  past,
  submission,
}: {
  readonly past: readonly PastEvent[]
  readonly submission: Submission
}) {
  const { t } = usePageRequest()
  return (
    <ol class="timeline">
      {past.toReversed().map((each) => (
        <li>
          <div>{words(each, t)}</div>
          {each.actor.kind === 'person' && each.event.name !== 'submitted' ? (
            <div class="small">{each.reason}</div>
          ) : null}
          <div class="muted small">
            <Time at={each.at} /> · {t(`review.by.${authorOf(each, submission)}`)}
          </div>
        </li>
      ))}
    </ol>
  )
}

function authorOf({ actor }: PastEvent, { createdBy }: Submission): 'publisher' | 'reviewer' | 'system' {
  if (actor.kind === 'system') return 'system'
  return actor.id === createdBy ? 'publisher' : 'reviewer'
}

function words({ event }: PastEvent, t: Translate): string {
  switch (event.name) {
    case 'submitted':
    case 'withdrawn':
      return t(`review.event.${event.name}`)
    case 'check-requested':
      return t('review.event.check-requested', { attempt: event.attempt })
    case 'checked':
      return t('review.event.checked', { attempt: event.attempt, verdict: event.verdict })
    case 'rejected-automatically':
    case 'changes-requested':
    case 'rejected':
      return t(`review.event.${event.name}`, { clauses: event.clauses.join(', ') })
    case 'waived':
      return t('review.event.waived', { rule: event.rule, expires: event.expires })
    case 'approved':
      return event.lookedAt.length === 0
        ? t('review.event.approved')
        : t('review.event.approved-looked', { what: event.lookedAt.join(', ') })
    case 'published':
      return t('review.event.published', { version: event.version })
    case 'resubmitted':
      return t('review.event.resubmitted', { revision: event.revision })
  }
}
