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

/** At most so long that one part of a huge text takes no memory worth naming. */
const parts =
  /[A-Za-z\d+/=_-]{1,4096}|[ \t]{1,4096}|[\r\n]{1,4096}|[!-.:-@[-^`{-~]{1,4096}|[^\u0021-\u007e \t\r\n]/g
const pieces = /[A-Z]?[a-z]+|[A-Z]+|\d+|[+/=_-]+/g

/**
 * @param exactUpTo beyond so many tokens what was read stands for the whole: a text of megabytes that is over a
 *   cap anyway must not hold up everybody else. Default: all is read.
 */
export function estimateTokens(text: string, exactUpTo = Infinity): TokenEstimate {
  const sizes = { bytes: Buffer.byteLength(text), characters: text.length }
  let tokens = 0
  for (const { 0: part, index } of text.matchAll(parts)) {
    tokens += partTokens(part)
    if (tokens <= exactUpTo) continue
    const read = index + part.length
    return { tokens: Math.max(Math.ceil(tokens), Math.round((tokens * text.length) / read)), ...sizes }
  }
  return { tokens: Math.ceil(tokens), ...sizes }
}

/**
 * Whether text stays within a cap. A token is at least one byte, so text of no more bytes than the cap fits for
 * certain; above that it is an estimate.
 */
export function fitsTokens(text: string, cap: number): boolean {
  if (text.length > cap * charactersPerToken.blanks) return false
  return Buffer.byteLength(text) <= cap || estimateTokens(text, cap).tokens <= cap
}

function partTokens(part: string): number {
  const code = part.charCodeAt(0)
  if (code === 32 || code === 9) return part.length === 1 ? 0 : 1 + part.length / charactersPerToken.blanks
  if (code === 10 || code === 13) return 0.7 + part.length / charactersPerToken.blanks
  if (code > 126 || code < 32) return characterTokens(code)
  if (!/[A-Za-z\d]/.test(part)) return Math.max(0.8, part.length / charactersPerToken.punctuation)
  if (isEncoded(part)) return part.length / charactersPerToken.encoded
  let tokens = 0
  for (const [piece] of part.matchAll(pieces)) tokens += pieceTokens(piece)
  return tokens
}

function characterTokens(code: number): number {
  for (const [first, last, tokens] of scripts) if (code >= first && code <= last) return tokens
  return otherwise
}

/** Base64, hexadecimal, identifiers: many changes between capitals, small letters and digits. */
function isEncoded(part: string): boolean {
  if (part.length < encodedRun) return false
  const changes = part.match(pieces)?.length ?? 0
  return /\d/.test(part) && part.length / changes < 3.5
}

function pieceTokens(piece: string): number {
  const code = piece.charCodeAt(0)
  if (code >= 48 && code <= 57) return Math.max(1, piece.length / charactersPerToken.digits)
  if (!/[A-Za-z]/.test(piece)) return Math.max(0.5, piece.length / charactersPerToken.punctuation)
  return piece.length <= charactersPerToken.shortWord
    ? 1
    : 1 + (piece.length - charactersPerToken.shortWord) / charactersPerToken.longWord
}
