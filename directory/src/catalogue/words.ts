/** Letters that Unicode does not take apart into a base letter and a mark. */
const single: Readonly<Record<string, string>> = { ß: 'ss', ø: 'o', đ: 'd', ł: 'l', æ: 'ae', œ: 'oe', ı: 'i' }

/** Lower case without accents. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{M}+/gu, '')
    .toLowerCase()
    .replaceAll(/[ßøđłæœı]/g, (letter) => single[letter] ?? letter)
}

/** `Create issue`, `create_issue`, `createIssue` → `createissue`: how names are compared. */
export function squash(name: string): string {
  return fold(name).replaceAll(/[^\p{L}\p{N}]+/gu, '')
}

/** The words of a name: at separators, at a change from lower to upper case, between an acronym and a word. */
export function wordsOfName(name: string): readonly string[] {
  return tokens(name).flatMap((token) => [...new Set([fold(token), ...parts(token)])])
}

/** What the index sees of a text: every token whole, and its parts where it is written in camel case. */
export function indexText(texts: Iterable<string>): string {
  const seen = [...texts].flatMap((text) => wordsOfName(text))
  return seen.join(' ')
}

/** One word that was asked for: it is found whole, or by all of its parts. */
export interface Term {
  readonly whole: string
  readonly parts: readonly string[]
}

const mostTerms = 12

/** The words of a query, at most 12; every one of them is letters and digits only. */
export function termsOf(query: string): readonly Term[] {
  return tokens(query)
    .slice(0, mostTerms)
    .map((token) => ({ whole: fold(token), parts: parts(token) }))
    .filter(({ whole }) => whole !== '')
}

function tokens(text: string): readonly string[] {
  return text.split(/[^\p{L}\p{N}\p{M}]+/u).filter((token) => token !== '')
}

function parts(token: string): readonly string[] {
  const split = token
    .replaceAll(/(\p{Ll}|\p{N})(\p{Lu})/gu, '$1 $2')
    .replaceAll(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .split(' ')
    .map(fold)
    .filter((part) => part !== '')
  return split.length > 1 ? split : []
}
