const LETTERS = 4
const BITS = 5

/**
 * A letter as a number from 1 to 26; 0 for what ends a word of the comparable form. Every other letter ends one too: so
 * it is with the edge of a word in a phrase's expression, and a stem must begin wherever a match can begin.
 */
function letterOf(code: number): number {
  return code >= 0x61 && code <= 0x7a ? code - 0x60 : 0
}

/** Adds the first four letters of every word of a comparable text (see `plainOf`), as numbers. */
export function addStems(text: string, stems: number[]): void {
  let [stem, length] = [0, 0]
  for (let at = 0; at < text.length; at++) {
    const letter = letterOf(text.charCodeAt(at))
    if (letter === 0) {
      if (length > 0) stems.push(padded(stem, length))
      stem = length = 0
    } else if (length < LETTERS) {
      stem = (stem << BITS) | letter
      length += 1
    }
  }
  if (length > 0) stems.push(padded(stem, length))
}

const SLOT_BITS = 13

/** Stems to look for: nearly every other one is told apart by one look into a small table. */
export class StemTable<Found> {
  private readonly taken = new Uint8Array(2 ** SLOT_BITS)
  private readonly entries = new Map<number, Found[]>()

  /** Throws at a stem that no word can have: it would be looked for and never be found. */
  add(stem: string, found: Found): void {
    const number = stemNumber(stem)
    this.taken[slotOf(number)] = 1
    const same = this.entries.get(number)
    if (same) same.push(found)
    else this.entries.set(number, [found])
  }

  get(stem: number): readonly Found[] | undefined {
    return this.taken[slotOf(stem)] === 1 ? this.entries.get(stem) : undefined
  }
}

function slotOf(stem: number): number {
  return Math.imul(stem, 0x9e37_79b1) >>> (32 - SLOT_BITS)
}

function stemNumber(stem: string): number {
  if (!/^[a-z]{1,4}$/.test(stem)) throw new Error(`A stem has one to four letters from a to z: ${stem}`)
  let number = 0
  for (let at = 0; at < stem.length; at++) number = (number << BITS) | letterOf(stem.charCodeAt(at))
  return padded(number, stem.length)
}

/** Zeros behind a short word: "of" is no beginning of "offer". */
function padded(stem: number, length: number): number {
  return stem << (BITS * (LETTERS - length))
}
