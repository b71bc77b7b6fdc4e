import { reachAnswerSchema, type AskDirectory } from '@connectory/checker'
import type { SafeFetch } from '@connectory/wire'
import { UsageError } from './usage-error.ts'

export interface DirectoryFlags {
  readonly directory?: string
  readonly directoryTokenEnv?: string
}

const defaultVariable = 'CONNECTORY_DIRECTORY_TOKEN'

/**
 * Asks a directory whether it reaches the server (its POST /api/v1/reach). undefined when no directory was named.
 * @throws UsageError for an address or a token that cannot be used
 */
export function directoryToAsk(
  { directory, directoryTokenEnv }: DirectoryFlags,
  environment: Readonly<Record<string, string | undefined>>,
): ((fetch: SafeFetch) => AskDirectory) | undefined {
  if (directory === undefined) {
    if (directoryTokenEnv === undefined) return undefined
    throw new UsageError('--directory-token-env belongs to --directory.')
  }
  if (!URL.canParse(directory) || !/^https?:$/.test(new URL(directory).protocol)) {
    throw new UsageError(
      `--directory is an address such as https://connectors.example.com, not ${JSON.stringify(directory)}.`,
    )
  }
  const endpoint = new URL('/api/v1/reach', directory)
  const variable = directoryTokenEnv ?? defaultVariable
  const token = environment[variable]?.trim()
  if (token === undefined || token === '') {
    const page = new URL('/account/access', directory)
    page.searchParams.set('endpoint', endpoint.href)
    throw new UsageError(
      `The directory answers only signed-in people. Make a token at ${page.href} and put it into the variable ${variable}.`,
    )
  }
  return (fetch) => async (url, signal) => {
    const answer = await fetch.asFetch(endpoint, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ url: url.href }),
      signal,
    })
    const body: unknown = await answer.json().catch(() => undefined)
    const parsed = reachAnswerSchema.safeParse(body)
    if (answer.ok && parsed.success) return parsed.data
    throw new Error(detailOf(body) ?? `${endpoint.href} answered HTTP ${answer.status}.`)
  }
}

/** The sentence of a problem document. @see RFC 9457 */
function detailOf(body: unknown): string | undefined {
  const detail = typeof body === 'object' && body !== null && 'detail' in body ? body.detail : undefined
  return typeof detail === 'string' ? detail : undefined
}
