import type { Place } from '../tool-texts.ts'
import { marginsOf } from './margins.ts'
import { kindOf, weightiest, type SpokenKind } from './model.ts'
import { readingOf } from './reading.ts'
import { learned } from './weights.ts'

/** The sentence that reads most like an order to the model against its user. */
export interface Striking {
  readonly place: Place
  readonly kind: SpokenKind
  /** In the words of the server where they can be found again, else in comparable form. */
  readonly sentence: string
  /** The words that weighed most. */
  readonly weighed: string
}

const MOST_SHOWN = 300
/** Nothing shorter is a sentence of five words. */
const SHORTEST = 10

export function mostStriking(places: readonly Place[]): Striking | undefined {
  let best: { place: Place; from: number; to: number; margin: number } | undefined
  for (const place of places) {
    if (place.kind !== 'sentence' || place.text.length < SHORTEST) continue
    for (const { from, to, margin } of marginsOf(place.plain, learned)) {
      if (margin > (best?.margin ?? 0)) best = { place, from, to, margin }
    }
  }
  if (!best) return undefined
  const { place, from, to } = best
  const { plain } = place
  const { text } = plain
  const comparable = text.slice(from, to)
  const reading = readingOf(plain, from, to)
  const shown = text.length === place.text.length ? place.text.slice(from, to) : comparable
  return {
    place,
    kind: kindOf(reading, learned),
    sentence: shown.trim().slice(0, MOST_SHOWN),
    weighed: weightiest(comparable, reading, learned, 4).join(', '),
  }
}
