/** Token revocation: RFC 7009 section 2. */
import { isWireError } from '../errors.ts'
import { fetchRecorded } from '../evidence.ts'
import type { DiscoveryOptions } from './document.ts'
import { clientForm, clientHeaders, type OAuthClient } from './token-request.ts'

/** Gives a token back. False when the server refused or did not answer. */
export async function revokeToken(
  endpoint: string,
  token: string,
  client: OAuthClient,
  options: DiscoveryOptions,
): Promise<boolean> {
  options.evidence?.hide(token)
  const form = new URLSearchParams({ token, ...clientForm(client) })
  try {
    const { response } = await fetchRecorded(endpoint, {
      fetch: options.fetch,
      evidence: options.evidence,
      step: 'oauth: token revocation',
      method: 'POST',
      headers: clientHeaders(client),
      body: form.toString(),
      timeoutMs: options.timeoutMs ?? 10_000,
      maxBytes: 64 * 1024,
      ...(options.signal && { signal: options.signal }),
    })
    return response.status >= 200 && response.status <= 299
  } catch (error) {
    if (!isWireError(error) || error.code === 'cancelled') throw error
    return false
  }
}
