import { isObject, type JsonObject } from './message.ts'

export interface CapOptions {
  /** Most tokens that a result may have. */
  readonly limit: number
  /** The estimator that the checker uses too; it need not be exact beyond the limit. */
  readonly count: (text: string) => number
}

export interface CappedResult {
  readonly result: JsonObject
  /** Of the result as the server sent it; beyond the limit its beginning stands for the whole. */
  readonly tokens: number
  readonly cut: boolean
}

/**
 * A tool's result of at most `limit` tokens. A longer one keeps whole content blocks and the beginning of the first
 * text that does not fit, ends with a notice, and is marked as an error when it carried structured content: a cut
 * structure would break its schema (decisions B13).
 */
export function capResult(result: JsonObject, { limit, count }: CapOptions): CappedResult {
  const blocks = Array.isArray(result['content']) ? (result['content'] as readonly unknown[]) : []
  const structured = result['structuredContent']
  const texts = blocks.map(textOf)
  if (structured !== undefined) texts.push(JSON.stringify(structured))
  const { sizes, tokens } = measure(texts, limit, count)
  if (tokens <= limit) return { result, tokens, cut: false }
  const { structuredContent: _dropped, ...rest } = result
  const notice = noticeFor(tokens, limit, structured !== undefined)
  const content = [...firstOf(blocks, sizes, limit - count(notice), count), { type: 'text', text: notice }]
  return {
    result: { ...rest, content, ...(structured !== undefined && { isError: true }) },
    tokens,
    cut: true,
  }
}

/** Counts until the limit is passed: a server with thousands of blocks must not hold up everybody else. */
function measure(texts: readonly string[], limit: number, count: CapOptions['count']) {
  const sizes: number[] = []
  let tokens = 0
  let read = 0
  let unread = 0
  for (const text of texts) {
    if (tokens > limit) {
      unread += text.length
      continue
    }
    const size = count(text)
    sizes.push(size)
    tokens += size
    read += text.length
  }
  return { sizes, tokens: unread === 0 ? tokens : Math.ceil((tokens * (read + unread)) / read) }
}

/** What of a block is read by a model: its text, or everything when it is not text. */
function textOf(block: unknown): string {
  if (isObject(block) && block['type'] === 'text' && typeof block['text'] === 'string') return block['text']
  return JSON.stringify(block) ?? ''
}

function noticeFor(tokens: number, limit: number, hadStructure: boolean): string {
  const whole = new Intl.NumberFormat('en').format(tokens)
  const most = new Intl.NumberFormat('en').format(limit)
  return [
    `[Cut by the gateway: this result has about ${whole} tokens (an estimate) and the limit is ${most}.`,
    'What stands above is its beginning; the rest is missing.',
    hadStructure ? 'Its structured content was left out, so this counts as an error.' : '',
    'Ask for less: a narrower filter, fewer fields, or a page at a time.]',
  ]
    .filter((sentence) => sentence !== '')
    .join(' ')
}

function firstOf(
  blocks: readonly unknown[],
  sizes: readonly number[],
  budget: number,
  count: CapOptions['count'],
): readonly unknown[] {
  const kept: unknown[] = []
  let left = budget
  for (const [index, block] of blocks.entries()) {
    const size = sizes[index] ?? 0
    if (size <= left) {
      kept.push(block)
      left -= size
      continue
    }
    if (isObject(block) && block['type'] === 'text' && typeof block['text'] === 'string') {
      const text = beginningOf(block['text'], left, count)
      if (text !== '') kept.push({ ...block, text })
    }
    break
  }
  return kept
}

/** No estimator gives less than one token for so many characters of prose; it bounds the search. */
const mostCharactersPerToken = 16

/** The longest beginning of at most `budget` tokens, back to the end of a line when one is near. */
function beginningOf(text: string, budget: number, count: CapOptions['count']): string {
  if (budget <= 0) return ''
  let fits = 0
  let tooLong = Math.min(text.length, budget * mostCharactersPerToken) + 1
  while (tooLong - fits > 1) {
    const middle = Math.floor((fits + tooLong) / 2)
    if (count(text.slice(0, middle)) <= budget) fits = middle
    else tooLong = middle
  }
  const start = text.slice(0, fits)
  const line = start.lastIndexOf('\n')
  if (line > fits - 2000 && line > 0) return start.slice(0, line)
  // Never half of a surrogate pair.
  return /[\uD800-\uDBFF]$/.test(start) ? start.slice(0, -1) : start
}
