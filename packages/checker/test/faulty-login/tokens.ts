import { createHash } from 'node:crypto'
import { clientOf } from './clients.ts'
import { empty, json, type Answer, type Call } from './messages.ts'
import { oauthError } from './metadata.ts'
import { unguessable, type Grant, type World } from './world.ts'

/** POST /token. @see RFC 6749 sections 4.1.3, 5 and 6, RFC 7636 section 4.6, RFC 8707 section 2.2 */
export function token(call: Call, world: World): Answer {
  if (!call.headers['content-type']?.startsWith('application/x-www-form-urlencoded')) {
    return oauthError('invalid_request')
  }
  const form = new URLSearchParams(call.body)
  const client = clientOf(form.get('client_id'), world)
  if (client === undefined) return oauthError('invalid_client')
  const resource = form.get('resource')
  if (resource !== null && resource !== world.resource) return oauthError('invalid_target')
  const asked = form.get('grant_type')
  if (asked === 'authorization_code') return exchange(form, client.id, world)
  if (asked === 'refresh_token') return refresh(form, client.id, world)
  return oauthError('unsupported_grant_type')
}

function exchange(form: URLSearchParams, client: string, world: World): Answer {
  const code = form.get('code') ?? ''
  const grant = world.codes.get(code)
  world.codes.delete(code)
  if (grant?.client !== client || grant.redirectUri !== form.get('redirect_uri')) {
    return oauthError('invalid_grant')
  }
  const checked = world.settings.verifier === 'checked'
  if (checked && grant.challenge !== null && grant.challenge !== challengeOf(form.get('code_verifier') ?? ''))
    return oauthError('invalid_grant')
  return issue(grant, world)
}

function refresh(form: URLSearchParams, client: string, world: World): Answer {
  const { settings, refreshTokens } = world
  const text = form.get('refresh_token') ?? ''
  const known = refreshTokens.get(text)
  if (known?.grant.client !== client || settings.refresh === 'refused') return oauthError('invalid_grant')
  if (settings.refresh === 'never-dies') return issue(known.grant, world)
  if (known.used) known.grant.revoked = true
  if (known.grant.revoked) return oauthError('invalid_grant')
  if (settings.refresh === 'stays') return issue(known.grant, world, text)
  known.used = true
  return issue(known.grant, world)
}

function issue(grant: Grant, world: World, keep?: string): Answer {
  const refreshToken = keep ?? unguessable('refresh')
  if (keep === undefined) world.refreshTokens.set(refreshToken, { grant, used: false })
  const answer = {
    access_token: accessToken(grant, world),
    token_type: 'Bearer',
    expires_in: world.settings.accessSeconds,
    refresh_token: refreshToken,
    scope: grant.scope,
  }
  return json(200, answer, { 'cache-control': 'no-store', pragma: 'no-cache' })
}

export function accessToken(grant: Grant, world: World): string {
  const text = unguessable('access')
  const expiresAt = world.now().getTime() + world.settings.accessSeconds * 1000
  world.accessTokens.set(text, { grant, expiresAt })
  return text
}

/** The answer with an access token that says for whom it is, and opens what the one in it opened. @see RFC 9068 */
export function asJwt(answer: Answer, audience: string, world: World): Answer {
  const issued = JSON.parse(answer.body) as { access_token: string }
  const known = world.accessTokens.get(issued.access_token)
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')
  const jwt = `${part({ alg: 'ES256' })}.${part({ aud: audience, jti: issued.access_token })}.c2lnbmF0dXJl`
  if (known) world.accessTokens.set(jwt, known)
  return json(answer.status, { ...issued, access_token: jwt }, answer.headers)
}

/** POST /revoke. The answer says nothing about what was known. @see RFC 7009 section 2.2 */
export function revoke(call: Call, world: World): Answer {
  const text = new URLSearchParams(call.body).get('token') ?? ''
  const known = world.accessTokens.get(text) ?? world.refreshTokens.get(text)
  if (known) known.grant.revoked = true
  return empty(200, { 'cache-control': 'no-store' })
}

/** @see RFC 7636 section 4.2 */
export function challengeOf(verifier: string): string {
  return createHash('sha256').update(verifier).digest('base64url')
}
