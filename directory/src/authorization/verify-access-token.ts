import { errors as joseErrors, jwtVerify, type JWTPayload, type JWTVerifyGetKey } from 'jose'
import { parseId, type OrganisationId, type PersonId } from '../kernel/index.ts'
import type { AuthorizationContext } from './create-authorization.ts'
import { signingAlgorithm } from './key-ring.ts'
import type { TokenHolder, TokenRefused } from './model.ts'
import { grantStands } from './store.ts'

/** A revoked grant is refused at the latest after this long, on every replica. */
export const revocationSeenMs = 5_000
const mostRemembered = 10_000

export type VerifyAccessToken = (token: string, endpoint: string) => Promise<TokenHolder | TokenRefused>

/** Signature and claims are computed each time; whether the grant stands is remembered for five seconds. */
export function createVerifyAccessToken(context: AuthorizationContext): VerifyAccessToken {
  const { issuer, clock } = context
  const stands = rememberGrants(context)
  const keyOf = keyFinder(context)
  return async (token, endpoint) => {
    let payload: JWTPayload
    try {
      const verified = await jwtVerify(token, keyOf, {
        issuer,
        algorithms: [signingAlgorithm],
        typ: 'at+jwt',
        currentDate: clock.now(),
        requiredClaims: ['sub', 'exp', 'aud', 'client_id', 'organisation', 'grant'],
      })
      payload = verified.payload
    } catch (error) {
      return { refused: error instanceof joseErrors.JWTExpired ? 'expired' : 'invalid' }
    }
    if (payload.aud !== endpoint) return { refused: 'wrong-audience' }
    const holder = holderOf(payload)
    if (holder === undefined || !(await stands(holder.grant))) return { refused: 'invalid' }
    return holder
  }
}

function holderOf(payload: JWTPayload): TokenHolder | undefined {
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

function rememberGrants({ db, clock }: AuthorizationContext): (grant: string) => Promise<boolean> {
  const remembered = new Map<string, { readonly stands: Promise<boolean>; readonly until: number }>()
  return (grant) => {
    const now = clock.now()
    const known = remembered.get(grant)
    if (known !== undefined && known.until > now.getTime()) return known.stands
    const stands = grantStands(db, grant, now)
    remembered.delete(grant)
    remembered.set(grant, { stands, until: now.getTime() + revocationSeenMs })
    // A question that failed is asked again; it is no answer.
    stands.catch(() => remembered.delete(grant))
    const oldest = remembered.keys().next()
    if (remembered.size > mostRemembered && oldest.done !== true) remembered.delete(oldest.value)
    return stands
  }
}
