import assert from 'node:assert/strict'
import { test } from 'node:test'
import { startPair } from './pair.ts'
import { askToken, authorizeUrl, exchangeCode, registerAt, walkThroughConsent } from './walk.ts'

const callback = 'http://127.0.0.1:9/callback'

async function connected(pair: Awaited<ReturnType<typeof startPair>>) {
  const client = await registerAt(pair, callback)
  const { url, verifier } = authorizeUrl(pair, client)
  const back = await walkThroughConsent(url)
  const { status, answer } = await exchangeCode(pair, client, back, verifier)
  assert.equal(status, 200)
  const { access_token: access, refresh_token: refresh } = answer as Record<string, string>
  return { client, back, verifier, access: String(access), refresh: String(refresh) }
}

const ping = (url: string, token: string) =>
  fetch(url, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      accept: 'application/json, text/event-stream',
    },
    body: JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'ping' }),
  })

test('a user who allows gets a token that opens the MCP server; state and issuer come back', async () => {
  await using pair = await startPair()
  const { access, back } = await connected(pair)
  assert.equal(back.searchParams.get('state'), 'state-of-a-test')
  assert.equal(back.searchParams.get('iss'), pair.issuer)
  assert.equal((await ping(pair.mcpUrl, access)).status, 200)
  pair.world.advance(3_600_000)
  assert.equal((await ping(pair.mcpUrl, access)).status, 401)
})

test('a user who denies sends the client an error', async () => {
  await using pair = await startPair()
  const { url } = authorizeUrl(pair, await registerAt(pair, callback))
  assert.equal((await walkThroughConsent(url, 'deny')).searchParams.get('error'), 'access_denied')
})

test('a code is good once, for its client, with its verifier', async () => {
  await using pair = await startPair()
  const { client, back, verifier } = await connected(pair)
  assert.equal((await exchangeCode(pair, client, back, verifier)).answer['error'], 'invalid_grant')
  const again = authorizeUrl(pair, client)
  const other = await walkThroughConsent(again.url)
  assert.equal((await exchangeCode(pair, client, other, verifier)).answer['error'], 'invalid_grant')
})

test('a refresh token is replaced, and its second use ends the grant', async () => {
  await using pair = await startPair()
  const { client, refresh, access } = await connected(pair)
  const form = { grant_type: 'refresh_token', refresh_token: refresh, client_id: client.id }
  const first = await askToken(pair.issuer, form)
  assert.equal(first.status, 200)
  assert.notEqual(first.answer['refresh_token'], refresh)
  assert.equal((await askToken(pair.issuer, form)).answer['error'], 'invalid_grant')
  assert.equal((await ping(pair.mcpUrl, access)).status, 401)
})

test('a token for another server is refused, and a revoked one', async () => {
  await using pair = await startPair()
  const foreign = pair.issueToken({ resource: 'https://other.example/mcp' })
  assert.equal((await ping(pair.mcpUrl, foreign)).status, 401)
  const { access } = await connected(pair)
  await fetch(`${pair.issuer}/revoke`, { method: 'POST', body: new URLSearchParams({ token: access }) })
  assert.equal((await ping(pair.mcpUrl, access)).status, 401)
})

test('a redirect address that is not registered gets a page; loopback may change its port', async () => {
  await using pair = await startPair()
  const client = await registerAt(pair, callback)
  const other = authorizeUrl(pair, client, { redirect_uri: 'https://evil.example/callback' })
  await assert.rejects(walkThroughConsent(other.url), /HTTP 400.*redirect address/s)
  const port = authorizeUrl(pair, client, { redirect_uri: 'http://127.0.0.1:10/callback' })
  assert.equal((await walkThroughConsent(port.url)).port, '10')
})

test('without a challenge, with another resource or another response type nobody is asked', async () => {
  await using pair = await startPair()
  const client = await registerAt(pair, callback)
  for (const [name, value, error] of [
    ['response_type', 'token', 'unsupported_response_type'],
    ['code_challenge_method', 'plain', 'invalid_request'],
    ['resource', 'https://other.example/mcp', 'invalid_target'],
    ['prompt', 'none', 'consent_required'],
  ] as const) {
    const { url } = authorizeUrl(pair, client, { [name]: value })
    assert.equal((await walkThroughConsent(url)).searchParams.get('error'), error)
  }
})

test('a client that is its own metadata document needs no registration', async () => {
  await using pair = await startPair()
  const id = 'https://client.example/metadata.json'
  pair.world.documents.set(id, { redirect_uris: [callback] })
  const { url } = authorizeUrl(pair, { id, redirectUri: callback })
  assert.ok((await walkThroughConsent(url)).searchParams.has('code'))
})
