import type { AuthType } from '../catalogue/index.ts'
import { isGood, type Look, type Watch } from './model.ts'

export interface Observed {
  readonly watch: Watch
  /** How many looks count for the history with this one, and how many of them were good. */
  readonly looks: number
  readonly good: number
  readonly changed: boolean
}

/**
 * One look more. A state is believed when two looks in a row agree, a failure also when the second fails in another
 * way; a single one that is not repeated counts for nothing. 429 changes nothing.
 */
export function observe(watch: Watch, look: Pick<Look, 'state' | 'at'>, authType: AuthType): Observed {
  const { state, at } = look
  if (state === 'rate-limited') return { watch, looks: 0, good: 0, changed: false }
  const good = isGood(state, authType)
  if (state === watch.state) {
    return { watch: { ...watch, doubt: null }, looks: 1, good: good ? 1 : 0, changed: false }
  }
  const { doubt } = watch
  const known = watch.state !== null && isGood(watch.state, authType)
  const bothFail = doubt !== null && !good && !isGood(doubt, authType) && (known || watch.state === null)
  if (doubt === state || bothFail) {
    return { watch: { state, since: at, doubt: null }, looks: 2, good: good ? 2 : 0, changed: true }
  }
  return { watch: { ...watch, doubt: state }, looks: 0, good: 0, changed: false }
}
