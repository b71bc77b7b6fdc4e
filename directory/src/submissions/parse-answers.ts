import { answerKinds, answerNames, type AnswerKind, type AnswerName, type Answers } from './answers.ts'
import { clean, codePoints, many, type FactsForm } from './form-values.ts'
import { judgeContact } from './judge-contact.ts'
import type { FactsFault } from './parse-facts.ts'
import { carriesCredentials, judgePublicUrl } from './public-url.ts'

export interface ParsedAnswers {
  /** Only what was asked and is in order. */
  readonly answers: Answers
  readonly faults: Readonly<Partial<Record<AnswerName, FactsFault>>>
}

type Judged = { readonly value: string | readonly string[] } | { readonly fault: FactsFault }

/** Reads the answers that a form has; which of them are needed is not its business. */
export function parseAnswers(form: FactsForm, options: { allowLoopback: boolean }): ParsedAnswers {
  const answers: Partial<Record<AnswerName, string | readonly string[]>> = {}
  const faults: Partial<Record<AnswerName, FactsFault>> = {}
  for (const name of answerNames) {
    if (form[name] === undefined) continue
    const judged = judge(answerKinds[name], form[name], options)
    if ('fault' in judged) faults[name] = judged.fault
    else answers[name] = judged.value
  }
  return { answers, faults }
}

function judge(kind: AnswerKind, sent: FactsForm[string], options: { allowLoopback: boolean }): Judged {
  if (kind.is === 'some') {
    const chosen = many(sent)
    return chosen.every((each) => kind.choices.includes(each)) ? { value: chosen } : no('no-choice')
  }
  // A tick may come after the empty text that says that it was asked.
  const value = clean(many(sent).at(-1) ?? '')
  if (value === '') return { value }
  if ('choices' in kind) return kind.choices.includes(value) ? { value } : no('no-choice')
  const length = codePoints(value)
  if (length > kind.limit) return { fault: { code: 'too-long', length, limit: kind.limit } }
  return judgeText(kind.is, value, options)
}

function judgeText(
  is: 'text' | 'page' | 'contact' | 'day',
  value: string,
  options: { allowLoopback: boolean },
) {
  if (is === 'page') {
    const judged = judgePublicUrl(value, options)
    return 'url' in judged ? { value: judged.url } : no(judged.fault)
  }
  if (is === 'contact') {
    const judged = judgeContact(value, options)
    return 'contact' in judged ? { value: judged.contact } : no(judged.fault)
  }
  if (is === 'day') return isDay(value) ? { value } : no('not-a-day')
  return carriesCredentials(value) ? no('credentials') : { value }
}

function isDay(text: string): boolean {
  const at = new Date(`${text}T00:00:00Z`)
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text)
}

function no(code: FactsFault['code']): { readonly fault: FactsFault } {
  return { fault: { code } }
}
