import { generateKeyPairSync } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { JSONWebKeySet } from 'jose'
import { Provider, type Adapter } from 'oidc-provider'
import { consentPage } from './notes-consent.ts'
import type { NotesState } from './notes-state.ts'

export interface NotesAuthorization {
  callback(): (request: IncomingMessage, response: ServerResponse) => Promise<void>
  /** The page at /sign-in/{uid} and the answer to its form. */
  interaction(request: IncomingMessage, response: ServerResponse): Promise<void>
  readonly publicKeys: JSONWebKeySet
}

/** The authorization server of the demo's notes: oidc-provider with a name field instead of real accounts. */
export function createNotesAuthorization(origin: string, state: NotesState): NotesAuthorization {
  if (state.keys.length === 0) {
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    state.keys.push({ ...privateKey.export({ format: 'jwk' }), kid: 'demo', alg: 'ES256', use: 'sig' })
    state.save()
  }
  const provider = new Provider(origin, {
    adapter: (model) => recordsOf(model, state),
    jwks: { keys: state.keys.map((key) => ({ ...key, kty: 'EC' as const })) },
    clientDefaults: { id_token_signed_response_alg: 'ES256' },
    cookies: { keys: [JSON.stringify(state.keys[0])] },
    scopes: ['notes', 'offline_access'],
    responseTypes: ['code'],
    pkce: { required: () => true },
    findAccount: (_context, id) => ({ accountId: id, claims: () => ({ sub: id }) }),
    interactions: { url: (_context, { uid }) => `/sign-in/${uid}` },
    renderError: (context, { error, error_description: why }) => {
      context.type = 'text/plain'
      context.body = [error, why].filter(Boolean).join(': ')
    },
    issueRefreshToken: (_context, client) => client.grantTypeAllowed('refresh_token'),
    ttl: {
      AccessToken: 3600,
      RefreshToken: 30 * 86_400,
      Grant: 30 * 86_400,
      Session: 86_400,
      Interaction: 600,
    },
    features: {
      devInteractions: { enabled: false },
      registration: { enabled: true },
      revocation: { enabled: true },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => `${origin}/mcp`,
        useGrantedResource: () => true,
        getResourceServerInfo: () => ({
          scope: 'notes',
          audience: `${origin}/mcp`,
          accessTokenFormat: 'jwt',
          jwt: { sign: { alg: 'ES256' } },
        }),
      },
    },
  })
  return {
    callback: () =>
      provider.callback() as (request: IncomingMessage, response: ServerResponse) => Promise<void>,
    interaction: (request, response) => interact(provider, request, response),
    publicKeys: { keys: state.keys.map(({ d: _private, ...open }) => ({ ...open, kty: 'EC' })) },
  }
}

async function interact(
  provider: Provider,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { params, grantId } = await provider.interactionDetails(request, response)
  const client = await provider.Client.find(String(params['client_id']))
  const clientName = client?.clientName ?? String(params['client_id'])
  if (request.method !== 'POST') {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' })
    response.end(await consentPage(clientName))
    return
  }
  const form = new URLSearchParams(Buffer.concat(await request.toArray()).toString('utf8'))
  if (form.get('answer') !== 'allow') {
    await provider.interactionFinished(request, response, {
      error: 'access_denied',
      error_description: 'The person did not allow it.',
    })
    return
  }
  const accountId = form.get('name')?.trim().slice(0, 60) || 'guest'
  const known = grantId === undefined ? undefined : await provider.Grant.find(grantId)
  const grant = known ?? new provider.Grant({ accountId, clientId: String(params['client_id']) })
  grant.addOIDCScope('openid offline_access notes')
  grant.addResourceScope(String(params['resource']), 'notes')
  await provider.interactionFinished(request, response, {
    login: { accountId },
    consent: { grantId: await grant.save() },
  })
}

function recordsOf(model: string, state: NotesState): Adapter {
  const { records } = state
  const save = () => state.save()
  const keyOf = (id: string) => `${model}:${id}`
  const all = () => Object.entries(records)
  return {
    async upsert(id, payload) {
      records[keyOf(id)] = payload
      save()
    },
    async find(id) {
      return records[keyOf(id)]
    },
    async findByUid(uid) {
      return all().find(([key, payload]) => key.startsWith(`${model}:`) && payload.uid === uid)?.[1]
    },
    async findByUserCode() {
      return undefined
    },
    async consume(id) {
      const payload = records[keyOf(id)]
      if (payload !== undefined) payload.consumed = true
      save()
    },
    async destroy(id) {
      delete records[keyOf(id)]
      save()
    },
    async revokeByGrantId(grantId) {
      for (const [key, payload] of all()) if (payload.grantId === grantId) delete records[key]
      save()
    },
  }
}
