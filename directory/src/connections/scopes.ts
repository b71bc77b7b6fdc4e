import { bearerChallenge } from '@connectory/wire'
import type { Remedy } from './model.ts'

/** More sign-ins in a row than this are a server that does not know what it wants. */
const mostStepUps = 5

/** @see RFC 6749 section 3.3 */
const scopeForm = /^[\x21\x23-\x5b\x5d-\x7e]+$/

/** A list of scopes as a stranger wrote it, without what is no scope. */
export function readScopes(text: string): readonly string[] {
  return text.split(' ').filter((scope) => scopeForm.test(scope))
}

/** What a token was given for. GitHub writes commas between them, where blanks belong. */
export function givenScopes(text: string, asked: readonly string[]): readonly string[] {
  const commas = !text.includes(' ') && !asked.some((scope) => scope.includes(','))
  return readScopes(commas ? text.replaceAll(',', ' ') : text)
}

/** The scopes of a WWW-Authenticate header. */
export function scopesIn(challenge: string | null): readonly string[] {
  return readScopes(bearerChallenge(challenge)?.scope ?? '')
}

/** In the order of their first mention. */
export function unionOfScopes(...lists: readonly (readonly string[])[]): readonly string[] {
  return [...new Set(lists.flat())]
}

/**
 * Whether another sign-in can give what a server asks for. One that names what was given already, or that asks again
 * after each sign-in, would send the person in circles.
 * @see MCP 2026-07-28 basic/authorization, step-up authorization flow
 */
export function remedyFor(
  given: { readonly scopes: readonly string[]; readonly stepUps: number },
  challenge: string | null,
): Remedy {
  if (given.stepUps >= mostStepUps) return 'given-already'
  const wanted = scopesIn(challenge)
  const nothingNew = wanted.length > 0 && wanted.every((scope) => given.scopes.includes(scope))
  return nothingNew ? 'given-already' : 'connect'
}
