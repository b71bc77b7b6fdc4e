const places = 256

/**
 * A map for texts that come again and again, found by comparing with what was found last. A text that has just arrived has no
 * hash yet, and V8 looks it up among all texts that it knows before a map can be asked: at 600 characters that takes as long as
 * parsing a message.
 */
export class TextMap<Value> {
  readonly #all = new Map<string, Value>()
  readonly #texts = Array.from<string | undefined>({ length: places })
  readonly #values = Array.from<Value | undefined>({ length: places })

  get size(): number {
    return this.#all.size
  }

  get(text: string): Value | undefined {
    const place = placeOf(text)
    if (this.#texts[place] === text) return this.#values[place]
    const value = this.#all.get(text)
    if (value !== undefined) this.#put(place, text, value)
    return value
  }

  set(text: string, value: Value): void {
    this.#all.set(text, value)
    this.#put(placeOf(text), text, value)
  }

  delete(text: string): void {
    this.#all.delete(text)
    const place = placeOf(text)
    if (this.#texts[place] === text) this.#put(place, undefined, undefined)
  }

  clear(): void {
    this.#all.clear()
    this.#texts.fill(undefined)
    this.#values.fill(undefined)
  }

  #put(place: number, text: string | undefined, value: Value | undefined): void {
    this.#texts[place] = text
    this.#values[place] = value
  }
}

/** Tokens, seals and names differ at their ends and in the middle sooner than at their beginnings. */
function placeOf(text: string): number {
  const last = text.length - 1
  const ends = text.charCodeAt(last) * 31 + text.charCodeAt(last - 1)
  return (ends * 31 + text.charCodeAt(last >> 1) + text.length) & (places - 1)
}
