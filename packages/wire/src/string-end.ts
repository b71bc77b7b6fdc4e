const backslash = 0x5c

/**
 * Where the quote stands that ends a string of JSON; the end of the text when none does. Linear: the search looks at many
 * characters at a time, and only what stands before a quote is looked at one by one.
 * @param from where the string's own text begins, behind its opening quote
 */
export function stringEnd(text: string, from: number): number {
  for (let end = text.indexOf('"', from); end !== -1; end = text.indexOf('"', end + 1)) {
    let before = end - 1
    while (before >= from && text.charCodeAt(before) === backslash) before -= 1
    // Backslashes in pairs stand for themselves.
    if ((end - before) % 2 === 1) return end
  }
  return text.length
}
