import assert from 'node:assert/strict'
import type { RequestListener } from 'node:http'
import { test } from 'node:test'
import { sentence } from '../../test/sentence.ts'
import {
  checked,
  findingsOf,
  goodTool,
  initialized,
  legacyServer,
  problems,
  readBody,
  serve,
} from '../../test/servers.ts'

interface Faults {
  readonly challenge?: string | null
  readonly resource?: object | null
  readonly metadata?: object
  readonly unknownClient?: readonly [number, object]
  readonly badTokenStatus?: number
  readonly registration?: readonly [number, object]
}

const token = 'token-of-the-test-account'

/** A protected server and its authorization server in one; `log` sees every request. */
function protectedServer(faults: Faults = {}, log: string[] = []): RequestListener {
  const mcp = legacyServer(({ method }) => {
    if (method === 'initialize') return initialized
    return method === 'tools/list' ? { tools: [goodTool()] } : undefined
  })
  return (request, response) => {
    const origin = `http://${request.headers.host}`
    const { pathname } = new URL(request.url ?? '/', origin)
    log.push(`${request.method} ${pathname}`)
    const json = (status: number, value: object) => {
      response.writeHead(status, { 'content-type': 'application/json' })
      response.end(JSON.stringify(value))
    }
    const asMetadata = {
      issuer: origin,
      authorization_endpoint: `${origin}/authorize`,
      token_endpoint: `${origin}/token`,
      registration_endpoint: `${origin}/register`,
      code_challenge_methods_supported: ['S256'],
      ...faults.metadata,
    }
    switch (`${request.method} ${pathname}`) {
      case 'GET /.well-known/oauth-protected-resource/mcp':
        if (faults.resource === null) return json(404, {})
        return json(200, faults.resource ?? { resource: `${origin}/mcp`, authorization_servers: [origin] })
      case 'GET /.well-known/oauth-authorization-server':
        return faults.metadata === undefined || Object.keys(faults.metadata).length > 0
          ? json(200, asMetadata)
          : json(404, {})
      case 'POST /token':
        return json(...(faults.unknownClient ?? [401, { error: 'invalid_client' }]))
      case 'POST /register':
        return void readBody(request).then((body) => {
          log.push(body)
          const client = {
            registration_client_uri: `${origin}/register/1`,
            registration_access_token: 'remove-me-now',
          }
          json(...(faults.registration ?? [201, { client_id: '1', ...client }]))
        })
      case 'DELETE /register/1':
        return void response
          .writeHead(request.headers.authorization === 'Bearer remove-me-now' ? 204 : 401)
          .end()
    }
    if (pathname !== '/mcp') return json(404, {})
    const { authorization } = request.headers
    if (authorization === `Bearer ${token}`) return mcp(request, response)
    const status = authorization === undefined ? 401 : (faults.badTokenStatus ?? 401)
    const resource = `${origin}/.well-known/oauth-protected-resource/mcp`
    const challenge =
      faults.challenge === undefined ? `Bearer resource_metadata="${resource}"` : faults.challenge
    response.writeHead(status, challenge === null ? {} : { 'www-authenticate': challenge }).end()
  }
}

const login = ['passive', 'login'] as const
const callbackUrl = 'https://directory.example/oauth/callback'

test('a protected server that does everything right is ready, as far as one can look without login', async () => {
  await using server = await serve(protectedServer())
  const report = await checked(server.url)
  assert.deepEqual(problems(report), [])
  assert.equal(report.verdict, 'ready')
  assert.equal(report.server.authType, 'oauth')
  assert.equal(findingsOf(report, 'TOOL-01')[0]?.because, 'needs-login')
})

test('with the token of a test account its tools are judged too', async () => {
  await using server = await serve(protectedServer())
  const report = await checked(server.url, { scopes: login, token, callbackUrl })
  assert.deepEqual(problems(report), [])
  assert.equal(report.verdict, 'ready')
  assert.equal(report.server.toolCount, 1)
  assert.equal(JSON.stringify(report).includes(token), false)
})

test('a 401 without challenge and without metadata is not OAuth', async () => {
  await using server = await serve((_request, response) => void response.writeHead(401).end())
  const report = await checked(server.url)
  assert.deepEqual(problems(report), ['AUTH-02 no-metadata'])
  assert.equal(report.server.authType, 'other')
  assert.equal(report.verdict, 'blocked')
})

for (const [fault, faults, expected] of [
  ['an API key scheme', { challenge: 'ApiKey', resource: null, metadata: {} }, ['AUTH-02 other-scheme']],
  ['no challenge although there is metadata', { challenge: null }, ['AUTH-04 found-elsewhere']],
  [
    'only client_credentials',
    { metadata: { grant_types_supported: ['client_credentials'] } },
    ['AUTH-03 no-grant'],
  ],
  ['no PKCE', { metadata: { code_challenge_methods_supported: ['plain'] } }, ['AUTH-07 other']],
  ['no way to a client', { metadata: { registration_endpoint: undefined } }, ['AUTH-08 none']],
  ['another issuer', { metadata: { issuer: 'https://as.example' } }, ['AUTH-06 issuer']],
  [
    'an endpoint without https',
    { metadata: { authorization_endpoint: 'http://as.example/a' } },
    ['AUTH-06 not-https'],
  ],
  [
    'another error for an unknown client',
    { unknownClient: [400, { error: 'invalid_grant' }] },
    ['AUTH-14 error'],
  ],
  ['200 for a bad token', { badTokenStatus: 200 }, ['AUTH-15 accepted']],
  ['403 for a bad token', { badTokenStatus: 403 }, ['AUTH-15 other']],
] as const satisfies readonly (readonly [string, Faults, readonly string[]])[]) {
  test(`a login with ${fault} is named by one rule`, async () => {
    await using server = await serve(protectedServer(faults))
    const report = await checked(server.url)
    assert.deepEqual(
      problems(report).map((line) => line.split(' ').slice(0, 2).join(' ')),
      expected,
    )
    assert.equal(report.verdict, expected[0] === 'AUTH-04 found-elsewhere' ? 'ready' : 'blocked')
  })
}

test('metadata that speaks of another address is named', async () => {
  await using server = await serve(protectedServer({ resource: { resource: 'https://other.example/mcp' } }))
  const report = await checked(server.url)
  assert.deepEqual(
    findingsOf(report, 'AUTH-05').map((finding) => finding.case),
    ['resource', 'servers'],
  )
})

test('an authorization server on a private address is a fault, not a reason to look there', async () => {
  const servers = { authorization_servers: ['http://169.254.169.254/'] }
  await using server = await serve(protectedServer({ resource: servers }))
  const report = await checked(server.url)
  assert.ok(findingsOf(report, 'AUTH-05').some((finding) => finding.case === 'not-https'))
  assert.equal(findingsOf(report, 'AUTH-06')[0]?.because, 'no-issuer-named')
})

test('a client that the publisher gives replaces registration', async () => {
  await using server = await serve(protectedServer({ metadata: { registration_endpoint: undefined } }))
  assert.deepEqual(problems(await checked(server.url, { staticClient: true })), [])
})

test('registration uses the callback of the directory, and the client is removed again', async () => {
  const log: string[] = []
  await using server = await serve(protectedServer({}, log))
  const report = await checked(server.url, { scopes: login, callbackUrl, token })
  assert.equal(findingsOf(report, 'AUTH-09')[0]?.outcome, 'pass')
  assert.ok(log.some((line) => line.includes(callbackUrl)))
  assert.ok(log.includes('DELETE /register/1'))
  assert.equal(JSON.stringify(report).includes('remove-me-now'), false)
})

test('a registration that is refused is named', async () => {
  await using server = await serve(protectedServer({ registration: [403, { error: 'access_denied' }] }))
  const report = await checked(server.url, { scopes: login, callbackUrl, token })
  assert.deepEqual(
    findingsOf(report, 'AUTH-09').map((finding) => finding.case),
    ['refused'],
  )
})

test('a server that opens for everybody and guards only its tools is protected', async () => {
  const guarded = legacyServer(({ method }, _request, response) => {
    if (method === 'initialize') return initialized
    return method === 'tools/list' ? response.writeHead(401).end() : undefined
  })
  await using server = await serve(guarded)
  const report = await checked(server.url)
  assert.equal(findingsOf(report, 'AUTH-02')[0]?.outcome, 'fail')
  assert.equal(findingsOf(report, 'TRN-03')[0]?.outcome, 'pass')
})

sentence('14.1', async () => {
  const log: string[] = []
  await using server = await serve(protectedServer({}, log))
  await checked(server.url, { token, callbackUrl })
  assert.deepEqual(
    log.filter((line) => line.includes('/register')),
    [],
  )
  await checked(server.url, { token, callbackUrl, scopes: login })
  assert.deepEqual(
    log.filter((line) => line.includes('/register')),
    ['POST /register', 'DELETE /register/1'],
  )
})
