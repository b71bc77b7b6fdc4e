import { Problem } from '../kernel/index.ts'
import type { DecisionForm } from './decide.ts'
import type { AppealForm } from './decide-appeal.ts'
import { answerDays, attestable, decisions, fixPrefix, usualDays } from './model.ts'
import type { WaiverForm } from './waive.ts'

/** A form as it was sent: the first value of each name, and all of them. */
export interface SentForm {
  readonly values: Readonly<Record<string, string>>
  readonly lists: Readonly<Record<string, readonly string[]>>
}

export function parseDecision(form: SentForm): DecisionForm {
  const decision = decisions.find((name) => name === form.values['decision'])
  if (decision === undefined) {
    const sentence = 'Choose what you decide.'
    throw new Problem('invalid-input', sentence, { fields: { decision: sentence } })
  }
  const lookedAt = form.lists['lookedAt'] ?? []
  return {
    seen: seenIn(form),
    decision,
    clauses: form.lists['clauses'] ?? [],
    text: form.values['text'] ?? '',
    fixes: fixesIn(form),
    days: answerDays.find((days) => String(days) === form.values['days']) ?? usualDays,
    lookedAt: attestable.filter((scope) => lookedAt.includes(scope)),
  }
}

/** Fields `fix.<clause>` that say something. */
function fixesIn({ values }: SentForm): Readonly<Record<string, string>> {
  const all = Object.entries(values).map(([name, value]) => [name, value.trim()] as const)
  return Object.fromEntries(
    all
      .filter(([name, value]) => name.startsWith(fixPrefix) && value !== '')
      .map(([name, value]) => [name.slice(fixPrefix.length), value]),
  )
}

export function parseAppeal(form: SentForm): AppealForm {
  const decision = form.values['decision']
  if (decision !== 'grant' && decision !== 'refuse') {
    const sentence = 'Choose what you decide.'
    throw new Problem('invalid-input', sentence, { fields: { decision: sentence } })
  }
  return { seen: seenIn(form), granted: decision === 'grant', text: form.values['text'] ?? '' }
}

export function parseWaiver(form: SentForm): WaiverForm {
  const { rule = '', reason = '', expires = '' } = form.values
  return { seen: seenIn(form), rule, reason, expires }
}

/** The number of events the form was made from; a form without it is older than every page. */
export function seenIn({ values }: Pick<SentForm, 'values'>): number {
  const text = values['seen'] ?? ''
  return /^\d{1,9}$/.test(text) ? Number(text) : 0
}
