import type { Context } from 'hono'
import { Problem, type AppEnv } from '../../kernel/index.ts'
import type { TextKey } from '../../web/index.ts'
import { longestComplaint, longestContact, longestVulnerability } from '../complain.ts'
import { longestAnswer } from '../decide-complaint.ts'
import { longestReason } from '../order.ts'

const faults = {
  name: ['safety.fault.name', 0],
  kind: ['safety.fault.kind', 0],
  outcome: ['safety.fault.name', 0],
  reason: ['safety.fault.reason', longestReason],
  text: ['safety.fault.text', longestComplaint],
  details: ['safety.fault.details', longestVulnerability],
  answer: ['safety.fault.answer', longestAnswer],
  toPublisher: ['safety.fault.publisher', longestAnswer],
  connector: ['safety.fault.connector', 0],
  contact: ['safety.fault.contact', longestContact],
} as const satisfies Record<string, readonly [TextKey, number]>

/** What is wrong with a form, in the reader's language. Everything else is thrown on. */
export function faultsIn(c: Context<AppEnv>, error: unknown): Readonly<Record<string, string>> {
  if (!(error instanceof Problem) || error.code !== 'invalid-input') throw error
  const t = c.get('t')
  const wrong = Object.entries(faults).filter(([name]) => error.fields[name] !== undefined)
  return Object.fromEntries(wrong.map(([name, [key, most]]) => [name, t(key, { most })]))
}

/** @throws Problem invalid-input when nothing of them was chosen */
export function choiceOf<Choice extends string>(
  choices: readonly Choice[],
  text: string,
  field: string,
): Choice {
  const choice = choices.find((one) => one === text)
  if (choice !== undefined) return choice
  throw new Problem('invalid-input', 'Choose one.', { fields: { [field]: 'Choose one.' } })
}
