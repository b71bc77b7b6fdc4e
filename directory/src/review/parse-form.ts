import { Problem } from '../kernel/index.ts'
import type { DecisionForm } from './decide.ts'
import { attestable, decisions } from './model.ts'
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
    lookedAt: attestable.filter((scope) => lookedAt.includes(scope)),
  }
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
