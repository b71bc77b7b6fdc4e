import type { FetchTurns } from './fetch-turns.ts'
import { normalClientMetadata } from './client-metadata.ts'

const maxBytes = 32 * 1024

/**
 * The provider's way out, through the guarded fetch: client ID metadata documents and client keys. Its own dispatcher
 * is left behind, and a document is brought into the form that this server understands.
 */
export function metadataFetch(
  fetch: typeof globalThis.fetch,
  turns: Pick<FetchTurns, 'take'>,
): typeof globalThis.fetch {
  return async (input, init) => {
    await turns.take()
    const response = await fetch(input, {
      method: 'GET',
      headers: { accept: 'application/json' },
      redirect: 'manual',
      ...(init?.signal === undefined ? {} : { signal: init.signal }),
    })
    if (response.status !== 200) return response
    const text = await response.text()
    if (text.length > maxBytes) throw new Error(`The document has more than ${maxBytes} bytes.`)
    return new Response(normalised(text), { status: 200, headers: keptHeaders(response) })
  }
}

function normalised(text: string): string {
  const document: unknown = JSON.parse(text)
  if (typeof document !== 'object' || document === null || !('client_id' in document)) return text
  const metadata = document as Readonly<Record<string, unknown>>
  // A shared secret in a public document is a mistake that the provider names; it must see it.
  const { client_secret, token_endpoint_auth_method } = metadata
  const secretMethod =
    typeof token_endpoint_auth_method === 'string' && token_endpoint_auth_method.startsWith('client_secret')
  return JSON.stringify({
    ...normalClientMetadata(metadata, 'document'),
    ...(client_secret === undefined ? {} : { client_secret }),
    ...(secretMethod ? { token_endpoint_auth_method } : {}),
  })
}

function keptHeaders(response: Response): Headers {
  const headers = new Headers({ 'content-type': 'application/json' })
  for (const name of ['cache-control', 'expires']) {
    const value = response.headers.get(name)
    if (value !== null) headers.set(name, value)
  }
  return headers
}
