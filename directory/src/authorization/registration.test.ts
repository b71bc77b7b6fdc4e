import assert from 'node:assert/strict'
import { test } from 'node:test'
import { authorizationBed, type AuthorizationBed } from '../../test/authorization-bed.ts'

async function register(bed: AuthorizationBed, body: unknown) {
  const response = await fetch(new URL('/oauth/register', bed.url), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
  const answer = (await response.json()) as Readonly<Record<string, unknown>>
  return { status: response.status, answer, headers: response.headers }
}

const loopback = 'http://localhost:41000/callback'

for (const [what, body] of [
  ['only redirect URIs', { redirect_uris: ['https://app.example/cb'] }],
  ['a loopback redirect without application_type', { redirect_uris: [loopback] }],
  [
    'a mix of https and loopback',
    { redirect_uris: ['https://app.example/cb', 'http://127.0.0.1:1/cb', loopback] },
  ],
  ['a scheme of its own', { redirect_uris: ['cursor://anysphere.cursor-retrieval/oauth/callback'] }],
  ['scopes that we do not know', { redirect_uris: [loopback], scope: 'files:read mcp:tools' }],
  [
    'grant types that we do not have',
    {
      redirect_uris: [loopback],
      grant_types: ['authorization_code', 'urn:ietf:params:oauth:grant-type:device_code'],
    },
  ],
  ['links that are no links', { redirect_uris: [loopback], client_uri: 'soon', logo_uri: '', tos_uri: 7 }],
  ['the wrong application type', { redirect_uris: [loopback], application_type: 'web' }],
  ['a software statement', { redirect_uris: [loopback], software_statement: 'x.y.z', software_id: 'x' }],
] as const) {
  test(`a client that sends ${what} is registered`, async () => {
    await using bed = await authorizationBed()
    const { status, answer } = await register(bed, body)
    assert.equal(status, 201, JSON.stringify(answer))
    assert.deepEqual(answer['redirect_uris'], body.redirect_uris)
    assert.deepEqual(answer['grant_types'], ['authorization_code', 'refresh_token'])
  })
}

for (const [what, body, error] of [
  ['no redirect URI', { client_name: 'x' }, 'invalid_redirect_uri'],
  ['plain http to another host', { redirect_uris: ['http://app.example/cb'] }, 'invalid_redirect_uri'],
  ['a fragment', { redirect_uris: ['https://app.example/cb#x'] }, 'invalid_redirect_uri'],
  ['a javascript: address', { redirect_uris: ['javascript:alert(1)//x'] }, 'invalid_redirect_uri'],
  ['no JSON', 'redirect_uris=x', 'invalid_request'],
  ['a list', [], 'invalid_request'],
  ['more than 32 KB', { redirect_uris: [loopback], client_name: 'x'.repeat(40_000) }, 'invalid_request'],
] as const) {
  test(`a registration with ${what} is refused with ${error}`, async () => {
    await using bed = await authorizationBed()
    const { status, answer } = await register(bed, body)
    assert.equal(status, 400, JSON.stringify(answer))
    assert.equal(answer['error'], error)
    assert.equal(typeof answer['error_description'], 'string')
    const { rows } = await bed.database.pool.query('select count(*)::int as clients from oidc_record')
    assert.deepEqual(rows, [{ clients: 0 }])
  })
}

test('a client name cannot hide or turn the words around it', async () => {
  await using bed = await authorizationBed()
  const name = 'Good\u202Ednuof\u0000\n\u200B app  '
  const { answer } = await register(bed, { redirect_uris: [loopback], client_name: name })
  assert.equal(answer['client_name'], 'Gooddnuof app')
})

test('one address registers 30 clients in an hour, then waits', async () => {
  await using bed = await authorizationBed()
  const statuses: number[] = []
  for (let count = 0; count < 31; count += 1) {
    statuses.push((await register(bed, { redirect_uris: [loopback] })).status)
  }
  assert.deepEqual(statuses, [...Array.from({ length: 30 }, () => 201), 429])
  bed.clock.advance(3600_000)
  assert.equal((await register(bed, { redirect_uris: [loopback] })).status, 201)
})

test('a client that nobody let in is gone after a day', async () => {
  await using bed = await authorizationBed()
  const { answer } = await register(bed, { redirect_uris: [loopback] })
  bed.clock.advance(25 * 3600_000)
  const url = new URL('/oauth/authorize', bed.url)
  url.search = new URLSearchParams({
    client_id: String(answer['client_id']),
    response_type: 'code',
    redirect_uri: loopback,
    resource: bed.notes.href,
    code_challenge: 'x'.repeat(43),
    code_challenge_method: 'S256',
  }).toString()
  const response = await fetch(url, { headers: { accept: 'application/json' } })
  assert.equal(response.status, 400)
  assert.match(await response.text(), /invalid_client/)
  await bed.authorization.deleteExpired()
  const { rows } = await bed.database.pool.query('select count(*)::int as clients from oidc_record')
  assert.deepEqual(rows, [{ clients: 0 }])
})
