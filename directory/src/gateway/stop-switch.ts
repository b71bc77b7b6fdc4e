import type { StopSignal } from '@connectory/wire'

const none: readonly (() => void)[] = []

/**
 * An `AbortSignal` and its controller in one, without the platform's events: two of those for every call cost more than
 * reading its message. Listeners run once, in the order in which they came.
 */
export class StopSwitch implements StopSignal {
  aborted = false
  /** Never changed, but replaced: most have one or two, and an array that grows by `push` begins with room for seventeen. */
  #listeners: readonly (() => void)[] = none

  raise(): void {
    if (this.aborted) return
    this.aborted = true
    // One may take another away, which then does not run.
    for (let [next] = this.#listeners; next !== undefined; [next] = this.#listeners) {
      this.removeEventListener('abort', next)
      next()
    }
  }

  addEventListener(_type: 'abort', listener: () => void): void {
    if (!this.aborted) this.#listeners = this.#listeners.concat(listener)
  }

  removeEventListener(_type: 'abort', listener: () => void): void {
    const at = this.#listeners.indexOf(listener)
    if (at === -1) return
    this.#listeners = this.#listeners.length === 1 ? none : this.#listeners.toSpliced(at, 1)
  }
}
