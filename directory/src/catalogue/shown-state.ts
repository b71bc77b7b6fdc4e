import type { Listing, ListingState } from './model.ts'

/** How a listing stands, in the one word that its publisher reads everywhere. */
export type ShownState = ListingState | 'quarantined' | 'blocked' | 'stopped'

/** What weighs most is said: that it is gone, then safety, then a stop, then reliability. Pure. */
export function shownState(
  { state, restriction }: Pick<Listing, 'state' | 'restriction'>,
  isStopped: boolean,
): ShownState {
  if (state === 'removed' || state === 'unlisted') return state
  if (restriction !== null) return restriction === 'hidden' ? 'quarantined' : 'blocked'
  return isStopped ? 'stopped' : state
}
