import { squash, termsOf, wordsOfName } from './words.ts'

const mostShown = 3

/** Tools whose names have a word that was looked for; why a connector was found. */
export function matchingTools(
  toolNames: readonly string[],
  text: string,
  insteadOf: readonly { readonly meant: readonly string[] }[],
): readonly string[] {
  const whole = squash(text)
  if (whole === '') return []
  const exact = toolNames.filter((name) => squash(name) === whole)
  if (exact.length > 0) return exact.slice(0, mostShown)
  const wanted = [...termsOf(text).map((term) => term.whole), ...insteadOf.flatMap(({ meant }) => meant)]
  const scored = toolNames
    .map((name) => ({ name, hits: countHits(name, wanted) }))
    .filter(({ hits }) => hits > 0)
    .toSorted((one, other) => other.hits - one.hits)
  return scored.slice(0, mostShown).map(({ name }) => name)
}

function countHits(name: string, wanted: readonly string[]): number {
  const words = new Set(wordsOfName(name))
  return wanted.filter((word) => words.has(word)).length
}
