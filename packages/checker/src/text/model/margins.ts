import type { Plain } from '../plain.ts'
import { conceptsOf } from './concepts.ts'
import { FEWEST_WORDS, marginOf, type Learned } from './model.ts'
import { readingOf } from './reading.ts'
import { pairOf, sentencesOf, type Span } from './sentences.ts'
import { clausesOf } from './tokens.ts'
import { weighedOf, type Weighed } from './weighing.ts'

interface Margin extends Span {
  readonly margin: number
}

/** Every sentence, and every two that follow each other, that the model judges: how far it is beyond the threshold. */
export function* marginsOf(plain: Plain, learned: Learned): Generator<Margin> {
  if (!mayHaveWords(plain.text, FEWEST_WORDS)) return
  const spans = sentencesOf(plain)
  let sentence = readSentence(plain, spans[0])
  for (const [index, span] of spans.entries()) {
    const following = spans[index + 1]
    const next = readSentence(plain, following)
    yield* marginAt(span, sentence?.weighed ?? weighedAt(plain, span), learned)
    const pair = pairOf(span, following)
    if (following && pair) {
      const both =
        sentence && next && isApart(plain.text, span, following)
          ? joined(sentence, next)
          : weighedAt(plain, pair)
      yield* marginAt(pair, both, learned)
    }
    sentence = next
  }
}

/**
 * Whether a text can have so many tokens: each begins with a letter or a digit, or is or replaces something else (see
 * `clausesOf`). Most texts of a schema are names and values, and this is all that it takes to pass over them.
 */
export function mayHaveWords(text: string, count: number): boolean {
  let words = 0
  let before = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    const kind = (code >= 0x61 && code <= 0x7a) || code === 0xdf ? 1 : code >= 0x30 && code <= 0x39 ? 2 : 0
    if (kind === 0 ? code !== 0x20 : kind !== before) words += 1
    if (words >= count) return true
    before = kind
  }
  return false
}

function* marginAt(span: Span, weighed: Weighed, learned: Learned): Generator<Margin> {
  const margin = marginOf(weighed, learned)
  if (margin !== undefined) yield { ...span, margin }
}

function weighedAt(plain: Plain, { from, to }: Span): Weighed {
  return weighedOf(readingOf(plain, from, to))
}

/** A sentence that quotes nobody: it is read once, for itself and beside its neighbours. */
interface Sentence {
  readonly weighed: Weighed
  readonly clauses: readonly (readonly string[])[]
  /** No mark ends its last clause: that goes on in the next sentence. */
  readonly isOpen: boolean
  /** A mark stands before its first word: what the sentence before left open ends there. */
  readonly beginsApart: boolean
}

/** See `readingOf`. */
const SHORTEST_QUOTATION = 3
/** Stands where the sentences beside one would: a word of its own before and behind every text. */
const BESIDE = 'zz'

function readSentence(plain: Plain, span: Span | undefined): Sentence | undefined {
  if (!span || mayQuote(plain, span)) return undefined
  const read = clausesOf(`${BESIDE} ${plain.text.slice(span.from, span.to)} ${BESIDE}`)
  read[0]?.shift()
  read.at(-1)?.pop()
  const isOpen = (read.at(-1)?.length ?? 0) > 0
  const beginsApart = read.length > 1 && read[0]?.length === 0
  const clauses = read.filter((clause) => clause.length > 0)
  const weighed = weighedOf({ tokens: clauses.flat(), clauses, quoted: [] })
  return { weighed, clauses, isOpen, beginsApart }
}

/** A name in quotation marks is no quotation. */
function mayQuote({ text, quotes }: Plain, { from, to }: Span): boolean {
  return quotes.some(
    ([begins, ends]) =>
      begins >= from && begins < to && mayHaveWords(text.slice(begins + 1, ends), SHORTEST_QUOTATION),
  )
}

/** Whether no address or path reaches from one sentence into the next: without white space between them it may. */
function isApart(text: string, one: Span, next: Span): boolean {
  if (text.slice(one.to, next.from).trim() !== '') return false
  if (isSpace(text.charAt(one.to - 1)) || isSpace(text.charAt(one.to))) return true
  return !text.slice(one.from, one.to).includes('/')
}

function isSpace(character: string): boolean {
  return character === ' ' || character === '\n'
}

function joined(one: Sentence, next: Sentence): Weighed {
  const [first = [], ...others] = next.weighed.clauses
  const { clauses } = one.weighed
  return {
    tokens: [...one.weighed.tokens, ...next.weighed.tokens],
    hashes: [...one.weighed.hashes, ...next.weighed.hashes],
    // What a word stands for may lie in the words behind it.
    clauses:
      one.isOpen && !next.beginsApart
        ? [
            ...clauses.slice(0, -1),
            conceptsOf([...(one.clauses.at(-1) ?? []), ...(next.clauses[0] ?? [])]),
            ...others,
          ]
        : [...clauses, first, ...others],
    quoted: [],
  }
}
