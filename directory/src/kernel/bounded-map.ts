/** A map that forgets what was used longest ago: a cache that strangers cannot fill without end. */
export class BoundedMap<Key, Value> {
  readonly #most: number
  readonly #onDrop: (value: Value) => void
  readonly #entries = new Map<Key, Value>()

  constructor(most: number, onDrop: (value: Value) => void = () => undefined) {
    this.#most = most
    this.#onDrop = onDrop
  }

  get(key: Key): Value | undefined {
    const value = this.#entries.get(key)
    // Who comes when matters only where somebody may soon have to go: moving an entry takes longer than finding it.
    if (value !== undefined && this.#entries.size * 2 > this.#most) {
      this.#entries.delete(key)
      this.#entries.set(key, value)
    }
    return value
  }

  set(key: Key, value: Value): void {
    this.#entries.delete(key)
    this.#entries.set(key, value)
    const oldest = this.#entries.keys().next()
    if (this.#entries.size <= this.#most || oldest.done === true) return
    const dropped = this.#entries.get(oldest.value)
    this.#entries.delete(oldest.value)
    if (dropped !== undefined) this.#onDrop(dropped)
  }

  /** @param value delete only while this is what the key has: a newer one stays. */
  delete(key: Key, value?: Value): void {
    if (value === undefined || this.#entries.get(key) === value) this.#entries.delete(key)
  }
}
