/** Dynamic client registration: RFC 7591 section 3 (register), RFC 7592 section 2.3 (delete). */
import { isWireError, type WireError } from '../errors.ts'
import { fetchRecorded, type Exchange } from '../evidence.ts'
import type { JsonObject } from '../json-rpc.ts'
import { parseObject, textIn } from './answer-object.ts'
import type { DiscoveryOptions } from './document.ts'

export interface RegistrationRequest {
  readonly redirect_uris: readonly string[]
  readonly client_name?: string
  readonly client_uri?: string
  readonly logo_uri?: string
  readonly grant_types?: readonly string[]
  readonly response_types?: readonly string[]
  readonly token_endpoint_auth_method?: 'none' | 'client_secret_basic' | 'client_secret_post'
  readonly application_type?: 'web' | 'native'
  readonly scope?: string
  readonly [more: string]: unknown
}

export interface RegisteredClient {
  readonly clientId: string
  readonly clientSecret?: string
  /** Both are needed to delete the client again. */
  readonly registrationAccessToken?: string
  readonly registrationClientUri?: string
  /** The whole answer. It holds secrets: seal it or drop it. */
  readonly document: JsonObject
}

export type RegistrationOutcome =
  | {
      readonly state: 'registered'
      readonly client: RegisteredClient
      readonly status: number
      readonly exchange?: Exchange
    }
  /** The server said no in the words of RFC 7591 section 3.2.2, or with another status. */
  | {
      readonly state: 'refused'
      readonly status: number
      readonly error: string | undefined
      readonly description: string | undefined
      readonly exchange?: Exchange
    }
  /** An answer that is no registration, or none at all. */
  | {
      readonly state: 'invalid'
      readonly reason: string
      readonly status?: number
      readonly error?: WireError
      readonly exchange?: Exchange
    }

/** Registers a client. Never throws for what the server did. */
export async function registerClient(
  endpoint: string,
  request: RegistrationRequest,
  options: DiscoveryOptions,
): Promise<RegistrationOutcome> {
  try {
    const { response, text, exchange } = await fetchRecorded(endpoint, {
      fetch: options.fetch,
      evidence: options.evidence,
      step: 'oauth: client registration',
      method: 'POST',
      headers: { accept: 'application/json', 'content-type': 'application/json' },
      body: JSON.stringify(request),
      timeoutMs: options.timeoutMs ?? 10_000,
      maxBytes: 256 * 1024,
      ...(options.signal && { signal: options.signal }),
    })
    const shared = { status: response.status, ...(exchange && { exchange }) }
    const document = parseObject(text)
    if (response.status !== 200 && response.status !== 201) {
      return {
        state: 'refused',
        ...shared,
        error: textIn(document, 'error'),
        description: textIn(document, 'error_description'),
      }
    }
    const client = document && readClient(document)
    if (client === undefined)
      return {
        state: 'invalid',
        ...shared,
        reason: `${endpoint} answers ${response.status} without a client_id.`,
      }
    return { state: 'registered', ...shared, client }
  } catch (error) {
    if (!isWireError(error) || error.code === 'cancelled') throw error
    return { state: 'invalid', reason: error.message, error }
  }
}

/** Deletes a client that `registerClient` made. False when the server offers no way or refuses. */
export async function deleteClient(client: RegisteredClient, options: DiscoveryOptions): Promise<boolean> {
  const { registrationAccessToken, registrationClientUri } = client
  if (registrationAccessToken === undefined || registrationClientUri === undefined) return false
  options.evidence?.hide(registrationAccessToken)
  try {
    const { response } = await fetchRecorded(registrationClientUri, {
      fetch: options.fetch,
      evidence: options.evidence,
      step: 'oauth: client deletion',
      method: 'DELETE',
      headers: { authorization: `Bearer ${registrationAccessToken}` },
      timeoutMs: options.timeoutMs ?? 10_000,
      ...(options.signal && { signal: options.signal }),
    })
    return response.status === 204 || response.status === 200
  } catch (error) {
    if (!isWireError(error) || error.code === 'cancelled') throw error
    return false
  }
}

function readClient(document: JsonObject): RegisteredClient | undefined {
  const clientId = textIn(document, 'client_id')
  if (clientId === undefined || clientId === '') return undefined
  const clientSecret = textIn(document, 'client_secret')
  const registrationAccessToken = textIn(document, 'registration_access_token')
  const registrationClientUri = textIn(document, 'registration_client_uri')
  return {
    clientId,
    ...(clientSecret !== undefined && { clientSecret }),
    ...(registrationAccessToken !== undefined && { registrationAccessToken }),
    ...(registrationClientUri !== undefined && { registrationClientUri }),
    document,
  }
}
