/** Of who makes one up after the other, no more are kept. */
const mostKept = 10_000

/**
 * Joins three texts to a key, and gives the same string for the same three: maps find what they have been asked for before
 * sooner than what was put together anew. Only the third may hold blanks, else two keys could be one.
 */
export function joinedTexts(): (one: string, other: string, third: string) => string {
  const kept = new Map<string, Map<string, Map<string, string>>>()
  let size = 0
  return (one, other, third) => {
    const known = kept.get(one)?.get(other)?.get(third)
    if (known !== undefined) return known
    if (size >= mostKept) {
      kept.clear()
      size = 0
    }
    size += 1
    const joined = `${one} ${other} ${third}`
    const ofOne = kept.get(one) ?? new Map<string, Map<string, string>>()
    const ofOther = ofOne.get(other) ?? new Map<string, string>()
    kept.set(one, ofOne.set(other, ofOther.set(third, joined)))
    return joined
  }
}
