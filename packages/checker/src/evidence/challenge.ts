export interface AuthChallenge {
  readonly scheme: string
  readonly params: Readonly<Record<string, string>>
}

const token = /[A-Za-z0-9!#$%&'*+.^_`|~-]+/y
const blank = /[ \t]*/y
const quoted = /"((?:[^"\\]|\\.)*)"/y

/**
 * The challenges of a WWW-Authenticate header. What cannot be read ends the list; nothing is guessed.
 * @see RFC 9110 section 11.6.1
 */
export function parseChallenges(header: string): AuthChallenge[] {
  const found: { scheme: string; params: Record<string, string> }[] = []
  const reader = readerOf(header)
  for (;;) {
    reader.take(/[ \t,]*/y)
    const word = reader.take(token)?.[0]
    if (word === undefined) return found
    reader.take(blank)
    const current = found.at(-1)
    if (current && reader.peek() === '=') {
      reader.take(/=[ \t]*/y)
      const value = reader.take(quoted)?.[1]?.replaceAll(/\\(.)/g, '$1') ?? reader.take(token)?.[0] ?? ''
      current.params[word.toLowerCase()] = value
    } else {
      found.push({ scheme: word, params: {} })
    }
  }
}

function readerOf(text: string) {
  let at = 0
  return {
    peek: () => text[at],
    take(pattern: RegExp): RegExpExecArray | null {
      pattern.lastIndex = at
      const match = pattern.exec(text)
      if (match) at = pattern.lastIndex
      return match
    },
  }
}
