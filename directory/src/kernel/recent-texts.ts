const slots = 256

/**
 * What was found for texts that come again and again, found by comparing. A text that has just arrived has no hash yet, and V8
 * looks it up among all texts that it knows before a map can be asked: at 600 characters that takes as long as parsing a message.
 */
export class RecentTexts<Value> {
  readonly #texts = Array.from<string | undefined>({ length: slots })
  readonly #values = Array.from<Value | undefined>({ length: slots })

  /** Undefined when another text took its place, or none has been kept. */
  get(text: string): Value | undefined {
    const slot = slotOf(text)
    return this.#texts[slot] === text ? this.#values[slot] : undefined
  }

  keep(text: string, value: Value): void {
    const slot = slotOf(text)
    this.#texts[slot] = text
    this.#values[slot] = value
  }

  clear(): void {
    this.#texts.fill(undefined)
    this.#values.fill(undefined)
  }
}

/** Tokens, seals and names differ at their ends and in the middle sooner than at their beginnings. */
function slotOf(text: string): number {
  const last = text.length - 1
  const ends = text.charCodeAt(last) * 31 + text.charCodeAt(last - 1)
  return (ends * 31 + text.charCodeAt(last >> 1) + text.length) & (slots - 1)
}
