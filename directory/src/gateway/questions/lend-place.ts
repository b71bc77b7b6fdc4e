import type { Call } from '../call.ts'

/** A call's place at its server, which others have while its caller is asked something, however much at a time. */
export interface LentPlace {
  /** Once for each question. */
  lend(): void
  /** Once for each answer; after the last one the call has a place again. @throws Refusal when there is none */
  takeBack(): Promise<void>
}

export function lendPlace(call: Call): LentPlace {
  let asked = 0
  let answered = Promise.withResolvers<void>()
  let away = Promise.resolve()
  return {
    lend() {
      asked += 1
      if (asked > 1) return
      answered = Promise.withResolvers()
      const { promise } = answered
      // A call that takes its place back has to have it before it lends it again.
      away = away.then(() => call.away(() => promise))
      // A call that ended meanwhile takes nothing back, and who took back before was told.
      away.catch(() => undefined)
    },
    async takeBack() {
      asked -= 1
      if (asked > 0) return
      answered.resolve()
      await away
    },
  }
}
