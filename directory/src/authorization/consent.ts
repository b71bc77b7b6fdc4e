import type { IncomingMessage, ServerResponse } from 'node:http'
import { errors } from 'oidc-provider'
import { inTransaction, Problem, writeAudit, type Viewer } from '../kernel/index.ts'
import type { AuthorizationContext } from './create-authorization.ts'
import { lifetimes } from './provider.ts'
import { keepClient } from './record-store.ts'
import { insertGrant } from './store.ts'

/** What a person is asked to agree to. */
export interface ConsentRequest {
  readonly uid: string
  readonly client: string
  readonly clientName: string
  /** How we know who the client is: a document at its own address, or only its own word. */
  readonly identity: { readonly kind: 'document'; readonly host: string } | { readonly kind: 'registered' }
  readonly redirect: URL
  readonly endpoint: string
  readonly endpointName: string
  /** All that the person connects, now and later. */
  readonly everything: boolean
  readonly scopes: readonly string[]
}

export interface NodeExchange {
  readonly request: IncomingMessage
  readonly response: ServerResponse
}

const gone = 'This request for access has expired or was answered. Start it again in the app.'

/** The request that this browser brought, by its cookie; Problem('not-found') when it has none or it has ended. */
export async function readConsent(
  context: AuthorizationContext,
  { request, response }: NodeExchange,
  uid: string,
): Promise<ConsentRequest> {
  const { provider } = await context.current()
  const interaction = await provider.interactionDetails(request, response).catch((error: unknown) => {
    if (error instanceof errors.SessionNotFound) throw new Problem('not-found', gone, { cause: error })
    throw error
  })
  const { params } = interaction
  const resource = params['resource']
  const client = await provider.Client.find(String(params['client_id']))
  if (interaction.uid !== uid || client === undefined || typeof resource !== 'string') {
    throw new Problem('not-found', gone)
  }
  const endpoint = await context.endpointAt(resource)
  if (endpoint === undefined)
    throw new Problem('not-found', 'The MCP endpoint of this request does not exist any more.')
  const { clientId } = client
  return {
    uid,
    client: clientId,
    clientName: client.clientName ?? (URL.canParse(clientId) ? new URL(clientId).host : clientId),
    identity: clientId.startsWith('https://')
      ? { kind: 'document', host: new URL(clientId).host }
      : { kind: 'registered' },
    redirect: new URL(String(params['redirect_uri'])),
    endpoint: resource,
    endpointName: endpoint.name,
    everything: endpoint.everything === true,
    scopes: typeof params['scope'] === 'string' ? params['scope'].split(' ') : ['mcp'],
  }
}

/** Writes the grant and says where the browser goes on. */
export async function allow(
  context: AuthorizationContext,
  exchange: NodeExchange,
  viewer: Viewer,
  consent: ConsentRequest,
): Promise<string> {
  const { db, clock } = context
  const { provider } = await context.current()
  const grant = new provider.Grant({ accountId: viewer.person, clientId: consent.client })
  grant.addOIDCScope(consent.scopes.join(' '))
  grant.addResourceScope(consent.endpoint, 'mcp')
  const id = await grant.save()
  const at = clock.now()
  await inTransaction(db, async (trx) => {
    await insertGrant(trx, {
      id,
      kind: 'client',
      client: consent.client,
      clientName: consent.clientName.slice(0, 120),
      endpoint: consent.endpoint,
      scopes: consent.scopes,
      createdAt: at,
      // Until the first token; each token moves it on.
      expiresAt: new Date(at.getTime() + lifetimes.Interaction * 1000),
      person: viewer.person,
      organisation: viewer.organisation,
    })
    await keepClient(trx, clock, consent.client)
    await writeAudit(trx, context, {
      organisation: viewer.organisation,
      actor: { kind: 'person', id: viewer.person },
      action: 'authorization.allow',
      subject: `grant:${id}`,
      reason: `Allowed ${consent.clientName} to use ${consent.endpointName}.`,
      detail: { client: consent.client, endpoint: consent.endpoint },
    })
  })
  const { request, response } = exchange
  const result = { login: { accountId: viewer.person, remember: false }, consent: { grantId: id } }
  return await provider.interactionResult(request, response, result, { mergeWithLastSubmission: false })
}

export async function deny(
  context: AuthorizationContext,
  { request, response }: NodeExchange,
): Promise<string> {
  const { provider } = await context.current()
  const result = { error: 'access_denied', error_description: 'the person did not allow it' }
  return await provider.interactionResult(request, response, result, { mergeWithLastSubmission: false })
}
