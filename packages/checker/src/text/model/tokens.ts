const address = /[a-z][a-z0-9+.-]*:\/\/[^\s"'<>`）。，」]+/g
const mailbox = /[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,8}/g
const path = /(?<![\w.~/<])(?:~|\.{1,2})?\/[\w.~/*-]{2,}/g
const host =
  /(?<![\w./-])(?:[\w-]{1,64}\.){1,8}(?:com|net|org|io|dev|app|example|invalid|test|ai|cloud|de|fr|es|cn|jp|co|info|site|xyz|ru|eu)(?![\w.-])(?:\/\S*)?/g
const secretPath = /ssh|aws|env|passw|cred|kube|config|token|history|secret|key|cookie|wallet|npmrc|netrc/
const token =
  /[\u3005\u3040-\u30ff\u3400-\u9fff]|[a-z\u00df]+(?:'[a-z]+)?|0|<\/?|\/?>|[[\]{}="`:|#\u201c\u201d\u00ab\u300c\u3010\u3011]|[,;.!?\u3001\u3002\uff0c\uff1b\uff01\uff1f]/g

const ends = /^[,;.!?\u3001\u3002\uff0c\uff1b\uff01\uff1f]$/

/**
 * The words of a comparable text (see `plainOf`): Latin words, single characters of Chinese and Japanese, marks.
 * Addresses, hosts and paths become one word each, because which ones somebody used says nothing; all numbers are 0.
 */
export function tokensOf(plain: string): string[] {
  return clausesOf(plain).flat()
}

/** The same words, clause by clause. */
export function clausesOf(plain: string): string[][] {
  let text = plain
  if (text.includes('://')) text = text.replace(address, ' urlx ')
  if (text.includes('@')) text = text.replace(mailbox, ' mailx ')
  if (text.includes('/')) {
    text = text.replace(path, (found) => (secretPath.test(found) ? ' secretpathx ' : ' pathx '))
  }
  if (text.includes('.')) text = text.replace(host, ' hostx ')
  const clauses: string[][] = []
  let clause: string[] = []
  for (const found of text.replaceAll(/\d+/g, '0').match(token) ?? []) {
    if (!ends.test(found)) clause.push(found)
    else if (clause.length > 0) {
      clauses.push(clause)
      clause = []
    }
  }
  if (clause.length > 0) clauses.push(clause)
  return clauses
}

export function isDense(word: string): boolean {
  return word >= '\u3005' && word <= '\u9fff' && word !== '\u3010' && word !== '\u3011'
}
