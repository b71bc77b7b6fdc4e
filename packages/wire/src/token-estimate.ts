/**
 * The one estimator of tokens, without a vocabulary. It follows how byte-pair tokenizers cut text: words,
 * numbers, blanks and punctuation apart, and few characters per token where a script or a kind of content is
 * rare. Constants were fitted to o200k_base (see the test) and lean towards counting too many. Linear in time.
 */
export interface TokenEstimate {
  readonly tokens: number
  /** UTF-8. */
  readonly bytes: number
  /** UTF-16 units, as `length` counts. */
  readonly characters: number
}

/** Tokens per character, by script: first and last UTF-16 unit of a range. */
const scripts: readonly (readonly [first: number, last: number, tokens: number])[] = [
  [0x00a1, 0x024f, 0.5], // accented Latin inside words
  [0x0370, 0x052f, 0.3], // Greek, Cyrillic
  [0x0590, 0x06ff, 0.4], // Hebrew, Arabic
  [0x0750, 0x077f, 0.4], // Arabic
  [0x0900, 0x0dff, 0.4], // Indic scripts
  [0x0e00, 0x0eff, 0.5], // Thai, Lao
  [0x1000, 0x109f, 0.5], // Burmese
  [0x1780, 0x17ff, 0.5], // Khmer
  [0x3000, 0x30ff, 0.72], // punctuation of Han, kana
  [0x3400, 0x9fff, 0.72], // Han
  [0xac00, 0xd7af, 0.65], // Hangul
  [0xf900, 0xfaff, 0.72], // Han
  [0xff00, 0xffef, 0.72], // full width
]
/** Emoji, rare scripts and controls are spelled out in bytes. */
const otherwise = 1

/** A run of letters and digits this long that mixes cases or holds digits is an encoding, not a word. */
const encodedRun = 16
const charactersPerToken = {
  encoded: 1.4,
  shortWord: 9,
  longWord: 4.5,
  digits: 2.2,
  punctuation: 1.6,
  blanks: 64,
}

/** At most so long is one part. */
const MOST_PART = 4096

// What a part of a text is made of. Punctuation may hold signs, and a word may; one that begins with a sign is a word.
const WORD = 1
const BLANK = 2
const BREAK = 4
const PUNCTUATION = 8
/** For each ASCII character, the parts that it can stand in. */
const partsOf = Uint8Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code)
  return (
    (/[A-Za-z\d+/=_-]/.test(character) ? WORD : 0) |
    (/[ \t]/.test(character) ? BLANK : 0) |
    (/[\r\n]/.test(character) ? BREAK : 0) |
    (/[!-.:-@[-^`{-~]/.test(character) ? PUNCTUATION : 0)
  )
})

// What a word is made of.
const SMALL = 1
const CAPITAL = 2
const DIGIT = 4
const pieceOf = Uint8Array.from({ length: 128 }, (_, code) => {
  if (code >= 97 && code <= 122) return SMALL
  if (code >= 65 && code <= 90) return CAPITAL
  return code >= 48 && code <= 57 ? DIGIT : 0
})

/**
 * @param exactUpTo beyond so many tokens what was read stands for the whole: a text of megabytes that is over a
 *   cap anyway must not hold up everybody else. Default: all is read.
 */
export function estimateTokens(text: string, exactUpTo = Infinity): TokenEstimate {
  const sizes = { bytes: Buffer.byteLength(text), characters: text.length }
  let tokens = 0
  for (let at = 0; at < text.length;) {
    const end = partEnd(text, at)
    tokens += partTokens(text, at, end)
    if (tokens > exactUpTo) {
      return { tokens: Math.max(Math.ceil(tokens), Math.round((tokens * text.length) / end)), ...sizes }
    }
    at = end
  }
  return { tokens: Math.ceil(tokens), ...sizes }
}

/** Where the part ends that begins at `from`: a run of what belongs together, or one character. */
function partEnd(text: string, from: number): number {
  const kinds = partsOf[text.charCodeAt(from)] ?? 0
  // The lowest bit.
  const kind = kinds & -kinds
  const most = Math.min(text.length, from + MOST_PART)
  let end = from + 1
  while (end < most && ((partsOf[text.charCodeAt(end)] ?? 0) & kind) !== 0) end += 1
  return end
}

/**
 * Whether text stays within a cap. A token is at least one byte, so text of no more bytes than the cap fits for
 * certain; above that it is an estimate.
 */
export function fitsTokens(text: string, cap: number): boolean {
  if (text.length > cap * charactersPerToken.blanks) return false
  return Buffer.byteLength(text) <= cap || estimateTokens(text, cap).tokens <= cap
}

function partTokens(text: string, from: number, end: number): number {
  const code = text.charCodeAt(from)
  const length = end - from
  if (code === 32 || code === 9) return length === 1 ? 0 : 1 + length / charactersPerToken.blanks
  if (code === 10 || code === 13) return 0.7 + length / charactersPerToken.blanks
  if (code > 126 || code < 32) return characterTokens(code)
  return ((partsOf[code] ?? 0) & WORD) === 0 ? markTokens(length) : wordTokens(text, from, end)
}

function markTokens(length: number): number {
  return Math.max(0.8, length / charactersPerToken.punctuation)
}

function characterTokens(code: number): number {
  for (const [first, last, tokens] of scripts) if (code >= first && code <= last) return tokens
  return otherwise
}

function wordTokens(text: string, from: number, end: number): number {
  let [tokens, changes, all] = [0, 0, 0]
  for (let at = from; at < end;) {
    const kind = pieceOf[text.charCodeAt(at)] ?? 0
    const next = pieceEnd(text, at, end, kind)
    tokens += pieceTokens(kind, next - at)
    changes += 1
    all |= kind
    at = next
  }
  const length = end - from
  if (all === 0) return markTokens(length)
  // Base64, hexadecimal, identifiers: many changes between capitals, small letters and digits.
  const isEncoded = length >= encodedRun && (all & DIGIT) !== 0 && length / changes < 3.5
  return isEncoded ? length / charactersPerToken.encoded : tokens
}

/** Letters with at most one capital before them, or a run of one kind. */
function pieceEnd(text: string, from: number, end: number, kind: number): number {
  let at = from + 1
  const next = at < end ? pieceOf[text.charCodeAt(at)] : undefined
  const run = kind === CAPITAL && next === SMALL ? SMALL : kind
  while (at < end && pieceOf[text.charCodeAt(at)] === run) at += 1
  return at
}

function pieceTokens(kind: number, length: number): number {
  if (kind === DIGIT) return Math.max(1, length / charactersPerToken.digits)
  if (kind === 0) return Math.max(0.5, length / charactersPerToken.punctuation)
  return length <= charactersPerToken.shortWord
    ? 1
    : 1 + (length - charactersPerToken.shortWord) / charactersPerToken.longWord
}
