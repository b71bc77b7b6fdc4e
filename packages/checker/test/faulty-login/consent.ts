import { clientOf, mayRedirect } from './clients.ts'
import { html, redirect, type Answer, type Call } from './messages.ts'
import { scopes, unguessable, type Grant, type Pending, type World } from './world.ts'

/** GET /authorize: the consent page, an error page, or an error for the client. @see RFC 6749 section 4.1.1, RFC 7636, RFC 8707 */
export function authorize({ url }: Call, world: World): Answer {
  const ask = url.searchParams
  const client = clientOf(ask.get('client_id'), world)
  if (client === undefined) return errorPage('This client is not known here (invalid_client).')
  const redirectUri = ask.get('redirect_uri') ?? ''
  const pending: Pending = {
    client: client.id,
    redirectUri,
    state: ask.get('state'),
    challenge: ask.get('code_challenge'),
    resource: ask.get('resource') ?? world.resource,
    scope: ask.get('scope') ?? scopes.join(' '),
  }
  if (!mayRedirect(client, redirectUri, world.settings)) {
    if (world.settings.badRedirect === 'bounce' && URL.canParse(redirectUri)) {
      return answerClient(pending, { error: 'invalid_request' }, world)
    }
    return errorPage('The redirect address is not registered for this client (invalid redirect_uri).')
  }
  const error = faultOf(ask, pending, world)
  if (error !== undefined) return answerClient(pending, { error }, world)
  if (world.settings.consent === 'skipped') return grant(pending, world)
  const id = unguessable('request')
  world.pending.set(id, pending)
  return html(200, consentPage(id, redirectUri))
}

function faultOf(ask: URLSearchParams, pending: Pending, world: World): string | undefined {
  if (ask.get('response_type') !== 'code') return 'unsupported_response_type'
  const { challenge, resource, scope } = pending
  if (challenge === null && world.settings.challenge === 'required') return 'invalid_request'
  if (challenge !== null && ask.get('code_challenge_method') !== 'S256') return 'invalid_request'
  if (resource !== world.resource) return 'invalid_target'
  const known: readonly string[] = scopes
  if (!scope.split(' ').every((each) => known.includes(each))) return 'invalid_scope'
  return ask.get('prompt') === 'none' ? 'consent_required' : undefined
}

/** POST /consent: what the user's click sends. */
export function consent(call: Call, world: World): Answer {
  const form = new URLSearchParams(call.body)
  const id = form.get('request') ?? ''
  const pending = world.pending.get(id)
  if (pending === undefined) return errorPage('This page was answered before, or is too old.')
  world.pending.delete(id)
  if (form.get('answer') === 'allow') return grant(pending, world)
  return answerClient(pending, { error: 'access_denied' }, world)
}

function grant(pending: Pending, world: World): Answer {
  const code = unguessable('code')
  const granted: Grant = { ...pending, subject: 'ada', revoked: false }
  world.codes.set(code, granted)
  return answerClient(pending, { code }, world)
}

/** @see RFC 6749 section 4.1.2, RFC 9207 section 2 */
function answerClient(
  { redirectUri, state }: Pending,
  outcome: Readonly<Record<string, string>>,
  { settings, issuer }: World,
): Answer {
  const back = new URL(redirectUri)
  for (const [name, value] of Object.entries(outcome)) back.searchParams.set(name, value)
  if (state !== null && settings.state !== 'lost') {
    back.searchParams.set('state', settings.state === 'changed' ? `${state}.1` : state)
  }
  if (settings.iss !== 'missing') {
    back.searchParams.set('iss', settings.iss === 'foreign' ? 'https://as.invalid' : issuer)
  }
  return redirect(back)
}

function consentPage(id: string, redirectUri: string): string {
  const { host } = new URL(redirectUri)
  return `<!doctype html><html lang="en"><title>Notes</title><h1>May this client read your notes?</h1>
<p>You will be sent to ${host.replaceAll('<', '&lt;')}.</p>
<form method="post" action="/consent"><input type="hidden" name="request" value="${id}">
<button name="answer" value="allow">Allow</button><button name="answer" value="deny">Deny</button></form></html>`
}

function errorPage(sentence: string): Answer {
  return html(
    400,
    `<!doctype html><html lang="en"><title>Error</title><h1>Error</h1><p>${sentence}</p></html>`,
  )
}
