import type { Soon } from './soon.ts'
import { TextMap } from './text-map.ts'

/** What every call asks the database for, remembered for at most a second. */
export interface BriefMemory<Value> {
  /** The remembered answer, or what `load` says; one question at a time for a key. `undefined` is not remembered. */
  get(key: string, load: () => Promise<Value | undefined>): Soon<Value | undefined>
  /** For who has changed it: the next one asks again, also when an older question is still under way. */
  forget(key: string): void
  clear(): void
}

/** So long another replica may not know what was changed here; as long as a kill switch may take. */
export const briefMs = 1_000

interface Answer<Value> {
  readonly asked: Promise<Value | undefined>
  /** Undefined while it is asked for. */
  value: Value | undefined
}

/** All of it is dropped together, a second after the first was remembered: nothing lingers for want of a question. */
export function createBriefMemory<Value>(): BriefMemory<Value> {
  const answers = new TextMap<Answer<Value>>()
  let timer: NodeJS.Timeout | undefined
  const clear = (): void => {
    clearTimeout(timer)
    timer = undefined
    answers.clear()
  }
  return {
    get(key, load) {
      const known = answers.get(key)
      if (known !== undefined) return known.value ?? known.asked
      const answer: Answer<Value> = { asked: load(), value: undefined }
      answers.set(key, answer)
      timer ??= setTimeout(clear, briefMs).unref()
      const keep = (value: Value | undefined): void => {
        answer.value = value
        if (value === undefined && answers.get(key) === answer) answers.delete(key)
      }
      answer.asked.then(keep, () => keep(undefined))
      return answer.asked
    },
    forget: (key) => answers.delete(key),
    clear,
  }
}

/** More than come in a second, and few enough that strangers cannot fill the memory with long keys. */
const mostMade = 1_000

/**
 * What `make` gives for a key, made once a second: for what costs more to make than to find. `undefined` is not kept.
 * @param make gets the other arguments of who asks for a key first
 */
export function madeOnceInAWhile<Value, More extends readonly unknown[]>(
  make: (key: string, ...more: More) => Value,
): (key: string, ...more: More) => Value {
  const made = new TextMap<Value>()
  return (key, ...more) => {
    const known = made.get(key)
    if (known !== undefined) return known
    const value = make(key, ...more)
    if (value === undefined || made.size >= mostMade) return value
    if (made.size === 0) setTimeout(() => made.clear(), briefMs).unref()
    made.set(key, value)
    return value
  }
}
