import { hash } from 'node:crypto'
import { errors as joseErrors, jwtVerify, type JWTVerifyGetKey, type JWTVerifyResult } from 'jose'
import {
  andThen,
  BoundedMap,
  madeOnceInAWhile,
  parseId,
  type OrganisationId,
  type PersonId,
  type Soon,
} from '../kernel/index.ts'
import type { AuthorizationContext } from './create-authorization.ts'
import { signingAlgorithm, type Keys } from './key-ring.ts'
import type { TokenHolder, TokenRefused } from './model.ts'

const mostRemembered = 10_000

export type VerifyAccessToken = (token: string, endpoint: string) => Soon<TokenHolder | TokenRefused>

/** What a token says, once its signature was found good. */
interface Verified {
  readonly key: string
  readonly audience: unknown
  readonly holder: TokenHolder | undefined
}

/**
 * The signature of a token is computed once and its claims are read once; whether it has ended, is for this endpoint
 * and was signed with a key that is still ours is looked at each time; whether its grant stands is remembered for a second,
 * and not at all once it was ended here.
 */
export function createVerifyAccessToken(context: AuthorizationContext): VerifyAccessToken {
  const { clock, grants } = context
  const verify = verifier(context)
  const warm = new BoundedMap<string, Verified>(mostRemembered)
  // Not the token itself: what is remembered must not be one, but for a second.
  const nameOf = madeOnceInAWhile((token) => hash('sha256', token, 'base64'))
  const judge = ({ audience, holder }: Verified, endpoint: string): Soon<TokenHolder | TokenRefused> => {
    if (audience !== endpoint) return { refused: 'wrong-audience' }
    if (holder === undefined) return { refused: 'invalid' }
    return andThen(grants.stands(holder.grant), ifStanding, holder)
  }
  const verifyAnew = async (
    token: string,
    endpoint: string,
    name: string,
  ): Promise<TokenHolder | TokenRefused> => {
    warm.delete(name)
    const verified = await verify(token)
    if ('refused' in verified) return verified
    warm.set(name, verified)
    return await judge(verified, endpoint)
  }
  const judgeWarm = (
    keys: Keys,
    known: Verified,
    { token, endpoint, name }: Asked,
  ): Soon<TokenHolder | TokenRefused> =>
    isOurs(keys, known, clock.now()) ? judge(known, endpoint) : verifyAnew(token, endpoint, name)
  return (token, endpoint) => {
    const name = nameOf(token)
    const known = warm.get(name)
    if (known === undefined) return verifyAnew(token, endpoint, name)
    return andThen(context.ring.current(), judgeWarm, known, { token, endpoint, name })
  }
}

function ifStanding(stands: boolean, holder: TokenHolder): TokenHolder | TokenRefused {
  return stands ? holder : { refused: 'invalid' }
}

interface Asked {
  readonly token: string
  readonly endpoint: string
  /** As nameOf says it. */
  readonly name: string
}

/** Whether what was found good before would be found good again. */
function isOurs({ publicKeys }: Keys, { key, holder }: Verified, now: Date): boolean {
  return holder !== undefined && holder.expiresAt.getTime() > now.getTime() && publicKeys.has(key)
}

function verifier(context: AuthorizationContext): (token: string) => Promise<Verified | TokenRefused> {
  const { issuer, clock } = context
  const keyOf = keyFinder(context)
  return async (token) => {
    try {
      const verified = await jwtVerify(token, keyOf, {
        issuer,
        algorithms: [signingAlgorithm],
        typ: 'at+jwt',
        currentDate: clock.now(),
        requiredClaims: ['sub', 'exp', 'aud', 'client_id', 'organisation', 'grant'],
      })
      const { payload, protectedHeader } = verified
      return { key: protectedHeader.kid ?? '', audience: payload.aud, holder: holderOf(verified) }
    } catch (error) {
      return { refused: error instanceof joseErrors.JWTExpired ? 'expired' : 'invalid' }
    }
  }
}

function holderOf({ payload }: JWTVerifyResult): TokenHolder | undefined {
  const { sub, exp, client_id: client, organisation, grant, scope } = payload
  const person = parseId<PersonId>(sub)
  const organisationId = typeof organisation === 'string' ? parseId<OrganisationId>(organisation) : undefined
  if (person === undefined || organisationId === undefined || exp === undefined) return undefined
  if (typeof client !== 'string' || typeof grant !== 'string') return undefined
  const scopes = typeof scope === 'string' ? scope.split(' ') : []
  return {
    person,
    organisation: organisationId,
    client,
    scopes: new Set(scopes),
    grant,
    expiresAt: new Date(exp * 1000),
  }
}

function keyFinder({ ring }: AuthorizationContext): JWTVerifyGetKey {
  return async ({ kid = '' }) => {
    const known = (await ring.current()).publicKeys.get(kid)
    const key = known ?? (await ring.refreshed()).publicKeys.get(kid)
    if (key === undefined) throw new joseErrors.JWKSNoMatchingKey()
    return key
  }
}
