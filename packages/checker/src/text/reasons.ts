import type { Language } from '../language.ts'
import { fill } from './fill.ts'
import { reasons as de } from './reasons/de.ts'
import { reasons as en } from './reasons/en.ts'
import { reasons as es } from './reasons/es.ts'

const reasons: Readonly<Record<Language, Readonly<Record<string, string>>>> = { de, en, es }

/** The sentence for a code, in the reader's language. A code that this engine does not know stands for itself. */
export function reasonSentence(
  code: string,
  params: Readonly<Record<string, unknown>>,
  language: Language,
): string {
  return fill(reasons[language][code] ?? code, params)
}
