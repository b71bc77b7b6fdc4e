/** How a text hides something from a person who reads it. */
export type Hiding =
  | 'tag'
  | 'unassigned'
  | 'bidi'
  | 'ansi'
  | 'control'
  | 'zero-width'
  | 'stray'
  | 'selectors'
  | 'blank'

export interface Hidden {
  readonly hiding: Hiding
  /** What the characters say, where they spell something; else their code points. */
  readonly shown: string
  readonly index: number
}

const LONG_RUN = 4
const BLANK_LINES = 20
const BLANK_COLUMNS = 120

/** Nothing to see at all: zero-width, fillers, format characters, soft hyphen, controls of shorthand and music. */
const blank = String.raw`\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200d\u2060-\u2065\u3164\ufeff\uffa0\ufff9-\ufffb\u2028\u2029\u200e\u200f\u061c\u{1bca0}-\u{1bca3}\u{1d173}-\u{1d17a}`
/** No characters yet, and shown as nothing (default ignorable): they stand among tags, selectors and other formats. */
const reserved = String.raw`\ufff0-\ufff8\u{e0080}-\u{e00ff}\u{e01f0}-\u{e0fff}`
const anyOfThem = new RegExp(
  String.raw`[${blank}\u202a-\u202e\u2066-\u206f\ufe00-\ufe0f\ufff0-\ufff8\u{e0000}-\u{e0fff}\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]`,
  'u',
)
/** What is not of the printable part of ASCII; most texts have none of it. */
const unusual = /[^\t\n\r -~]/
const blankRun = new RegExp(`[${blank}]+`, 'gu')
const tags = /[\u{e0000}-\u{e007f}]+/gu
const unassigned = new RegExp(`[${reserved}]+`, 'gu')
const flag = /\u{1f3f4}$/u
const bidi = /[\u202a-\u202e\u2066-\u206f]+/gu
const rightToLeft = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}]/u
const ansi = new RegExp(String.raw`[\u001b\u009b][^\n]{0,40}`, 'gu')
const control = new RegExp(
  String.raw`[\u0000-\u0008\u000b\u000c\u000e-\u001a\u001c-\u001f\u007f-\u009a\u009c-\u009f]+`,
  'gu',
)
const selectors = /[\ufe00-\ufe0f]{2,}|[\u{e0100}-\u{e01ef}]+/gu
const ideograph = /\p{Script=Han}$/u
// A class before `$` misses surrogate pairs in V8, alternatives do not.
const emoji = /(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\ufe0f|\u20e3)$/u
/** Scripts whose spelling needs joiners, or that part words without a space. */
const joining =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Mongolian}\p{Script=Khmer}\p{Script=Thai}\p{Script=Lao}\p{Script=Myanmar}\p{Script=Tibetan}]/u
const letter = /[\p{L}\p{N}]/u
const blankLines = new RegExp(String.raw`(?:\n[^\S\n]*){${BLANK_LINES + 1}}\S`, 'u')
const blankColumns = new RegExp(String.raw`[^\S\n]{${BLANK_COLUMNS}}`, 'u')

/** Everything that the text hides, at most one of each kind. Linear in the length of the text. */
export function hiddenIn(text: string): Hidden[] {
  const found: Hidden[] = []
  if (unusual.test(text) && anyOfThem.test(text)) {
    found.push(...first(tagText(text)), ...first(runs(text, unassigned, 'unassigned')))
    found.push(...first(turns(text)), ...first(runs(text, ansi, 'ansi')))
    found.push(...first(runs(text, control, 'control')), ...first(picked(text)), ...worst([...unseen(text)]))
  }
  const gap = text.includes('\n\n') || text.includes('\n ') ? blankLines.exec(text) : null
  const wide = text.includes('          ') || text.includes('\t\t') ? blankColumns.exec(text) : null
  const far = gap ?? wide
  if (far) found.push({ hiding: 'blank', shown: `${far[0].length}`, index: far.index })
  return found
}

/** The text without what cannot be seen, so that words broken by it are read as words. */
export function withoutUnseen(text: string): string {
  if (!anyOfThem.test(text)) return text
  return text
    .replace(tags, (run) => spelled(run))
    .replace(blankRun, '')
    .replace(unassigned, '')
    .replace(bidi, '')
    .replace(selectors, '')
    .replace(control, '')
}

function* tagText(text: string): Generator<Hidden> {
  for (const { 0: run, index } of text.matchAll(tags)) {
    // The flags of England, Scotland and Wales are written with tags.
    if (flag.test(text.slice(Math.max(0, index - 2), index)) && run.length <= 14) continue
    yield { hiding: 'tag', shown: spelled(run) || codes(run), index }
  }
}

function* turns(text: string): Generator<Hidden> {
  if (rightToLeft.test(text) && !/[\u202d\u202e]/.test(text)) return
  yield* runs(text, bidi, 'bidi')
}

function* picked(text: string): Generator<Hidden> {
  for (const { 0: run, index } of text.matchAll(selectors)) {
    const before = text.slice(Math.max(0, index - 2), index)
    if (run.length === 2 && ideograph.test(before)) continue
    yield { hiding: 'selectors', shown: codes(run), index }
  }
}

function* unseen(text: string): Generator<Hidden> {
  for (const { 0: run, index } of text.matchAll(blankRun)) {
    const before = text.slice(Math.max(0, index - 2), index)
    const after = text.slice(index + run.length, index + run.length + 2)
    const { length } = Array.from(run)
    if (length === 1 && isUsual(run, before, after)) continue
    const inside = letter.test(before.slice(-1)) && letter.test(after.slice(0, 1))
    yield { hiding: length >= LONG_RUN || inside ? 'zero-width' : 'stray', shown: codes(run), index }
  }
}

function isUsual(character: string, before: string, after: string): boolean {
  if (character === '\u200d' && emoji.test(before)) return true
  if (character === '\u00ad') return letter.test(before.slice(-1)) && letter.test(after.slice(0, 1))
  return joining.test(before) || joining.test(after)
}

function* runs(text: string, pattern: RegExp, hiding: Hiding): Generator<Hidden> {
  for (const { 0: run, index } of text.matchAll(pattern)) yield { hiding, shown: codes(run), index }
}

function first(found: Generator<Hidden>): Hidden[] {
  const { value } = found.next()
  return value ? [value as Hidden] : []
}

/** A few characters beside a space or a full stop are what a word processor leaves behind; they hide nothing. */
function worst(found: readonly Hidden[]): Hidden[] {
  const one = found.find(({ hiding }) => hiding === 'zero-width')
  if (one) return [one]
  const characters = found.reduce((sum, { shown }) => sum + shown.split(' ').length, 0)
  return characters < LONG_RUN ? [] : found.slice(0, 1)
}

function spelled(run: string): string {
  return Array.from(run)
    .map((one) => (one.codePointAt(0) ?? 0) - 0xe0000)
    .filter((code) => code >= 0x20 && code < 0x7f)
    .map((code) => String.fromCodePoint(code))
    .join('')
}

function codes(run: string): string {
  const all = Array.from(run).map(
    (one) => `U+${(one.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`,
  )
  return all.length > 12 ? `${all.slice(0, 12).join(' ')} … (${all.length})` : all.join(' ')
}
