import type { Facts } from './facts.ts'

/** What a form sends: one text per field, several for check boxes of one name. */
export type FactsForm = Readonly<Record<string, string | readonly string[] | undefined>>

export function one(value: FactsForm[string]): string {
  return (typeof value === 'string' ? value : value?.[0]) ?? ''
}

export function many(value: FactsForm[string]): readonly string[] {
  if (value === undefined) return []
  return [...new Set(typeof value === 'string' ? [value] : value)].filter((item) => item !== '')
}

/** PostgreSQL stores neither NUL nor half a character; other control characters only confuse readers. */
export function clean(text: string): string {
  return text
    .toWellFormed()
    .replaceAll('\r\n', '\n')
    .replaceAll(/[^\P{Cc}\t\n]/gu, '')
    .trim()
}

export function codePoints(text: string): number {
  return Array.from(text).length
}

/** What was said, as a form has it. */
export function formOf({
  descriptionMarkdown,
  categories,
  staticClient,
  addressFilter,
  answers,
  ...facts
}: Facts): FactsForm {
  const texts = Object.entries(facts).map(([name, value]) => [name, value ?? ''])
  return {
    ...answers,
    ...Object.fromEntries(texts),
    description: descriptionMarkdown,
    categories,
    staticClient: staticClient ? 'yes' : '',
    addressFilter: addressFilter ? 'yes' : '',
  }
}
