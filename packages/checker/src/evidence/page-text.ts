/** What a page says, without its markup. Linear in the length of the page, whatever it contains. */
export function pageText(html: string): { text: string; passwordField: boolean } {
  const parts: string[] = []
  let passwordField = false
  let hidden: string | undefined
  for (const piece of html.split('<')) {
    const end = piece.indexOf('>')
    const tag = end === -1 ? '' : piece.slice(0, end).toLowerCase()
    if (hidden === undefined) {
      if (tag.startsWith('input') && /type\s*=\s*["']?password/.test(tag.slice(0, 1000))) passwordField = true
      hidden = ['script', 'style', 'noscript', 'template'].find((name) => tag.startsWith(name))
      if (hidden === undefined) parts.push(piece.slice(end + 1))
    } else if (tag.startsWith(`/${hidden}`)) {
      hidden = undefined
      parts.push(piece.slice(end + 1))
    }
  }
  return { text: parts.join(' '), passwordField }
}

const MOST_CHARACTERS = 200_000

/** Words in the sense of Unicode, so that languages without spaces count too. */
export function countWords(text: string): number {
  const segmenter = new Intl.Segmenter('en', { granularity: 'word' })
  let words = 0
  for (const { isWordLike } of segmenter.segment(text.slice(0, MOST_CHARACTERS))) if (isWordLike) words += 1
  return words
}
