import { withoutUnseen } from './invisible.ts'
import { latinized } from './skeleton.ts'

/** A text in a form that phrases can be looked up in. */
export interface Plain {
  /** Lower case, without accents, imitated letters and invisible characters; white space is single. */
  readonly text: string
  readonly han: boolean
  readonly kana: boolean
  /** Where quotations begin and end. */
  readonly quotes: readonly (readonly [number, number])[]
}

const accents = /[\u0300-\u036f]+/g
const foreign = /[\u0080-\uffff]/
const uneven = /[*~]|[^\S\n ]| {2}/
const MOST_QUOTE = 300
const none: Plain['quotes'] = []
const closing: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ['`', '`'],
  ['\u201c', '\u201d'],
  ['\u201e', '\u201c\u201d'],
  ['\u00ab', '\u00bb'],
  ['\u00bb', '\u00ab'],
  ['\u2039', '\u203a'],
  ['\u2018', "\u2019'"],
  ['\u201a', "\u2018\u2019'"],
  ['\u300c', '\u300d'],
  ['\u300e', '\u300f'],
  ['\u300a', '\u300b'],
])
const opening = /["`\u201c\u201e\u00ab\u00bb\u2039\u2018\u201a\u300c\u300e\u300a]|(?<=^|[\s(:,])'/gu

const anyOpening = /["'`\u201c\u201e\u00ab\u00bb\u2039\u2018\u201a\u300c\u300e\u300a]/

export function plainOf(original: string): Plain {
  const text = foreign.test(original) ? comparable(original) : evened(original.toLowerCase())
  // Most texts are ASCII, and then nothing of this is in them.
  const isForeign = foreign.test(text)
  return {
    text,
    han: isForeign && /\p{Script=Han}/u.test(text),
    kana: isForeign && /[\u3041-\u30fe]/.test(text),
    quotes: anyOpening.test(text) ? quotesIn(text) : none,
  }
}

function comparable(original: string): string {
  const text = latinizedWords(withoutUnseen(original).normalize('NFKC'))
    .normalize('NFD')
    .replace(accents, '')
    .normalize('NFC')
  return evened(text.toLowerCase().replaceAll('\u2019', "'"))
}

/** Without marks of emphasis, and with single spaces. */
function evened(text: string): string {
  return uneven.test(text) ? text.replaceAll(/[*~]+/g, '').replaceAll(/[^\S\n]+/g, ' ') : text
}

/** Only where Latin letters stand too: a text in Russian or Greek stays one. */
function latinizedWords(text: string): string {
  return text.replaceAll(/[\p{L}\p{M}]+/gu, (word) => (/[a-z]/i.test(word) ? latinized(word) : word))
}

function quotesIn(text: string): (readonly [number, number])[] {
  const found: (readonly [number, number])[] = []
  let from = 0
  for (const { 0: mark, index } of text.matchAll(opening)) {
    if (index < from) continue
    const ends = mark === "'" ? "'" : (closing.get(mark) ?? mark)
    const end = endOf(text, index + 1, ends, mark)
    if (end === undefined) continue
    found.push([index, end])
    from = end + 1
  }
  return found
}

/** Marks that are not their own end may stand inside each other. */
function endOf(text: string, from: number, ends: string, mark: string): number | undefined {
  const most = Math.min(text.length, from + MOST_QUOTE)
  let depth = 0
  for (let index = from; index < most; index++) {
    const character = text.charAt(index)
    if (character === '\n') return undefined
    if (character === mark && !ends.includes(mark)) depth += 1
    if (!ends.includes(character)) continue
    // An apostrophe inside a word ends nothing.
    if (character === "'" && /[a-z]/.test(text.charAt(index + 1))) continue
    if (depth === 0) return index
    depth -= 1
  }
  return undefined
}
