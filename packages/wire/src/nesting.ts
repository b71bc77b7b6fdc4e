import { stringEnd } from './string-end.ts'

/** Far deeper than any message that means something, and far less than what ends a program's stack. */
export const maxNesting = 500

const quote = 34

/**
 * Whether JSON text nests arrays and objects so deeply that whoever walks or writes the value may run out of stack.
 * Looks at the text, before a value exists. Linear.
 */
export function nestsTooDeep(text: string): boolean {
  // Each level opens with a character.
  if (text.length <= maxNesting) return false
  let depth = 0
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index)
    if (code === quote) index = stringEnd(text, index + 1)
    else if (code === 0x5b || code === 0x7b) {
      depth += 1
      if (depth > maxNesting) return true
    } else if (code === 0x5d || code === 0x7d) depth -= 1
  }
  return false
}
