import type { Plain } from '../plain.ts'
import { clausesOf, isDense, tokensOf } from './tokens.ts'

/** One or two sentences as the model reads them. */
export interface Reading {
  /** What the text says itself; a quotation stands in it as one word. */
  readonly tokens: readonly string[]
  /** What it quotes: somebody else's words, which weigh for themselves. */
  readonly quoted: readonly string[]
  /** The tokens, clause by clause. */
  readonly clauses: readonly (readonly string[])[]
}

/** Stands for a quotation. */
const QUOTATION = 'quotx'
/** What is shorter is a name in quotation marks. */
const SHORTEST_QUOTATION = 3
/** A text that says no more than this around a quotation says what stands in the marks. */
const FEWEST_AROUND = 3

/** A part of a comparable text. */
export function readingOf({ text, quotes }: Plain, from = 0, to = text.length): Reading {
  const clauses: string[][] = []
  const quoted: string[] = []
  let around = 0
  let at = from
  const say = (until: number) => {
    const [first, ...rest] = clausesOf(text.slice(at, until))
    const open = clauses.at(-1)
    if (open && first) open.push(...first)
    else if (first) clauses.push(first)
    clauses.push(...rest)
    around += lengthOf([first ?? [], ...rest].flat())
  }
  for (const [begins, ends] of quotes) {
    if (begins < at || ends > to) continue
    const inside = tokensOf(text.slice(begins + 1, ends))
    if (lengthOf(inside) < SHORTEST_QUOTATION) continue
    say(begins)
    if (clauses.length === 0) clauses.push([])
    clauses.at(-1)?.push(QUOTATION)
    quoted.push(...inside)
    at = ends + 1
  }
  if (quoted.length > 0) say(to)
  if (quoted.length === 0 || around < FEWEST_AROUND) {
    const all = clausesOf(text.slice(from, to))
    return { tokens: all.flat(), quoted: [], clauses: all }
  }
  return { tokens: clauses.flat(), quoted, clauses }
}

/** In words; two characters of Chinese or Japanese count as one. */
function lengthOf(tokens: readonly string[]): number {
  let length = 0
  for (const token of tokens) {
    if (isDense(token)) length += 0.5
    else if (token >= 'a') length += 1
  }
  return length
}
