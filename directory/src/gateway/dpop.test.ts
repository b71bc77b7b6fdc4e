import assert from 'node:assert/strict'
import { test } from 'node:test'
import { until } from '../../../test/until.ts'
import { startDpopServer, type DpopServer, type DpopServerOptions } from '../../test/dpop-server.ts'
import { gatewayBed, modern, type GatewayBed } from '../../test/gateway-bed.ts'
import { signIn } from '../../test/visit.ts'
import type { Viewer } from '../kernel/index.ts'
import { endSession } from './end-session.ts'

interface Stage extends AsyncDisposable {
  readonly server: DpopServer
  readonly bed: GatewayBed
  /** Signs in; with the token for our endpoint. */
  connect(name: string): Promise<{ readonly viewer: Viewer; readonly token: string }>
}

async function stage(options: DpopServerOptions = {}): Promise<Stage> {
  const server = await startDpopServer(options)
  const bed = await gatewayBed()
  const { connections } = bed.connections
  bed.connections.list('tool', server.url)
  return {
    server,
    bed,
    async connect(name) {
      const viewer = bed.connections.person(name)
      const begun = await connections.begin(viewer, 'tool')
      assert.ok(begun.kind === 'continue', JSON.stringify(begun))
      const callback = begun.to.searchParams.get('redirect_uri') ?? ''
      const outcome = await connections.callback(viewer, await signIn(begun.to, callback, 'allow'))
      assert.equal(outcome.kind, 'connected', JSON.stringify(outcome))
      return { viewer, token: bed.token(viewer, 'tool') }
    },
    async [Symbol.asyncDispose]() {
      for (const part of [bed, server]) await part[Symbol.asyncDispose]()
    },
  }
}

const callOf = (name = 'echo') => modern('tools/call', { name, arguments: { a: 1 } })

test('each call has a proof of its own, which says nothing of its person, here and in another process', async () => {
  await using it = await stage()
  const { bed, server } = it
  const sent = []
  for (const name of ['ada', 'bob']) {
    const { token } = await it.connect(name)
    const { body, headers } = callOf()
    const named = { ...headers, 'user-agent': `${name}/1`, dpop: 'a proof of the caller' }
    for (const process of ['post', 'post', 'postElsewhere'] as const)
      assert.match(await (await bed[process]('tool', token, body, named)).text(), /"result"/)
    sent.push(server.proven.at(-1) ?? assert.fail())
  }
  assert.deepEqual(server.refusals, [])
  for (const { claims } of server.proven)
    assert.deepEqual(Object.keys(claims).toSorted(), ['ath', 'htm', 'htu', 'iat', 'jti'])
  const [one, two] = sent.map(({ received: { headers, body } }) => {
    const { authorization: _token, dpop: _proof, ...rest } = headers
    return { rest, body }
  })
  assert.deepEqual(one, two)
  assert.equal(new Set(server.proven.map(({ thumbprint }) => thumbprint)).size, 2)
})

test('a nonce that the server wants is told once and remembered; another one costs one repetition', async () => {
  await using it = await stage()
  const { bed, server } = it
  const { token } = await it.connect('ada')
  const { body, headers } = callOf()
  const call = async () => await (await bed.post('tool', token, body, headers)).text()
  assert.match(await call(), /"result"/)
  for (const nonce of ['one', 'two']) {
    server.wantNonce(nonce)
    for (let calls = 0; calls < 3; calls += 1) assert.match(await call(), /"result"/)
    assert.equal(server.proven.at(-1)?.claims['nonce'], nonce)
  }
  assert.deepEqual(server.refusals, ['use_dpop_nonce', 'use_dpop_nonce'])
  // A nonce was missing; that is no reason to renew a token, and none to lose it.
  assert.deepEqual(server.login.tokenRequests, ['authorization_code'])
})

test('nonces that are good once serve calls at the same time', async () => {
  await using it = await stage()
  const { bed, server } = it
  const { token } = await it.connect('ada')
  const { body, headers } = callOf()
  const call = async () => await (await bed.post('tool', token, body, headers)).text()
  assert.match(await call(), /"result"/)
  server.wantNonce()
  for (let round = 0; round < 3; round += 1) {
    const many = Array.from({ length: 10 }, () => call())
    for (const text of await Promise.all(many)) assert.match(text, /"result"/)
  }
  // Calls that begin while others are refused, too: what a refusal brings is for the call that was refused.
  const streams = Array.from({ length: 8 }, async () => {
    for (let calls = 0; calls < 25; calls += 1) assert.match(await call(), /"result"/)
  })
  await Promise.all(streams)
  assert.deepEqual(server.login.tokenRequests, ['authorization_code'])
})

test('a refused token is renewed with the key and the call repeated; one that stays refused needs the person', async () => {
  await using it = await stage()
  const { bed, server } = it
  const { token } = await it.connect('ada')
  const { body, headers } = callOf()
  const call = async () => await (await bed.post('tool', token, body, headers)).text()
  assert.match(await call(), /"result"/)
  const { authorization = '' } = server.proven.at(-1)?.received.headers ?? {}
  server.login.refused.add(authorization.replace('DPoP ', ''))
  assert.match(await call(), /"result"/)
  assert.deepEqual(server.refusals, ['invalid_token'])
  assert.deepEqual(server.login.tokenRequests, ['authorization_code', 'refresh_token'])
  server.login.forget('RefreshToken')
  const again = server.proven.at(-1)?.received.headers.authorization ?? ''
  server.login.refused.add(again.replace('DPoP ', ''))
  assert.match(await call(), /Connect again at/)
})

test('every request of a session is proven: its opening, calls, stream and end, under a nonce that changes', async () => {
  await using it = await stage({ era: 'legacy' })
  const { bed, server } = it
  const { token } = await it.connect('ada')
  const change = (() => {
    let turn = 0
    return () => server.wantNonce(`n${(turn += 1)}`)
  })()
  change()
  const params = {
    protocolVersion: '2025-11-25',
    capabilities: {},
    clientInfo: { name: 'adas', version: '1' },
  }
  const opened = await bed.post('tool', token, { jsonrpc: '2.0', id: 0, method: 'initialize', params })
  const session = opened.headers.get('mcp-session-id') ?? assert.fail(await opened.text())
  const headers = { 'mcp-session-id': session, 'mcp-protocol-version': '2025-11-25' }
  change()
  const initialized = { jsonrpc: '2.0', method: 'notifications/initialized' }
  assert.equal((await bed.post('tool', token, initialized, headers)).status, 202)
  change()
  const call = { jsonrpc: '2.0', id: 5, method: 'tools/call', params: { name: 'echo', arguments: {} } }
  assert.match(await (await bed.post('tool', token, call, headers)).text(), /"id":5/)
  const authorization = `Bearer ${token}`
  for (const method of ['GET', 'DELETE']) {
    change()
    const accept = 'text/event-stream'
    const answer = await fetch(bed.endpoint('tool'), {
      method,
      headers: { ...headers, authorization, accept },
    })
    assert.equal(answer.status, 200, await answer.text())
  }
  const proven = server.proven.map(({ received, claims }) => [claims['htm'], received.message.method])
  assert.deepEqual(proven.slice(-5), [
    ['POST', 'initialize'],
    ['POST', 'notifications/initialized'],
    ['POST', 'tools/call'],
    ['GET', undefined],
    ['DELETE', undefined],
  ])
  assert.deepEqual(new Set(server.refusals), new Set(['use_dpop_nonce']))
})

test('across eras too: the session that the gateway opens, what it cancels there, and its end', async () => {
  await using it = await stage({ era: 'legacy' })
  const { bed, server } = it
  const { viewer, token } = await it.connect('ada')
  server.wantNonce('n')
  const { body, headers } = callOf()
  assert.match(await (await bed.post('tool', token, body, headers)).text(), /"result"/)
  const slow = callOf('slow')
  const leaving = new AbortController()
  const left = fetch(bed.endpoint('tool'), {
    method: 'POST',
    headers: { ...slow.headers, 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify(slow.body),
    signal: leaving.signal,
  }).catch(() => undefined)
  const sent = (method: string) => server.proven.filter(({ received }) => received.message.method === method)
  await until(() => sent('tools/call').length === 2)
  leaving.abort()
  await left
  await until(() => sent('notifications/cancelled').length === 1)
  const session = sent('tools/call')[0]?.received.headers['mcp-session-id']
  const [connection] = await bed.connections.connections.list(viewer)
  const opened = { protocolVersion: '2025-11-25', session: { id: String(session) } }
  await endSession(
    bed.connections,
    { connection: connection?.id ?? assert.fail(), serverUrl: server.url },
    opened as Parameters<typeof endSession>[2],
  )
  assert.equal(server.proven.at(-1)?.claims['htm'], 'DELETE')
  assert.deepEqual(new Set(server.refusals), new Set(['use_dpop_nonce']))
})
