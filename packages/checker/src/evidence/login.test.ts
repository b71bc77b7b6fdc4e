import assert from 'node:assert/strict'
import { test } from 'node:test'
import { empty } from '../../test/faulty-login/messages.ts'
import { instead, patched, places, type Change } from '../../test/faulty-login/fault.ts'
import { startPair, type Pair } from '../../test/faulty-login/pair.ts'
import { sentence } from '../../test/sentence.ts'
import {
  checked,
  findingsOf,
  initialized,
  legacyServer,
  problems,
  serve,
  withManners,
} from '../../test/servers.ts'

const login = ['passive', 'login'] as const
const callbackUrl = 'https://directory.example/oauth/callback'

test('a protected server that does everything right is ready, as far as one can look without login', async () => {
  await using pair = await startPair()
  const report = await checked(pair.mcpUrl)
  assert.deepEqual(problems(report), [])
  assert.equal(report.verdict, 'ready')
  assert.equal(report.server.authType, 'oauth')
  assert.equal(findingsOf(report, 'TOOL-01')[0]?.because, 'needs-login')
})

test('with the token of a test account its tools are judged too', async () => {
  await using pair = await startPair()
  const token = pair.issueToken()
  const report = await checked(pair.mcpUrl, { scopes: login, token, callbackUrl })
  assert.deepEqual(problems(report), [])
  assert.equal(report.verdict, 'ready')
  assert.equal(report.server.toolCount, 1)
  assert.equal(JSON.stringify(report).includes(token), false)
})

test('a 401 without challenge and without metadata is not OAuth', async () => {
  await using server = await serve(withManners((_request, response) => void response.writeHead(401).end()))
  const report = await checked(server.url)
  assert.deepEqual(problems(report), ['AUTH-02 no-metadata'])
  assert.equal(report.server.authType, 'other')
  assert.equal(report.verdict, 'blocked')
})

test('an authorization server on a private address is a fault, not a reason to look there', async () => {
  const servers = { authorization_servers: ['http://169.254.169.254/'] }
  await using pair = await startPair(patched(places.resourceMetadata, servers))
  const report = await checked(pair.mcpUrl)
  assert.ok(findingsOf(report, 'AUTH-05').some((finding) => finding.case === 'not-https'))
  assert.equal(findingsOf(report, 'AUTH-06')[0]?.because, 'no-issuer-named')
  assert.equal(JSON.stringify(report.exchanges).includes('169.254.169.254/.well-known'), false)
})

test('a client that the publisher gives replaces registration', async () => {
  const neither = { registration_endpoint: undefined, client_id_metadata_document_supported: false }
  await using pair = await startPair(patched(places.serverMetadata, neither))
  assert.deepEqual(problems(await checked(pair.mcpUrl, { staticClient: true })), [])
})

test('registration uses the callback of the directory, and every client is removed again', async () => {
  const bodies: string[] = []
  await using pair = await startPair(
    instead(places.register, ({ body }) => {
      bodies.push(body)
      return undefined
    }),
  )
  const report = await checked(pair.mcpUrl, { scopes: login, callbackUrl, token: pair.issueToken() })
  assert.equal(findingsOf(report, 'AUTH-09')[0]?.outcome, 'pass')
  assert.ok(bodies[0]?.includes(callbackUrl))
  assert.equal(pair.world.clients.size, 0)
  assert.doesNotMatch(JSON.stringify(report), /registration-[\da-f]{8}/)
})

test('what a wall of visitors or a busy server says about the login is no fault and no pass', async () => {
  for (const answer of [empty(429), empty(503)]) {
    await using pair = await startPair(instead(places.authorize, answer))
    const report = await checked(pair.mcpUrl, { scopes: login, callbackUrl, token: pair.issueToken() })
    for (const rule of ['AUTH-11', 'AUTH-30'])
      assert.deepEqual(
        findingsOf(report, rule).map(({ reason }) => reason),
        ['could-not-look'],
        rule,
      )
  }
})

test('a server that opens for everybody is asked with a bad token where it guards', async () => {
  const guarded = legacyServer(({ method }, request, response) => {
    if (method === 'initialize') return initialized
    return method === 'tools/list'
      ? response.writeHead(request.headers.authorization === undefined ? 401 : 403).end()
      : undefined
  })
  await using server = await serve(guarded)
  const report = await checked(server.url)
  assert.deepEqual(
    findingsOf(report, 'AUTH-15').map(({ params }) => params['status']),
    [403],
  )
  assert.equal(findingsOf(report, 'AUTH-35')[0]?.because, 'opens-for-all')
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
  const asked = async (change: Change, scopes: readonly ('passive' | 'login')[]): Promise<Pair['log']> => {
    await using pair = await startPair(change)
    await checked(pair.mcpUrl, { token: pair.issueToken(), callbackUrl, scopes })
    return pair.log.filter((line) => /register|authorize|consent/.test(line))
  }
  assert.deepEqual(await asked({}, ['passive']), [])
  const inScope = await asked({}, login)
  assert.ok(inScope.includes('POST /register') && inScope.includes('GET /authorize'))
})
