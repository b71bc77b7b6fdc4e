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

/** Tokens per character, by script. */
const perCharacter: readonly (readonly [RegExp, number])[] = [
  [/[\u0370-\u052f]/, 0.3], // Greek, Cyrillic
  [/[\u0590-\u06ff\u0750-\u077f]/, 0.4], // Hebrew, Arabic
  [/[\u0900-\u0dff]/, 0.4], // Indic scripts
  [/[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]/, 0.5], // Thai, Lao, Burmese, Khmer
  [/[\u3040-\u30ff]/, 0.72], // kana
  [/[\uac00-\ud7af]/, 0.65], // Hangul
  [/[\u3000-\u303f\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]/, 0.72], // Han and its punctuation
  [/[\u00a1-\u024f]/, 0.5], // accented Latin inside words
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

const parts = /[A-Za-z\d+/=_-]+|[ \t]+|[\r\n]+|[!-.:-@[-^`{-~]+|[^\u0021-\u007e \t\r\n]/g
const pieces = /[A-Z]?[a-z]+|[A-Z]+|\d+|[+/=_-]+/g

export function estimateTokens(text: string): TokenEstimate {
  let tokens = 0
  for (const [part] of text.matchAll(parts)) tokens += partTokens(part)
  return { tokens: Math.ceil(tokens), bytes: Buffer.byteLength(text), characters: text.length }
}

/**
 * Whether text stays within a cap. A token is at least one byte, so text of no more bytes than the cap fits for
 * certain; above that it is an estimate.
 */
export function fitsTokens(text: string, cap: number): boolean {
  if (text.length > cap * charactersPerToken.blanks) return false
  if (Buffer.byteLength(text) <= cap) return true
  let tokens = 0
  for (const [part] of text.matchAll(parts)) {
    tokens += partTokens(part)
    if (tokens > cap) return false
  }
  return true
}

function partTokens(part: string): number {
  const code = part.charCodeAt(0)
  if (code === 32 || code === 9) return part.length === 1 ? 0 : 1 + part.length / charactersPerToken.blanks
  if (code === 10 || code === 13) return 0.7 + part.length / charactersPerToken.blanks
  if (code > 126 || code < 32) return perCharacter.find(([script]) => script.test(part))?.[1] ?? otherwise
  if (!/[A-Za-z\d]/.test(part)) return Math.max(0.8, part.length / charactersPerToken.punctuation)
  if (isEncoded(part)) return part.length / charactersPerToken.encoded
  let tokens = 0
  for (const [piece] of part.matchAll(pieces)) tokens += pieceTokens(piece)
  return tokens
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
