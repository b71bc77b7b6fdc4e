import { parseChallenges, type Authorization } from '@connectory/wire'
import { dpopAlgorithms, type DpopAlgorithm } from './dpop-key.ts'

/** Whether the tokens of a sign-in are to be bound to a key. */
export type DpopChoice =
  | { readonly kind: 'bearer' }
  | {
      readonly kind: 'bound'
      readonly algorithm: DpopAlgorithm
      /** The server takes no other token. */
      readonly required: boolean
      /** Its login says that it binds tokens. */
      readonly announced: boolean
    }
  /** The server takes bound tokens only, and there is no algorithm that all sides know. */
  | { readonly kind: 'impossible' }

interface Said {
  readonly resourceMetadata: Pick<Authorization['resourceMetadata'], 'dpopAlgorithms' | 'dpopRequired'>
  readonly metadata: Pick<Authorization['metadata'], 'dpopAlgorithms'>
}

/**
 * The server decides, for it has to read what we send: a login that binds tokens says nothing of the servers behind it,
 * and most of those would refuse a token with another scheme than Bearer.
 * @param challenge the WWW-Authenticate header of its 401, when there was one
 * @see docs/decisions/0072-a-token-is-bound-where-the-server-asks.md
 */
export function chooseDpop({ resourceMetadata, metadata }: Said, challenge: string | null): DpopChoice {
  const challenges = parseChallenges(challenge)
  const asked = challenges.find(({ scheme }) => scheme === 'dpop')
  const takesBearer = challenges.some(({ scheme }) => scheme === 'bearer')
  const required = resourceMetadata.dpopRequired || (asked !== undefined && !takesBearer)
  const offered = asked !== undefined || (resourceMetadata.dpopAlgorithms ?? []).length > 0
  const announced = metadata.dpopAlgorithms !== undefined
  // Where bearers are taken too, a login that says nothing of keys gives one.
  if (!required && !(offered && announced)) return { kind: 'bearer' }
  // @see RFC 9449 section 7.1: `algs` of the challenge
  const named = asked?.params['algs']?.split(' ').filter(Boolean)
  const lists = [metadata.dpopAlgorithms, resourceMetadata.dpopAlgorithms, named]
  const algorithm = dpopAlgorithms.find((one) => lists.every((list) => list?.includes(one) ?? true))
  if (algorithm !== undefined) return { kind: 'bound', algorithm, required, announced }
  return required ? { kind: 'impossible' } : { kind: 'bearer' }
}
