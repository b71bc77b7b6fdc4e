import { isDeepStrictEqual } from 'node:util'
import { isObject, type JsonObject } from './message.ts'

export interface CapOptions {
  /** Most tokens or characters that a result may have. */
  readonly limit: number
  readonly unit: 'tokens' | 'characters'
  /** The estimator that the checker uses too; it need not be exact beyond the limit. */
  readonly count: (text: string) => number
  /** Takes what was cut off and says how to read it; without it the rest is lost. */
  readonly keep?: (rest: readonly unknown[]) => Continuation
}

/** How a model reads on. */
export interface Continuation {
  /** For the notice: what to do. */
  readonly sentence: string
  /** Content blocks after the notice. */
  readonly blocks: readonly unknown[]
}

export interface CappedResult {
  readonly result: JsonObject
  /** Of the result as the server sent it, in the unit of the cap; beyond the limit its beginning stands for the whole. */
  readonly size: number
  readonly cut: boolean
}

/** A model sees a picture scaled to about one megapixel; so much it costs at most, however long its encoding is. */
const tokensOfMedia = 1_600

/**
 * A tool's result within the cap. A longer one keeps whole content blocks and the beginning of the first text that
 * does not fit, ends with a notice, and is marked as an error when it carried structured content: a cut structure
 * would break its schema (decisions 0014).
 */
export function capResult(result: JsonObject, options: CapOptions): CappedResult {
  const { limit } = options
  const blocks = Array.isArray(result['content']) ? (result['content'] as readonly unknown[]) : []
  const structured = result['structuredContent']
  const written = structured === undefined ? undefined : JSON.stringify(structured)
  const own = measure(blocks, options)
  const extra = written === undefined ? 0 : options.count(written)
  if (own.size + extra <= limit) return { result, size: own.size + extra, cut: false }
  // As the specification advises, a text often says what the structure says: it is counted once.
  const repeated = written !== undefined && blocks.some((block) => says(block, structured))
  const size = repeated ? own.size : own.size + extra
  if (size <= limit) return { result, size, cut: false }
  const { structuredContent: _dropped, ...rest } = result
  const all = written === undefined || repeated ? blocks : [...blocks, { type: 'text', text: written }]
  const content = cutContent(all, options, { size, hadStructure: structured !== undefined })
  return {
    result: { ...rest, content, ...(structured !== undefined && { isError: true }) },
    size,
    cut: true,
  }
}

/** So much room the notice and the way to the rest may take. */
const roomForNotice = { tokens: 220, characters: 900 }

/** The beginning of these blocks within the cap and a notice; everything when it fits. */
export function cutContent(
  blocks: readonly unknown[],
  options: CapOptions,
  whole: { readonly size: number; readonly hadStructure: boolean },
): readonly unknown[] {
  const { kept, rest } = split(blocks, options, budgetOf(options))
  const continuation = rest.length === 0 ? undefined : options.keep?.(rest)
  const notice = noticeFor(options, whole, continuation)
  return [...kept, { type: 'text', text: notice }, ...(continuation?.blocks ?? [])]
}

function budgetOf({ limit, unit }: CapOptions): number {
  return limit - Math.min(roomForNotice[unit], limit / 2)
}

/** Counts until the limit is passed: a server with thousands of blocks must not hold up everybody else. */
export function measure(blocks: readonly unknown[], options: CapOptions): { readonly size: number } {
  let size = 0
  let read = 0
  let unread = 0
  for (const block of blocks) {
    const { length } = textOf(block)
    if (size > options.limit) {
      unread += length
      continue
    }
    size += sizeOf(block, options)
    read += length
  }
  return { size: unread === 0 ? size : Math.ceil((size * (read + unread)) / Math.max(1, read)) }
}

function sizeOf(block: unknown, { unit, count }: CapOptions): number {
  if (isMedia(block)) return unit === 'tokens' ? tokensOfMedia : 0
  return count(textOf(block))
}

/** What of a block is read by a model: its text, or everything when it is neither text nor media. */
function textOf(block: unknown): string {
  if (isText(block)) return block.text
  return isMedia(block) ? '' : (JSON.stringify(block) ?? '')
}

function isText(block: unknown): block is JsonObject & { readonly text: string } {
  return isObject(block) && block['type'] === 'text' && typeof block['text'] === 'string'
}

function isMedia(block: unknown): boolean {
  if (!isObject(block)) return false
  const { data, resource } = block
  return typeof data === 'string' || (isObject(resource) && typeof resource['blob'] === 'string')
}

function says(block: unknown, structured: unknown): boolean {
  if (!isText(block) || !/^\s*[[{]/.test(block.text)) return false
  try {
    return isDeepStrictEqual(JSON.parse(block.text), structured)
  } catch {
    return false
  }
}

function noticeFor(
  { limit, unit }: CapOptions,
  { size, hadStructure }: { readonly size: number; readonly hadStructure: boolean },
  continuation: Continuation | undefined,
): string {
  const [whole, most] = [size, limit].map((number) => new Intl.NumberFormat('en').format(number))
  const amount = unit === 'tokens' ? `about ${whole} tokens (an estimate)` : `${whole} characters`
  return [
    `[Cut by the gateway: this result has ${amount} and the limit is ${most}.`,
    hadStructure ? 'Its structured content was left out, so this counts as an error.' : '',
    continuation === undefined
      ? 'What stands above is its beginning; the rest is missing. Ask for less: a narrower filter, fewer fields, or a page at a time.]'
      : `What stands above is its beginning. ${continuation.sentence} Or ask for less: a narrower filter, fewer fields, or a page at a time.]`,
  ]
    .filter((sentence) => sentence !== '')
    .join(' ')
}

interface Split {
  readonly kept: readonly unknown[]
  readonly rest: readonly unknown[]
}

function split(blocks: readonly unknown[], options: CapOptions, budget: number): Split {
  const kept: unknown[] = []
  let left = budget
  for (const [index, block] of blocks.entries()) {
    const size = sizeOf(block, options)
    if (size <= left) {
      kept.push(block)
      left -= size
      continue
    }
    if (!isText(block)) return { kept, rest: blocks.slice(index) }
    const text = beginningOf(block.text, left, options.count)
    if (text === '') return { kept, rest: blocks.slice(index) }
    // The line break at which it was cut belongs to neither part.
    const after = block.text.slice(text.length).replace(/^\n/, '')
    const remainder = after === '' ? [] : [{ ...block, text: after }]
    return { kept: [...kept, { ...block, text }], rest: [...remainder, ...blocks.slice(index + 1)] }
  }
  return { kept, rest: [] }
}

/** No estimator gives less than one token for so many characters of prose; it bounds the search. */
const mostCharactersPerToken = 16
/** So much of the room may stay empty: to fill it to the last token the text would be counted twenty times, not four. */
const unusedShare = 1 / 64

/** The beginning that fills the budget, back to the end of a line when one is near. */
function beginningOf(text: string, budget: number, count: CapOptions['count']): string {
  if (budget <= 0) return ''
  const start = text.slice(0, lengthWithin(text, budget, count))
  const line = start.lastIndexOf('\n')
  if (line > start.length - 2000 && line > 0) return start.slice(0, line)
  // Never half of a surrogate pair.
  return /[\uD800-\uDBFF]$/.test(start) ? start.slice(0, -1) : start
}

/** Guesses from the sizes on both sides; every third time the middle, because text may be cheap first and dear then. */
function lengthWithin(text: string, budget: number, count: CapOptions['count']): number {
  let fits = { length: 0, size: 0 }
  let over = measured(Math.min(text.length, budget * mostCharactersPerToken))
  if (over.size <= budget) return over.length
  const enough = budget * (1 - unusedShare)
  for (let step = 1; over.length - fits.length > 1 && fits.size < enough; step++) {
    const wanted = (budget + enough) / 2
    const share = step % 3 === 0 ? 1 / 2 : (wanted - fits.size) / (over.size - fits.size)
    const between = Math.floor((over.length - fits.length) * share)
    const found = measured(fits.length + Math.min(Math.max(between, 1), over.length - fits.length - 1))
    if (found.size <= budget) fits = found
    else over = found
  }
  return fits.length

  function measured(length: number) {
    return { length, size: count(text.slice(0, length)) }
  }
}
