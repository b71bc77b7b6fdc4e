import type { Plain } from '../plain.ts'

/** Where one or two sentences begin and end in the comparable text. */
export interface Span {
  readonly from: number
  readonly to: number
}

const ends = /[.!?]+(?=\s)|[。！？]+|\n+/g
const MOST_LENGTH = 600
const MOST_SENTENCES = 400

/** Every sentence: a quotation is never cut. */
export function sentencesOf({ text, quotes }: Plain): Span[] {
  const single: Span[] = []
  let [from, quote] = [0, 0]
  const cut = (to: number) => {
    if (to - from > 1) single.push({ from, to: Math.min(to, from + MOST_LENGTH) })
    from = to
  }
  for (const { 0: mark, index } of text.matchAll(ends)) {
    while ((quotes[quote]?.[1] ?? Infinity) < index) quote += 1
    if ((quotes[quote]?.[0] ?? Infinity) < index) continue
    cut(index + mark.length)
    if (single.length >= MOST_SENTENCES) break
  }
  cut(text.length)
  return single
}

/** Two sentences that follow each other, where they are short enough to be read as one. */
export function pairOf(span: Span, next: Span | undefined): Span | undefined {
  return next && next.to - span.from <= MOST_LENGTH ? { from: span.from, to: next.to } : undefined
}

/** Every sentence, and every two that follow each other. */
export function spansOf(plain: Plain): Span[] {
  const single = sentencesOf(plain)
  return single.flatMap((span, index) => {
    const pair = pairOf(span, single[index + 1])
    return pair ? [span, pair] : [span]
  })
}
