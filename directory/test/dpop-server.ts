import { createHash, randomUUID } from 'node:crypto'
import type { ServerResponse } from 'node:http'
import {
  calculateJwkThumbprint,
  createRemoteJWKSet,
  decodeProtectedHeader,
  importJWK,
  jwtVerify,
  type JWK,
  type JWTPayload,
} from 'jose'
import { startOidcServer, type LoginServer, type LoginServerOptions } from './login-server.ts'
import { reply, scriptedServer, type Received, type Script, type ScriptedServer } from './scripted-server.ts'
import { sessionful } from './sessionful-server.ts'

/** A request whose token and proof were found good. */
export interface Proven {
  readonly received: Received
  readonly claims: JWTPayload
  readonly thumbprint: string
}

/** An MCP server that takes only tokens that oidc-provider has bound to a key, each time with a proof of that key. */
export interface DpopServer extends ScriptedServer {
  readonly login: LoginServer
  readonly proven: readonly Proven[]
  /** Why requests were refused, in order; those without a token apart. */
  readonly refusals: readonly string[]
  /** From now on it wants this nonce in a proof; without one, any that it has given and nobody has used. */
  wantNonce(nonce?: string): void
}

export interface DpopServerOptions {
  readonly era?: 'modern' | 'legacy'
  /** How it says that it wants bound tokens: in its metadata (default), or by its challenge alone. */
  readonly says?: 'metadata' | 'challenge'
  readonly login?: LoginServerOptions
}

export async function startDpopServer(options: DpopServerOptions = {}): Promise<DpopServer> {
  const { era = 'modern', says = 'metadata' } = options
  const login = await startOidcServer(options.login)
  const keys = createRemoteJWKSet(new URL(`${login.issuer}/jwks`))
  const proven: Proven[] = []
  const refusals: string[] = []
  const seen = new Set<string>()
  let wanted: 'none' | 'unused' | { readonly nonce: string } = 'none'
  const unused = new Set<string>()
  const isWanted = (nonce: unknown): boolean => {
    if (wanted === 'unused') return unused.delete(String(nonce))
    return wanted === 'none' || nonce === wanted.nonce
  }
  const giveNonce = (response: ServerResponse): void => {
    if (wanted === 'none') return
    const nonce = wanted === 'unused' ? randomUUID() : wanted.nonce
    unused.add(nonce)
    response.setHeader('dpop-nonce', nonce)
  }
  const inner = era === 'modern' ? answerModern : answerLegacy()
  const script: Script = async (received, response, request) => {
    const address = `http://${received.headers.host}/mcp`
    if (request.url?.startsWith('/.well-known/') === true) {
      if (!request.url.endsWith('oauth-protected-resource/mcp')) return reply(response, 404, {})
      const required = {
        dpop_bound_access_tokens_required: true,
        dpop_signing_alg_values_supported: ['ES256'],
      }
      const document = { resource: address, authorization_servers: [login.issuer] }
      return reply(response, 200, says === 'metadata' ? { ...document, ...required } : document)
    }
    if (received.headers.authorization === undefined) return challenge(response, says)
    try {
      const one = await prove(received, { address, issuer: login.issuer, keys })
      if (login.refused.has(one.token)) throw new Error('invalid_token')
      if (seen.has(String(one.claims.jti))) throw new Error('replayed')
      seen.add(String(one.claims.jti))
      if (!isWanted(one.claims['nonce'])) throw new Error('use_dpop_nonce')
      proven.push(one)
    } catch (error) {
      const why = error instanceof Error ? error.message : ''
      refusals.push(why)
      giveNonce(response)
      return reply(response, 401, {}, { 'www-authenticate': `DPoP error="${why}"` })
    }
    giveNonce(response)
    await inner(received, response, request)
  }
  const server = await scriptedServer(era, script, { opening: 'script' })
  return {
    ...server,
    login,
    proven,
    refusals,
    wantNonce: (nonce) => void (wanted = nonce === undefined ? 'unused' : { nonce }),
    async [Symbol.asyncDispose]() {
      await server[Symbol.asyncDispose]()
      await login[Symbol.asyncDispose]()
    },
  }
}

function challenge(response: ServerResponse, says: DpopServerOptions['says']): void {
  const scheme = says === 'challenge' ? 'DPoP algs="ES256"' : 'Bearer'
  reply(response, 401, {}, { 'www-authenticate': scheme })
}

interface Expected {
  readonly address: string
  readonly issuer: string
  readonly keys: ReturnType<typeof createRemoteJWKSet>
}

/** @see RFC 9449 section 4.3. @throws what is wrong */
async function prove(
  received: Received,
  { address, issuer, keys }: Expected,
): Promise<Proven & { token: string }> {
  const { headers, rawHeaders, method } = received
  const token = /^DPoP (\S+)$/.exec(headers.authorization ?? '')?.[1]
  if (token === undefined) throw new Error(`scheme ${headers.authorization?.split(' ')[0]}`)
  const proofs = rawHeaders.filter((_text, at) => rawHeaders[at - 1]?.toLowerCase() === 'dpop')
  const [proof] = proofs
  if (proof === undefined || proofs.length > 1) throw new Error(`${proofs.length} proofs`)
  const { alg = '', jwk } = decodeProtectedHeader(proof) as { alg?: string; jwk?: JWK }
  if (jwk === undefined || 'd' in jwk) throw new Error('no public key')
  const options = { typ: 'dpop+jwt', algorithms: ['ES256'], maxTokenAge: 300 }
  const { payload: claims } = await jwtVerify(proof, await importJWK(jwk, alg), options)
  const thumbprint = await calculateJwkThumbprint(jwk)
  const { payload } = await jwtVerify(token, keys, { issuer, audience: address })
  const confirmed = (payload['cnf'] as { jkt?: string } | undefined)?.jkt
  const expected = {
    htm: method,
    htu: address,
    ath: createHash('sha256').update(token).digest('base64url'),
    confirmed: thumbprint,
  }
  const found: Record<string, unknown> = { ...claims, confirmed }
  for (const [name, value] of Object.entries(expected)) if (found[name] !== value) throw new Error(name)
  return { received, claims, thumbprint, token }
}

const answerModern: Script = ({ message }, response) => {
  const { id, method } = message
  const discovered = { supportedVersions: ['2026-07-28'], capabilities: { tools: {} } }
  if (method === 'initialize') {
    const error = { code: -32022, message: 'No.', data: { supported: ['2026-07-28'] } }
    return reply(response, 400, { jsonrpc: '2.0', id, error })
  }
  const tools = [{ name: 'echo', inputSchema: { type: 'object' } }]
  const results: Readonly<Record<string, object>> = { 'server/discover': discovered, 'tools/list': { tools } }
  const result = { resultType: 'complete', ...(results[method ?? ''] ?? { content: [] }) }
  reply(response, 200, { jsonrpc: '2.0', id, result })
}

/** With sessions, a stream of each and their end. */
function answerLegacy(): Script {
  const { script } = sessionful()
  return (received, response, request) => {
    if (received.method === 'DELETE') return void response.writeHead(200).end()
    if (received.method !== 'GET') return script(received, response, request)
    const changed = { jsonrpc: '2.0', method: 'notifications/tools/list_changed' }
    response.writeHead(200, { 'content-type': 'text/event-stream' })
    response.end(`data: ${JSON.stringify(changed)}\n\n`)
  }
}
