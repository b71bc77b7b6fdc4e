import { Time, usePageRequest, type Translate } from '../../web/index.ts'
import type { PastEvent, SubmissionView } from '../submissions.ts'

/** What happened, newest first. */
export function Timeline({ view }: { readonly view: SubmissionView }) {
  const { t } = usePageRequest()
  const { publishers } = view.submission.state
  // Who has taken the case, and when, is the reviewers' own business; messages have a place of their own.
  const shown = view.past.filter(({ event }) => !hidden.includes(event.name))
  return (
    <ol class="timeline">
      {shown.toReversed().map((past) => (
        <li>
          <div>
            {isFirstOfTwo(past, view.past) ? t('submissions.event.approved-once') : eventText(past, t)}
          </div>
          <div class="muted">
            <Time at={past.at} /> · {t(`submissions.by.${authorOf(past, publishers)}`)}
          </div>
        </li>
      ))}
    </ol>
  )
}

const hidden: readonly string[] = ['claimed', 'given-back', 'replied']

/** An approval that needs another one. */
function isFirstOfTwo({ event, seq }: PastEvent, past: readonly PastEvent[]): boolean {
  if (event.name !== 'approved') return false
  const before = past.filter((each) => each.seq < seq)
  const ofThisCheck = before.slice(before.findLastIndex((each) => each.event.name === 'checked'))
  const names = ofThisCheck.map((each) => each.event.name)
  return names.includes('risks-named') && !names.includes('approved')
}

/** The publisher sees that a reviewer acted, not who it was. */
function authorOf(
  { actor, event }: PastEvent,
  publishers: readonly string[],
): 'publisher' | 'reviewer' | 'system' {
  if (actor.kind === 'system') return 'system'
  return publishers.includes(actor.id) || event.name === 'published' ? 'publisher' : 'reviewer'
}

function eventText({ event }: PastEvent, t: Translate): string {
  switch (event.name) {
    case 'submitted':
    case 'approved':
    case 'risks-named':
    case 'deadline-passed':
    case 'not-a-fit':
    case 'appealed':
    case 'appeal-granted':
    case 'appeal-refused':
    case 'replied':
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
    case 'claimed':
    case 'given-back':
      return ''
    case 'waived':
      return t('submissions.event.waived', { ...event })
    case 'carried-over':
      return t('updates.event.carried-over', { version: String(event.version) })
    case 'published':
      return t('submissions.event.published', { version: event.version })
    case 'resubmitted':
      return t('submissions.event.resubmitted', { revision: event.revision })
    case 'proof-accepted':
      return t('submissions.event.proof-accepted', { count: event.tools })
  }
}
