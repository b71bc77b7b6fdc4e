/** C0 and C1 controls, line and paragraph separators, and the marks that reorder text. */
const unseen = /[\p{Cc}\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu

/** Strangers' text for a terminal or a page: what would act instead of being read becomes its code. */
export function visible(text: string): string {
  return text.replace(unseen, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
