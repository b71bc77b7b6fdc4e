import {
  deleteClient,
  registerClient,
  type RegisteredClient,
  type RegistrationOutcome,
} from '@connectory/wire'
import type { RegistrationKind, RegistrationTriesFacts, RegistrationTry } from './authorization-facts.ts'
import { isLoopbackHost } from './document.ts'
import { couldNotLook, seen, type Looked } from './evidence.ts'
import type { RegistrationFacts } from './facts.ts'
import { whyNot, type Visit } from './visit.ts'

/** Longer than AUTH-09 allows, so that a slow answer is seen as one. */
const timeoutMs = 15_000

export interface Registered {
  readonly facts: Looked<RegistrationTry>
  readonly client?: RegisteredClient
  readonly outcome?: RegistrationOutcome
  readonly tookMs: number
}

/** Registers a public client. @see RFC 7591 section 3 */
export async function register(
  visit: Visit,
  endpoint: string,
  kind: RegistrationKind,
  redirectUris: readonly string[],
): Promise<Registered> {
  const { fetch, log, signal, now } = visit
  const started = now()
  const took = (): number => Math.max(0, now().getTime() - started.getTime())
  try {
    const request = {
      client_name: kind === 'callback' ? 'Connectory check' : `Connectory check (${kind})`,
      redirect_uris: redirectUris,
      grant_types: ['authorization_code', 'refresh_token'],
      response_types: ['code'],
      token_endpoint_auth_method: 'none',
      ...(kind === 'loopback' ? { application_type: 'native' as const } : {}),
    } as const
    const outcome = await registerClient(endpoint, request, { fetch, evidence: log, signal, timeoutMs })
    return { ...readOutcome(outcome, kind, redirectUris), outcome, tookMs: took() }
  } catch (error) {
    return { facts: whyNot(visit, error, 'step-failed'), tookMs: took() }
  }
}

function readOutcome(
  outcome: RegistrationOutcome,
  kind: RegistrationKind,
  redirectUris: readonly string[],
): Pick<Registered, 'facts' | 'client'> {
  const { status } = outcome
  if (status === undefined) {
    const problem = outcome.state === 'invalid' ? outcome.reason : 'no answer'
    return { facts: couldNotLook('step-failed', { problem }) }
  }
  const client = outcome.state === 'registered' ? outcome.client : undefined
  const kept = client?.document['redirect_uris']
  const accepted =
    client !== undefined && (!Array.isArray(kept) || redirectUris.every((uri) => kept.includes(uri)))
  return { facts: seen({ kind, redirectUris, status, accepted }), ...(client ? { client } : {}) }
}

/** The first registration as AUTH-09 reads it. */
export function asRegistration(
  endpoint: string,
  { facts, client, outcome, tookMs }: Registered,
  cleanedUp: RegistrationFacts['cleanedUp'],
): Looked<RegistrationFacts> {
  if (!facts.looked) return facts
  const excerpt = (outcome?.exchange?.response?.body ?? '').slice(0, 300)
  const { status } = facts.value
  return seen({ endpoint, status, clientId: client !== undefined, tookMs, cleanedUp, excerpt })
}

/** Removes a client again where the server offers that. @see RFC 7592 section 2.3 */
export async function remove(visit: Visit, { client }: Registered): Promise<RegistrationFacts['cleanedUp']> {
  const { fetch, log, signal } = visit
  if (client?.registrationClientUri === undefined) return 'not-offered'
  try {
    const removed = await deleteClient(client, { fetch, evidence: log, signal, timeoutMs })
    return removed ? 'yes' : 'failed'
  } catch (error) {
    whyNot(visit, error)
    return 'failed'
  }
}

/** Redirect addresses through which a code, or a script, gets to somebody else. @see RFC 9700 section 2.1 */
const dangerous = [
  ['script', 'javascript:alert(document.domain)//callback'],
  ['data', 'data:text/html,<script>opener</script>'],
  ['wildcard', 'https://*.client.example/callback'],
  ['plain-http', 'http://client.example/callback'],
  ['fragment', 'https://client.example/callback#fragment'],
] as const satisfies readonly (readonly [RegistrationKind, string])[]

/** Tries to register what no server should take; whatever is taken is removed at once. */
export async function registerDangerous(visit: Visit, endpoint: string): Promise<Registered[]> {
  const tried: Registered[] = []
  for (const [kind, uri] of dangerous) {
    const registered = await register(visit, endpoint, kind, [uri])
    tried.push(registered)
    await remove(visit, registered)
    if (!registered.facts.looked) break
  }
  return tried
}

/** All registrations as rules compare them. A try that got no answer leaves the part incomplete. */
export function asTries(endpoint: string, all: readonly Registered[]): Looked<RegistrationTriesFacts> {
  const tries: RegistrationTry[] = []
  const ids = new Map<string, RegistrationKind>()
  for (const { facts, client } of all) {
    if (!facts.looked) return tries.length === 0 ? facts : seen({ endpoint, tries }, facts.because)
    const { kind } = facts.value
    const first = client && ids.get(client.clientId)
    if (client && first === undefined) ids.set(client.clientId, kind)
    tries.push({ ...facts.value, ...(first === undefined ? {} : { sameClientAs: first }) })
  }
  return seen({ endpoint, tries })
}

/** Two redirect addresses on this machine, by address and by name. @see RFC 8252 section 7.3 */
export const loopbackRedirects = [
  'http://127.0.0.1:33418/callback',
  'http://localhost:33418/callback',
] as const

export function isLoopbackUri(uri: string): boolean {
  return URL.canParse(uri) && isLoopbackHost(new URL(uri).hostname)
}
