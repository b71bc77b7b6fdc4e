/** Text in which half a surrogate pair, which no encoding carries, is the replacement character. */
export function wellFormed(text: string): string {
  return text.replaceAll(/\p{Surrogate}/gu, '\ufffd')
}
