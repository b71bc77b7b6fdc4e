import { decorateFetch, parseChallenges, type SafeFetch, type SafeResponse } from '@connectory/wire'
import { BoundedMap, type Clock } from '../kernel/index.ts'
import type { DpopSigner } from './dpop-key.ts'
import { dpopProof } from './dpop-proof.ts'

/** What servers want to see in the next proof, by key and origin; per process, for a lost one costs a repetition. */
export type DpopNonces = BoundedMap<string, string>

export function createDpopNonces(): DpopNonces {
  return new BoundedMap(10_000)
}

/** No server needs more to know its own word again. */
const longestNonce = 1000

export interface BoundToken {
  readonly token: string
  readonly signer: DpopSigner
  /** The server that the token is for. */
  readonly resource: string
}

/** The same door; what passes with the bound token is shown to come from the holder of its key. */
export type Through = (fetch: SafeFetch) => SafeFetch

/**
 * Whoever sends the token as a bearer through this door sends it with the scheme DPoP and a proof of its own; a server
 * that wants a nonce in it gets the request once more. Other requests pass as they are, and to another origin the token
 * does not pass at all.
 * @see RFC 9449 sections 7.1 and 9
 */
export function showKey(
  { clock, nonces }: { readonly clock: Clock; readonly nonces: DpopNonces },
  { token, signer, resource }: BoundToken,
): Through {
  const { origin } = new URL(resource)
  const place = `${signer.thumbprint} ${origin}`
  return (fetch) =>
    decorateFetch(fetch, async (url, request, next) => {
      const { authorization, ...others } = Object.fromEntries(new Headers(request.headers))
      if (authorization !== `Bearer ${token}`) return await next(request)
      if (url.origin !== origin) return await next({ ...request, headers: others })
      const { method = 'GET' } = request
      const send = async (nonce: string | undefined): Promise<SafeResponse> => {
        const dpop = await dpopProof(signer, { method, url, token, nonce, at: clock.now() })
        return await next({ ...request, headers: { ...others, authorization: `DPoP ${token}`, dpop } })
      }
      const keep = (nonce: string | undefined): void => {
        if (nonce !== undefined) nonces.set(place, nonce)
      }
      const first = await send(nonces.get(place))
      const given = nonceIn(first)
      if (given === undefined || !wantsNonce(first)) {
        keep(given)
        return first
      }
      await first.body.cancel()
      // It may be good once, so nobody else learns of it before it was used here.
      const second = await send(given)
      keep(nonceIn(second) ?? given)
      return second
    })
}

function nonceIn(response: SafeResponse): string | undefined {
  const nonce = response.header('dpop-nonce')
  return nonce !== null && nonce !== '' && nonce.length <= longestNonce ? nonce : undefined
}

/** It refused the request for the nonce alone. */
function wantsNonce(response: SafeResponse): boolean {
  if (response.status !== 401) return false
  const challenges = parseChallenges(response.header('www-authenticate'))
  return challenges.some(({ scheme, params }) => scheme === 'dpop' && params['error'] === 'use_dpop_nonce')
}
