import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { after, test } from 'node:test'
import { listen, type RunningServer } from '../../test/servers/listen.ts'
import { createEvidenceLog } from '../evidence.ts'
import { createSafeFetch } from '../safe-fetch.ts'
import { authorizationUrl, scopesToAsk } from './authorization-request.ts'
import { answerFault, readAuthorizationAnswer } from './authorization-response.ts'
import { createPkce, unguessable } from './pkce.ts'
import { revokeToken } from './revocation.ts'
import { requestToken, type OAuthClient } from './token-request.ts'

const fetch = createSafeFetch({ allowLoopback: true })
const running: RunningServer[] = []
after(async () => {
  for (const server of running) await server.close()
  await fetch.close()
})

interface Asked {
  readonly headers: IncomingMessage['headers']
  readonly form: URLSearchParams
}

/** A token endpoint that says what the test wants, and keeps what it was asked. */
async function endpoint(
  status: number,
  answer: string,
): Promise<{ readonly url: string; readonly asked: Asked[] }> {
  const asked: Asked[] = []
  const server = await listen(async (request, response) => {
    const body = Buffer.concat(await request.toArray()).toString()
    asked.push({ headers: request.headers, form: new URLSearchParams(body) })
    response.writeHead(status, { 'content-type': 'application/json' }).end(answer)
  })
  running.push(server)
  return { url: `${server.origin}/token`, asked }
}

const publicClient: OAuthClient = { id: 'client', method: 'none' }
const resource = 'https://mcp.test/mcp'
const refresh = { type: 'refresh_token', refreshToken: 'refresh-1' } as const

test('the challenge is the SHA-256 of the verifier, and no two are alike', () => {
  const { verifier, challenge } = createPkce()
  assert.match(verifier, /^[\w-]{43}$/)
  assert.equal(challenge, createHash('sha256').update(verifier).digest('base64url'))
  assert.notEqual(unguessable(), unguessable())
})

test('the authorization request carries everything, and keeps the query of the endpoint', () => {
  const url = new URL(
    authorizationUrl({
      endpoint: 'https://as.test/authorize?tenant=a%20b',
      clientId: 'client',
      redirectUri: 'http://127.0.0.1:9/callback',
      state: 'state',
      challenge: 'challenge',
      resource,
      scopes: ['read', 'write'],
    }),
  )
  assert.deepEqual(Object.fromEntries(url.searchParams), {
    tenant: 'a b',
    response_type: 'code',
    client_id: 'client',
    redirect_uri: 'http://127.0.0.1:9/callback',
    state: 'state',
    code_challenge: 'challenge',
    code_challenge_method: 'S256',
    resource,
    scope: 'read write',
  })
})

test('offline_access is asked for where it is offered, and once', () => {
  assert.deepEqual(scopesToAsk(['a'], { scopesSupported: undefined }), ['a'])
  assert.deepEqual(scopesToAsk(['a'], { scopesSupported: ['offline_access'] }), ['a', 'offline_access'])
  assert.deepEqual(scopesToAsk(['offline_access'], { scopesSupported: ['offline_access'] }), [
    'offline_access',
  ])
})

const answers = [
  ['state=s&iss=https://as.test&code=c', { state: 'same', iss: 'same', code: 'c' }, undefined],
  ['state=s&code=c', { state: 'same', iss: 'missing', code: 'c' }, 'iss'],
  ['state=s&iss=https://evil.test&code=c', { state: 'same', iss: 'different', code: 'c' }, 'iss'],
  ['code=c', { state: 'missing', iss: 'missing', code: 'c' }, 'state'],
  ['state=s&state=s&code=c', { state: 'different', iss: 'missing', code: 'c' }, 'state'],
  ['state=s&iss=https://as.test&code=c&code=d', { state: 'same', iss: 'same' }, undefined],
  [
    'state=s&iss=https://as.test&error=access_denied',
    { state: 'same', iss: 'same', error: 'access_denied' },
    undefined,
  ],
] as const

for (const [query, expected, fault] of answers) {
  test(`the answer ?${query} is read as it is${fault ? `, and not used because of ${fault}` : ''}`, () => {
    const read = readAuthorizationAnswer(new URL(`http://127.0.0.1:9/callback?${query}`), {
      state: 's',
      issuer: 'https://as.test',
    })
    assert.deepEqual(read, expected)
    assert.equal(answerFault(read, true), fault)
  })
}

test('without a promise of iss a client does without it', () => {
  assert.equal(answerFault({ state: 'same', iss: 'missing' }, false), undefined)
})

test('a client shows who it is in the way that it was registered for', async () => {
  const { url, asked } = await endpoint(200, '{"access_token":"t"}')
  for (const method of ['none', 'client_secret_basic', 'client_secret_post'] as const) {
    const client = { id: 'a:b', secret: 's p', method }
    await requestToken({ endpoint: url, client, grant: refresh, resource }, { fetch })
  }
  const shown = asked.map(({ headers, form }) => [
    headers.authorization,
    form.get('client_id'),
    form.get('client_secret'),
  ])
  assert.deepEqual(shown, [
    [undefined, 'a:b', null],
    [`Basic ${Buffer.from('a%3Ab:s+p').toString('base64')}`, null, null],
    [undefined, 'a:b', 's p'],
  ])
  for (const { form } of asked) assert.equal(form.get('resource'), resource)
})

const outcomes = [
  [200, '{"access_token":"t","expires_in":"60","refresh_token":""}', 'issued'],
  [400, '{"error":"invalid_grant"}', 'refused'],
  [200, '{"error":"invalid_grant"}', 'refused'],
  [500, '<h1>Oops</h1>', 'refused'],
  [200, '<h1>Hello</h1>', 'invalid'],
  [200, '{"access_token":7}', 'invalid'],
] as const

for (const [status, body, state] of outcomes) {
  test(`HTTP ${status} with ${body} is ${state}`, async () => {
    const { url } = await endpoint(status, body)
    const outcome = await requestToken(
      { endpoint: url, client: publicClient, grant: refresh, resource },
      { fetch },
    )
    assert.equal(outcome.state, state)
    if (outcome.state === 'issued') assert.deepEqual(outcome.tokens, { accessToken: 't', expiresIn: 60 })
  })
}

test('a token endpoint that cannot be reached is an outcome, not an exception', async () => {
  const { url } = await endpoint(200, '')
  await running.pop()?.close()
  const outcome = await requestToken(
    { endpoint: url, client: publicClient, grant: refresh, resource },
    { fetch },
  )
  assert.equal(outcome.state, 'invalid')
})

test('what is sent and what comes is hidden from the evidence, also where it is repeated later', async () => {
  const evidence = createEvidenceLog({ now: () => new Date(0) })
  const { url } = await endpoint(
    200,
    '{"access_token":"access/1+2=","refresh_token":"refresh-2","note":"refresh-1"}',
  )
  await requestToken({ endpoint: url, client: publicClient, grant: refresh, resource }, { fetch, evidence })
  await revokeToken(url, 'access/1+2=', publicClient, { fetch, evidence })
  const text = JSON.stringify(evidence.exchanges)
  for (const secret of ['refresh-1', 'refresh-2', 'access/1+2=', 'access%2F1%2B2%3D'])
    assert.ok(!text.includes(secret), text)
  assert.equal(evidence.clean(String.raw`{"a":"access\/1+2="}`), '{"a":"[masked]"}')
})
