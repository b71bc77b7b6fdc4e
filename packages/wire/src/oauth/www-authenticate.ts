/** WWW-Authenticate: RFC 9110 section 11.6.1 (syntax), RFC 6750 section 3 (Bearer), RFC 9728 section 5.1 (resource_metadata). */

export interface Challenge {
  /** Lower case: 'bearer', 'basic', 'dpop', ... */
  readonly scheme: string
  /** For schemes that carry one bare value, such as Negotiate. */
  readonly token68?: string
  /** Names in lower case; the first of repeated ones counts. */
  readonly params: Readonly<Record<string, string>>
}

export interface BearerChallenge {
  readonly resourceMetadata?: string
  /** Authoritative for the request that failed. */
  readonly scope?: string
  readonly error?: string
  readonly errorDescription?: string
  readonly realm?: string
}

const token = /[\w!#$%&'*+.^`|~-]+/y
const gap = /[ \t]*/y
const separators = /[ \t,]*/y
const assignment = /[ \t]*=[ \t]*(?:"((?:[^"\\]|\\.)*)"|([\w!#$%&'*+.^`|~:/?@-]+))/sy
const bareValue = /[A-Za-z\d._~+/-]+=*(?=[ \t]*(?:,|$))/y

/**
 * All challenges of the header, also several in one line and several lines joined by commas. Reads what it can
 * and skips what it cannot; never throws.
 */
export function parseChallenges(header: string | null): Challenge[] {
  const text = (header ?? '').slice(0, 16 * 1024)
  const challenges: { scheme: string; token68?: string; params: Record<string, string> }[] = []
  let at = 0
  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at
    const match = pattern.exec(text)
    if (match !== null) at = pattern.lastIndex
    return match
  }
  while (at < text.length) {
    take(separators)
    const word = take(token)?.[0]
    if (word === undefined) {
      at += 1
      continue
    }
    const value = take(assignment)
    const current = challenges.at(-1)
    if (value !== null) {
      const name = word.toLowerCase()
      const given = value[1]?.replaceAll(/\\(.)/gs, '$1') ?? value[2] ?? ''
      if (current !== undefined && !Object.hasOwn(current.params, name)) current.params[name] = given
      continue
    }
    const challenge: { scheme: string; token68?: string; params: Record<string, string> } = {
      scheme: word.toLowerCase(),
      params: Object.create(null) as Record<string, string>,
    }
    challenges.push(challenge)
    take(gap)
    const before = at
    const bare = take(bareValue)?.[0]
    // "Basic, Bearer …": a word before a comma may be the next scheme, but after a blank it is this one's value.
    if (bare !== undefined && text[before - 1] === ' ') challenge.token68 = bare
    else at = before
  }
  return challenges
}

/** The Bearer (or DPoP) challenge, preferring one that names the resource metadata. */
export function bearerChallenge(header: string | null): BearerChallenge | undefined {
  const candidates = parseChallenges(header).filter(({ scheme }) => scheme === 'bearer' || scheme === 'dpop')
  const chosen = candidates.find(({ params }) => params['resource_metadata'] !== undefined) ?? candidates[0]
  if (chosen === undefined) return undefined
  const {
    resource_metadata: resourceMetadata,
    scope,
    error,
    error_description: errorDescription,
    realm,
  } = chosen.params
  return {
    ...(resourceMetadata !== undefined && { resourceMetadata }),
    ...(scope !== undefined && { scope }),
    ...(error !== undefined && { error }),
    ...(errorDescription !== undefined && { errorDescription }),
    ...(realm !== undefined && { realm }),
  }
}
