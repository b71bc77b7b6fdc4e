const quote = 0x22
const backslash = 0x5c

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
    if (code === quote) at = endOfString(text, at)
    else if (code === 0x2c || code === 0x5b || code === 0x7b) {
      values += 1
      if (values > most) return true
    }
  }
  return false
}

/** Where the closing quote stands; the end of the text when there is none. */
function endOfString(text: string, start: number): number {
  let at = start
  do {
    at = text.indexOf('"', at + 1)
    if (at === -1) return text.length
  } while (escaped(text, at))
  return at
}

function escaped(text: string, at: number): boolean {
  let before = at - 1
  while (text.charCodeAt(before) === backslash) before -= 1
  return (at - before) % 2 === 0
}
