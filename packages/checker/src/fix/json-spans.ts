/** Where a value stands in a text of JSON: from `start` up to, not including, `end`. */
export interface Span {
  readonly start: number
  readonly end: number
}

export interface Entry extends Span {
  readonly key: string
  readonly value: Span
}

/**
 * The entries of the object that starts at `start`, or undefined when none does. `text` must be JSON that JSON.parse
 * accepts.
 */
export function entriesAt(text: string, start: number): Entry[] | undefined {
  if (text[start] !== '{') return undefined
  const entries: Entry[] = []
  let at = skipBlank(text, start + 1)
  while (text[at] === '"') {
    const keyEnd = endOfString(text, at)
    // A string of JSON, so that escapes in the key are read.
    const key = JSON.parse(text.slice(at, keyEnd)) as string
    const valueStart = skipBlank(text, skipBlank(text, keyEnd) + 1)
    const value = { start: valueStart, end: endOfValue(text, valueStart) }
    entries.push({ key, value, start: at, end: value.end })
    at = nextElement(text, value.end)
  }
  return entries
}

/** The elements of the array that starts at `start`, or undefined when none does. */
export function elementsAt(text: string, start: number): Span[] | undefined {
  if (text[start] !== '[') return undefined
  const elements: Span[] = []
  let at = skipBlank(text, start + 1)
  while (at < text.length && text[at] !== ']') {
    const end = endOfValue(text, at)
    elements.push({ start: at, end })
    at = nextElement(text, end)
  }
  return elements
}

/** Where the first value of the text starts. */
export function skipBlank(text: string, from: number): number {
  let at = from
  while (/[\s\ufeff]/.test(text[at] ?? 'x')) at += 1
  return at
}

/** After the comma, at the next element; or at the closing bracket. */
function nextElement(text: string, end: number): number {
  const at = skipBlank(text, end)
  return text[at] === ',' ? skipBlank(text, at + 1) : at
}

function endOfValue(text: string, start: number): number {
  const first = text[start]
  if (first === '"') return endOfString(text, start)
  if (first !== '{' && first !== '[') {
    const plain = /[\s,\]}]/g
    plain.lastIndex = start
    return plain.exec(text)?.index ?? text.length
  }
  let depth = 0
  for (let at = start; at < text.length; at += 1) {
    const one = text[at]
    if (one === '"') at = endOfString(text, at) - 1
    else if (one === '{' || one === '[') depth += 1
    else if (one === '}' || one === ']') depth -= 1
    if (depth === 0) return at + 1
  }
  return text.length
}

function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1
    else if (text[at] === '"') return at + 1
  }
  return text.length
}
