import type { Language } from '../../kernel/index.ts'
import type { PastEvent, Submission } from '../../submissions/index.ts'
import { spokenTime, Time, usePageRequest, type Translate } from '../../web/index.ts'
import { approvedWithoutWords, attestable } from '../model.ts'
import { riskNames } from '../risks.ts'

/** What happened, newest first, with the reason that was given. */
export function History({
  past,
  submission,
}: {
  readonly past: readonly PastEvent[]
  readonly submission: Submission
}) {
  const { t, language } = usePageRequest()
  return (
    <ol class="timeline">
      {past.toReversed().map((each) => (
        <li>
          <div>{words(each, t, language)}</div>
          {saysWhy(each) ? <div class="small">{each.reason}</div> : null}
          <div class="muted small">
            <Time at={each.at} /> · {t(`review.by.${authorOf(each, submission)}`)}
          </div>
        </li>
      ))}
    </ol>
  )
}

/** The log keeps a reason with every event; these were typed by a person, the others are the program's own. */
function saysWhy({ event, reason }: PastEvent): boolean {
  if (event.name === 'approved') return reason !== approvedWithoutWords
  return event.name === 'waived' || ('text' in event && event.text !== '')
}

function authorOf({ actor }: PastEvent, { state }: Submission): 'publisher' | 'reviewer' | 'system' {
  if (actor.kind === 'system') return 'system'
  return state.publishers.includes(actor.id) ? 'publisher' : 'reviewer'
}

function words({ event }: PastEvent, t: Translate, language: Language): string {
  switch (event.name) {
    case 'submitted':
    case 'given-back':
    case 'deadline-passed':
    case 'not-a-fit':
    case 'appealed':
    case 'appeal-granted':
    case 'appeal-refused':
    case 'replied':
    case 'withdrawn':
      return t(`review.event.${event.name}`)
    case 'check-requested':
      return t('review.event.check-requested', { attempt: event.attempt })
    case 'checked':
      return t(`submissions.event.checked.${event.verdict}`, { attempt: event.attempt })
    case 'rejected-automatically':
    case 'changes-requested':
    case 'rejected':
      return t(`review.event.${event.name}`, { clauses: event.clauses.join(', ') })
    case 'claimed':
      return t('review.event.claimed', { until: spokenTime(new Date(event.until), language) })
    case 'risks-named':
      return t('review.event.risks-named', {
        risks: event.risks.map((risk) => riskWords(risk, t)).join(', '),
      })
    case 'waived':
      return t('review.event.waived', { rule: event.rule, expires: event.expires })
    case 'approved':
      return event.lookedAt.length === 0
        ? t('review.event.approved')
        : t('review.event.approved-looked', {
            what: attestable
              .filter((what) => event.lookedAt.includes(what))
              .map((what) => t(`review.event.looked.${what}`))
              .join(', '),
          })
    case 'carried-over':
      return t('updates.event.carried-over', { version: String(event.version) })
    case 'published':
      return t('review.event.published', { version: event.version })
    case 'resubmitted':
      return t('review.event.resubmitted', { revision: event.revision })
    case 'proof-accepted':
      return t('submissions.event.proof-accepted', { count: event.tools })
  }
}

/** A case keeps the names that a risk had then; one that is no longer looked for stands as it was written. */
function riskWords(risk: string, t: Translate): string {
  const known = riskNames.find((name) => name === risk)
  return known === undefined ? risk : t(`review.gate.${known}`)
}
