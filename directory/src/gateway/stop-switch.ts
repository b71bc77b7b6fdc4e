import type { StopSignal } from '@connectory/wire'

/**
 * An `AbortSignal` and its controller in one, without the platform's events: two of those for every call cost more than
 * reading its message. Listeners run once, in the order in which they came.
 */
export class StopSwitch implements StopSignal {
  aborted = false
  readonly #listeners: (() => void)[] = []

  raise(): void {
    if (this.aborted) return
    this.aborted = true
    // One may take another away, which then does not run.
    for (let next = this.#listeners.shift(); next !== undefined; next = this.#listeners.shift()) next()
  }

  addEventListener(_type: 'abort', listener: () => void): void {
    if (!this.aborted) this.#listeners.push(listener)
  }

  removeEventListener(_type: 'abort', listener: () => void): void {
    const at = this.#listeners.indexOf(listener)
    if (at !== -1) this.#listeners.splice(at, 1)
  }
}
