import { stringEnd } from './string-end.ts'

const quote = 0x22

/** More values than any answer has that means something to a model; parsing so many takes some 30 ms. */
export const mostValues = 250_000

/**
 * Whether JSON text holds so many values that parsing it would hold up everybody else: megabytes of empty arrays take
 * fifty times as long as megabytes of text. Looks at the text, before a value exists. Linear.
 */
export function holdsTooManyValues(text: string, most = mostValues): boolean {
  // Each value but the first stands after one of these, so a short text holds few.
  if (text.length <= most) return false
  let values = 1
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === quote) at = stringEnd(text, at + 1)
    else if (code === 0x2c || code === 0x5b || code === 0x7b) {
      values += 1
      if (values > most) return true
    }
  }
  return false
}
