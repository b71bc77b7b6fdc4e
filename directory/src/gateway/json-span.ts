/** A member of a JSON object as it stands in the text: positions are indexes into that text. */
export interface Member {
  readonly name: string
  /** The name's opening quote. */
  readonly start: number
  readonly valueStart: number
  /** One past the value. */
  readonly end: number
}

const quote = 0x22
const backslash = 0x5c

/**
 * The members of the object that begins at `start`, in order, duplicates included. The text must be valid JSON: it
 * was parsed before, and this only finds where things stand, so that a message can be changed without writing it
 * anew (numbers, escapes and the order of keys would not survive that).
 */
export function membersOf(text: string, start: number): readonly Member[] {
  const members: Member[] = []
  let at = skipSpace(text, start + 1)
  while (text[at] === '"') {
    const nameEnd = skipString(text, at)
    const valueStart = skipSpace(text, skipSpace(text, nameEnd) + 1)
    const end = skipValue(text, valueStart)
    members.push({ name: String(JSON.parse(text.slice(at, nameEnd))), start: at, valueStart, end })
    at = skipSpace(text, end)
    if (text[at] === ',') at = skipSpace(text, at + 1)
  }
  return members
}

/** Where each element of the array that begins at `start` stands; as membersOf. */
export function elementsOf(text: string, start: number): readonly { start: number; end: number }[] {
  const elements: { start: number; end: number }[] = []
  let at = skipSpace(text, start + 1)
  while (at < text.length && text[at] !== ']') {
    const end = skipValue(text, at)
    elements.push({ start: at, end })
    at = skipSpace(text, end)
    if (text[at] === ',') at = skipSpace(text, at + 1)
  }
  return elements
}

/** Where the first value of the text begins. */
export function startOf(text: string): number {
  return skipSpace(text, 0)
}

/** The text with some of its parts replaced; the parts do not overlap. */
export function replaceSpans(
  text: string,
  replacements: readonly { readonly start: number; readonly end: number; readonly by: string }[],
): string {
  let result = ''
  let from = 0
  for (const { start, end, by } of replacements.toSorted((one, other) => one.start - other.start)) {
    result += text.slice(from, start) + by
    from = end
  }
  return result + text.slice(from)
}

function skipSpace(text: string, from: number): number {
  let at = from
  while (text[at] === ' ' || text[at] === '\n' || text[at] === '\r' || text[at] === '\t') at += 1
  return at
}

function skipString(text: string, from: number): number {
  let at = from + 1
  while (at < text.length && text.charCodeAt(at) !== quote) at += text.charCodeAt(at) === backslash ? 2 : 1
  return at + 1
}

function skipValue(text: string, from: number): number {
  const first = text[from]
  if (first === '"') return skipString(text, from)
  if (first !== '{' && first !== '[') return skipPlain(text, from)
  let depth = 0
  let at = from
  do {
    const character = text[at]
    if (character === '"') {
      at = skipString(text, at)
      continue
    }
    if (character === '{' || character === '[') depth += 1
    if (character === '}' || character === ']') depth -= 1
    at += 1
  } while (depth > 0 && at < text.length)
  return at
}

function skipPlain(text: string, from: number): number {
  let at = from
  while (at < text.length && !',]} \n\r\t'.includes(text[at] ?? '')) at += 1
  return at
}
