import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { startDocuments } from '../../test/servers/authorization.ts'
import type { RunningServer } from '../../test/servers/listen.ts'
import { createSafeFetch } from '../safe-fetch.ts'
import { discoverAuthorization } from './discover-authorization.ts'
import { compareResource } from './resource-indicator.ts'
import { serverMetadataUrls } from './server-metadata.ts'

const fetch = createSafeFetch({ allowLoopback: true })
const running: RunningServer[] = []
after(async () => {
  for (const server of running) await server.close()
  await fetch.close()
})

const resource = (origin: string) => ({
  resource: `${origin}/mcp`,
  authorization_servers: [`${origin}/as`],
  scopes_supported: ['a'],
})
const issuer = (origin: string, more = {}) => ({
  issuer: `${origin}/as`,
  authorization_endpoint: `${origin}/authorize`,
  token_endpoint: `${origin}/token`,
  response_types_supported: ['code'],
  code_challenge_methods_supported: ['S256'],
  ...more,
})
const prm = '/.well-known/oauth-protected-resource/mcp'
const as = '/.well-known/oauth-authorization-server/as'
const discover = async (
  documents: Parameters<typeof startDocuments>[0],
  challenge?: (origin: string) => string,
) => {
  const server = await startDocuments(documents)
  running.push(server)
  return discoverAuthorization(`${server.origin}/mcp`, {
    fetch,
    ...(challenge && { challenge: challenge(server.origin) }),
  })
}

test('a well-kept server is found by path, with its scopes', async () => {
  const found = await discover((origin) => ({ [prm]: resource(origin), [as]: issuer(origin) }))
  assert.deepEqual(found.scopes, ['a'])
  assert.equal(found.resourceMetadata.via, 'path')
  assert.match(found.resource, /\/mcp$/)
})

test('the challenge decides where to look and which scopes to ask for', async () => {
  const found = await discover(
    (origin) => ({ '/here': resource(origin), [as]: issuer(origin) }),
    (origin) => `Basic realm="x", Bearer resource_metadata="${origin}/here", scope="r w"`,
  )
  assert.equal(found.resourceMetadata.via, 'challenge')
  assert.deepEqual(found.scopes, ['r', 'w'])
})

test('an HTML page at a well-known address sends us to the next one', async () => {
  const found = await discover((origin) => ({
    [prm]: '<!doctype html>',
    '/.well-known/oauth-protected-resource': resource(origin),
    [as]: '<!doctype html>',
    '/.well-known/openid-configuration/as': '<!doctype html>',
    '/as/.well-known/openid-configuration': issuer(origin),
  }))
  assert.equal(found.resourceMetadata.via, 'root')
  assert.equal(found.attempts.length, 5)
})

const refusals: Readonly<Record<string, readonly [Parameters<typeof startDocuments>[0], string]>> = {
  'no resource metadata': [(origin) => ({ [as]: issuer(origin) }), 'no-authorization-server'],
  'resource metadata without authorization servers': [
    (origin) => ({ [prm]: { resource: `${origin}/mcp` } }),
    'bad-resource-metadata',
  ],
  'a resource on another origin': [
    (origin) => ({ [prm]: { ...resource(origin), resource: 'https://other.test/mcp' } }),
    'resource-mismatch',
  ],
  'an HTML page everywhere instead of resource metadata': [
    (origin) => ({ [prm]: '<p>', '/.well-known/oauth-protected-resource': '<p>', [as]: issuer(origin) }),
    'no-authorization-server',
  ],
  'resource metadata that cannot be got (HTTP 503)': [
    (origin) => ({ [prm]: 503, '/.well-known/oauth-protected-resource': 503, [as]: issuer(origin) }),
    'no-authorization-server',
  ],
  'no server metadata, though /authorize and /token may be there': [
    (origin) => ({ [prm]: resource(origin), '/authorize': '<p>', '/token': {}, '/register': {} }),
    'bad-server-metadata',
  ],
  'no server metadata': [(origin) => ({ [prm]: resource(origin) }), 'bad-server-metadata'],
  'another issuer': [
    (origin) => ({ [prm]: resource(origin), [as]: issuer(origin, { issuer: 'https://other.test' }) }),
    'issuer-mismatch',
  ],
  'no PKCE advertised': [
    (origin) => ({
      [prm]: resource(origin),
      [as]: issuer(origin, { code_challenge_methods_supported: undefined }),
    }),
    'no-pkce',
  ],
  'plain PKCE only': [
    (origin) => ({
      [prm]: resource(origin),
      [as]: issuer(origin, { code_challenge_methods_supported: ['plain'] }),
    }),
    'no-pkce',
  ],
  'client_credentials only': [
    (origin) => ({
      [prm]: resource(origin),
      [as]: issuer(origin, { grant_types_supported: ['client_credentials'] }),
    }),
    'no-code-flow',
  ],
  'an http endpoint on a public host': [
    (origin) => ({
      [prm]: resource(origin),
      [as]: issuer(origin, { authorization_endpoint: 'http://a.test/authorize' }),
    }),
    'unsafe-endpoint',
  ],
  'a file: endpoint': [
    (origin) => ({
      [prm]: resource(origin),
      [as]: issuer(origin, { authorization_endpoint: 'file:///etc/passwd' }),
    }),
    'unsafe-endpoint',
  ],
  'a data: endpoint': [
    (origin) => ({
      [prm]: resource(origin),
      [as]: issuer(origin, { authorization_endpoint: 'data:text/html,hello' }),
    }),
    'unsafe-endpoint',
  ],
  'a vbscript: endpoint': [
    (origin) => ({
      [prm]: resource(origin),
      [as]: issuer(origin, { authorization_endpoint: 'vbscript:msgbox' }),
    }),
    'unsafe-endpoint',
  ],
  'a javascript: endpoint': [
    (origin) => ({
      [prm]: resource(origin),
      [as]: issuer(origin, { token_endpoint: 'javascript:alert(1)' }),
    }),
    'unsafe-endpoint',
  ],
  'an authorization server at the metadata address of a cloud': [
    (origin) => ({ [prm]: { ...resource(origin), authorization_servers: ['http://169.254.169.254'] } }),
    'unsafe-endpoint',
  ],
  'an authorization server on a private network': [
    (origin) => ({ [prm]: { ...resource(origin), authorization_servers: ['https://10.0.0.1'] } }),
    'bad-server-metadata',
  ],
}
for (const [name, [documents, code]] of Object.entries(refusals)) {
  test(`${name} is refused with ${code}`, async () => {
    await assert.rejects(discover(documents), (error: { code: string; facts: { attempts: unknown[] } }) => {
      assert.equal(error.code, code)
      assert.ok(error.facts.attempts.length > 0)
      return true
    })
  })
}

test('a second authorization server is taken when the first cannot be used', async () => {
  const found = await discover((origin) => ({
    [prm]: { ...resource(origin), authorization_servers: ['https://10.0.0.1', `${origin}/as`] },
    [as]: issuer(origin),
  }))
  assert.match(found.issuer, /\/as$/)
})

test('issuers are looked up in the order of the specification', () => {
  assert.deepEqual(serverMetadataUrls('https://a.test/t'), [
    'https://a.test/.well-known/oauth-authorization-server/t',
    'https://a.test/.well-known/openid-configuration/t',
    'https://a.test/t/.well-known/openid-configuration',
  ])
  assert.equal(serverMetadataUrls('https://a.test').length, 2)
  assert.deepEqual(serverMetadataUrls('file:///x'), [])
})

test('resources are compared as facts', () => {
  const table = [
    ['https://a.test/mcp', 'exact'],
    ['https://A.test:443/mcp', 'canonical'],
    ['https://a.test', 'parent'],
    ['https://a.test/mc', 'other-path'],
    ['https://b.test/mcp', 'other-origin'],
    ['mcp', 'malformed'],
  ] as const
  for (const [stated, match] of table)
    assert.equal(compareResource(stated, 'https://a.test/mcp'), match, stated)
})
