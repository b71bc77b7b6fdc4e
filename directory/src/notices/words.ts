import { parseTextKey, type Translate } from '../web/index.ts'
import type { Saying } from './model.ts'

/** The sentence in the reader's language. A key that has gone since it was told stands for itself. */
export function say(t: Translate, { key, parameters }: Saying): string {
  const known = parseTextKey(key)
  return known === undefined ? key : t(known, parameters)
}
