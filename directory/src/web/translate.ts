import type { Language, TextParameters } from '../kernel/index.ts'
import { textsByLanguage, type Text, type TextKey } from './texts/catalogue.ts'

/**
 * Text by key in the reader's language. Numbers are written in the reader's way (1,234 or 1.234); an identity, a
 * year or a port is passed as a string. A text with plural forms chooses by the parameter `count`.
 */
export type Translate = (key: TextKey, parameters?: TextParameters) => string

function isTextKey(key: string): key is TextKey {
  return Object.hasOwn(textsByLanguage.en, key)
}

/** For keys that come from outside the code, such as the cookie of a flash message. */
export function parseTextKey(key: unknown): TextKey | undefined {
  return typeof key === 'string' && isTextKey(key) ? key : undefined
}

/** The sentence with its parameters still in braces; `Sentence` puts elements there. */
export function template(language: Language, key: TextKey, parameters: TextParameters = {}): string {
  const text: Text = textsByLanguage[language][key] ?? textsByLanguage.en[key] ?? key
  if (typeof text === 'string') return text
  const count = Number(parameters['count'] ?? Number.NaN)
  return new Intl.PluralRules(language).select(count) === 'one' ? text.one : text.other
}

export function createTranslate(language: Language): Translate {
  const numbers = new Intl.NumberFormat(language)
  return (key, parameters = {}) =>
    template(language, key, parameters).replaceAll(/\{(\w+)\}/g, (braces, name: string) => {
      const value = parameters[name]
      if (value === undefined) return braces
      return typeof value === 'number' ? numbers.format(value) : value
    })
}
