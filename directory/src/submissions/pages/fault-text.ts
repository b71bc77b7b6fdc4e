import type { TextKey, Translate } from '../../web/index.ts'
import { isAnswerName, type AnswerName } from '../answers.ts'
import type { FactsForm } from '../form-values.ts'
import type { FactsFault, FactsFaults, FactsField } from '../parse-facts.ts'

/** One sentence per field that is not accepted, in the reader's language. */
export function faultTexts(faults: FactsFaults, form: FactsForm, t: Translate): Record<string, string> {
  const sentences: Record<string, string> = {}
  for (const [name, fault] of Object.entries(faults)) {
    const field = name as FactsField | AnswerName
    sentences[field] = faultText(field, fault, form[field], t)
  }
  return sentences
}

function faultText(
  field: FactsField | AnswerName,
  { code, length = 0, limit = 0 }: FactsFault,
  sent: FactsForm[string],
  t: Translate,
): string {
  if (code === 'missing') return t(`submissions.fault.missing.${field}` as TextKey)
  const value = typeof sent === 'string' ? sent.trim().slice(0, 80) : ''
  return t(`submissions.fault.${code}`, {
    field: fieldLabel(field, t),
    value,
    host: URL.canParse(value) ? new URL(value).hostname : value,
    length,
    limit,
  })
}

/** What a field is called on the page. */
export function fieldLabel(field: FactsField | AnswerName, t: Translate): string {
  return isAnswerName(field) ? t(`answers.${field}`) : t(`submissions.field.${field}`)
}
