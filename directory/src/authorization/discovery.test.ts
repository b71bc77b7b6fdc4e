import assert from 'node:assert/strict'
import { once } from 'node:events'
import { request } from 'node:http'
import { text } from 'node:stream/consumers'
import { test } from 'node:test'
import { authorizationBed } from '../../test/authorization-bed.ts'

const places = [
  '/.well-known/oauth-authorization-server/oauth',
  '/.well-known/openid-configuration/oauth',
  '/oauth/.well-known/oauth-authorization-server',
  '/oauth/.well-known/openid-configuration',
]

for (const place of places) {
  test(`the metadata at ${place} name this issuer and its addresses`, async () => {
    await using bed = await authorizationBed()
    const response = await fetch(new URL(place, bed.url))
    const metadata = (await response.json()) as Readonly<Record<string, unknown>>
    assert.equal(metadata['issuer'], `${bed.url.origin}/oauth`)
    assert.equal(metadata['authorization_endpoint'], `${bed.url.origin}/oauth/authorize`)
    assert.equal(metadata['token_endpoint'], `${bed.url.origin}/oauth/token`)
    assert.equal(metadata['registration_endpoint'], `${bed.url.origin}/oauth/register`)
    assert.equal(metadata['revocation_endpoint'], `${bed.url.origin}/oauth/revoke`)
    assert.deepEqual(metadata['code_challenge_methods_supported'], ['S256'])
    assert.deepEqual(metadata['scopes_supported'], ['mcp', 'offline_access'])
    assert.equal(metadata['authorization_response_iss_parameter_supported'], true)
    assert.ok(!('client_id_metadata_document_supported' in metadata), 'on plain http CIMD is not offered')
    assert.equal(response.headers.get('access-control-allow-origin'), '*')
  })
}

test('forged Host and X-Forwarded headers change no address', async () => {
  await using bed = await authorizationBed()
  const headers = {
    host: 'evil.example',
    'x-forwarded-host': 'evil.example',
    'x-forwarded-proto': 'https',
    'x-forwarded-for': '203.0.113.9',
    forwarded: 'host=evil.example;proto=https',
  }
  for (const path of [...places, '/oauth/authorize?client_id=x', '/oauth/jwks']) {
    const sent = request(new URL(path, bed.url), { headers }).end()
    const [response] = await once(sent, 'response')
    const answer = JSON.stringify(response.headers) + (await text(response))
    assert.ok(!answer.includes('evil.example'), path)
    assert.ok(!answer.includes('https://127'), path)
  }
})
