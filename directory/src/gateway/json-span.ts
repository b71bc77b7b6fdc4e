import { stringEnd } from '@connectory/wire'
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
const comma = 0x2c
const openBrace = 0x7b
const closeBrace = 0x7d
const openBracket = 0x5b
const closeBracket = 0x5d

/**
 * The members of the object that begins at `start`, in order, duplicates included. The text must be valid JSON: it
 * was parsed before, and this only finds where things stand, so that a message can be changed without writing it
 * anew (numbers, escapes and the order of keys would not survive that).
 */
export function membersOf(text: string, start: number): readonly Member[] {
  const members: Member[] = []
  let at = skipSpace(text, start + 1)
  while (text.charCodeAt(at) === quote) {
    const nameEnd = skipString(text, at)
    const valueStart = skipSpace(text, skipSpace(text, nameEnd) + 1)
    const end = skipValue(text, valueStart)
    members.push({ name: nameIn(text, at, nameEnd), start: at, valueStart, end })
    at = skipSpace(text, end)
    if (text.charCodeAt(at) === comma) at = skipSpace(text, at + 1)
  }
  return members
}

function nameIn(text: string, start: number, end: number): string {
  const inside = text.slice(start + 1, end - 1)
  return inside.includes('\\') ? String(JSON.parse(text.slice(start, end))) : inside
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

/** Where the strings of a text stand, at any depth; names of members are none. */
export function* stringsIn(text: string): Generator<{ readonly start: number; readonly end: number }> {
  let start = text.indexOf('"')
  while (start !== -1) {
    const end = skipString(text, start)
    if (text[skipSpace(text, end)] !== ':') yield { start, end }
    start = text.indexOf('"', end)
  }
}

/** The result of an answer. Of several members with one name the last counts, as it does for `JSON.parse`. */
export function resultIn(text: string): Member | undefined {
  return membersOf(text, startOf(text)).findLast(({ name }) => name === 'result')
}

/** The list in an answer to `tools/list`. */
export function toolsIn(text: string): Member | undefined {
  return listIn(text, 'tools')
}

/** The list in the result of an answer, by the name of its member. */
export function listIn(text: string, member: string): Member | undefined {
  const result = resultIn(text)
  return result && membersOf(text, result.valueStart).findLast(({ name }) => name === member)
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
  for (; ; at += 1) {
    const code = text.charCodeAt(at)
    if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return at
  }
}

function skipString(text: string, from: number): number {
  return Math.min(stringEnd(text, from + 1) + 1, text.length)
}

function skipValue(text: string, from: number): number {
  const first = text.charCodeAt(from)
  if (first === quote) return skipString(text, from)
  if (first !== openBrace && first !== openBracket) return skipPlain(text, from)
  let depth = 0
  let at = from
  do {
    const code = text.charCodeAt(at)
    if (code === quote) {
      at = skipString(text, at)
      continue
    }
    if (code === openBrace || code === openBracket) depth += 1
    if (code === closeBrace || code === closeBracket) depth -= 1
    at += 1
  } while (depth > 0 && at < text.length)
  return at
}

function skipPlain(text: string, from: number): number {
  let at = from
  while (at < text.length && !',]} \n\r\t'.includes(text[at] ?? '')) at += 1
  return at
}
