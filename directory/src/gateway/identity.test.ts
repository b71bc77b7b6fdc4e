import assert from 'node:assert/strict'
import { test } from 'node:test'
import { gatewayBed, modern } from '../../test/gateway-bed.ts'
import { startOidcServer } from '../../test/login-server.ts'
import { reply, scriptedServer, type Received } from '../../test/scripted-server.ts'
import { signIn } from '../../test/visit.ts'

/** A server behind a login that does what it is told with a call: answer, or send the caller elsewhere. */
async function loginBed(elsewhere: string) {
  const login = await startOidcServer()
  let redirect = 0
  const server = await scriptedServer(
    'modern',
    ({ message, headers }, response, request) => {
      const origin = `http://${headers.host}`
      const metadata = `${origin}/.well-known/oauth-protected-resource/mcp`
      if (request.url?.startsWith('/.well-known/') === true) {
        if (request.url !== new URL(metadata).pathname) return reply(response, 404, {})
        return reply(response, 200, { resource: `${origin}/mcp`, authorization_servers: [login.issuer] })
      }
      if (headers.authorization === undefined) {
        return reply(response, 401, {}, { 'www-authenticate': `Bearer resource_metadata="${metadata}"` })
      }
      if (message.method === 'server/discover') {
        const result = {
          resultType: 'complete',
          supportedVersions: ['2026-07-28'],
          capabilities: { tools: {} },
        }
        return reply(response, 200, { jsonrpc: '2.0', id: message.id, result })
      }
      if (redirect > 0) return reply(response, redirect, {}, { location: elsewhere })
      reply(response, 200, {
        jsonrpc: '2.0',
        id: message.id,
        result: { resultType: 'complete', content: [] },
      })
    },
    { opening: 'script' },
  )
  const bed = await gatewayBed()
  bed.connections.list('tool', server.url)
  return {
    bed,
    server,
    answerWith: (status: number) => void (redirect = status),
    async connect(name: string) {
      const viewer = bed.connections.person(name)
      const begun = await bed.connections.connections.begin(viewer, 'tool')
      assert.ok(begun.kind === 'continue', JSON.stringify(begun))
      const callback = begun.to.searchParams.get('redirect_uri') ?? ''
      const outcome = await bed.connections.connections.callback(
        viewer,
        await signIn(begun.to, callback, 'allow'),
      )
      assert.equal(outcome.kind, 'connected', JSON.stringify(outcome))
      return bed.token(viewer, 'tool')
    },
    async [Symbol.asyncDispose]() {
      for (const part of [bed, server, login]) await part[Symbol.asyncDispose]()
    },
  }
}

/** Everything of a request but the token. */
function withoutToken({ rawHeaders, body }: Received): string {
  const headers = rawHeaders.map((text) => (text.startsWith('Bearer ') ? 'Bearer …' : text))
  return JSON.stringify([headers, body])
}

test('behind a login two users differ in nothing but their tokens, and a token follows no redirect to another origin', async () => {
  await using other = await scriptedServer('modern', (_received, response) => reply(response, 200, {}))
  await using it = await loginBed(other.url)
  const { bed, server } = it
  const sent: Received[] = []
  for (const [name, headers] of [
    [
      'ada',
      { 'accept-language': 'de', 'user-agent': 'ada/1', 'x-forwarded-for': '192.0.2.7', 'x-plan': 'team' },
    ],
    [
      'bob',
      { 'accept-language': 'es', 'user-agent': 'bob/2', cookie: 'plan=free', forwarded: 'for=192.0.2.8' },
    ],
  ] as const) {
    const token = await it.connect(name)
    const call = modern('tools/call', { name: 'x', arguments: { a: 1 } }, { 'com.example/user': name })
    assert.match(
      await (await bed.post('tool', token, call.body, { ...call.headers, ...headers })).text(),
      /"result"/,
    )
    sent.push(server.received.at(-1) ?? assert.fail())
  }
  const [one, two] = sent
  assert.ok(one && two)
  assert.notEqual(one.headers.authorization, two.headers.authorization)
  assert.equal(withoutToken(one), withoutToken(two))

  const token = await it.connect('eve')
  const call = modern('tools/call', { name: 'x', arguments: {} })
  for (const status of [301, 302, 307, 308]) {
    it.answerWith(status)
    const answer = await bed.post('tool', token, call.body, call.headers)
    assert.match(await answer.text(), /"error"/)
  }
  assert.deepEqual(other.received, [])
})

test('a list is asked for in the name of each person, although its server calls it public', async () => {
  let asked = 0
  await using server = await scriptedServer('modern', ({ message: { id } }, response) => {
    const result = { resultType: 'complete', tools: [], cacheScope: 'public', ttlMs: (asked += 1) }
    reply(response, 200, { jsonrpc: '2.0', id, result })
  })
  await using bed = await gatewayBed()
  bed.connections.list('tool', server.url)
  const list = modern('tools/list')
  for (const name of ['ada', 'bob']) {
    const viewer = bed.connections.person(name)
    await bed.connect(viewer, 'tool')
    const text = await (await bed.post('tool', bed.token(viewer, 'tool'), list.body, list.headers)).text()
    assert.match(text, new RegExp(`"ttlMs":${asked}}`))
  }
  assert.equal(asked, 2)
})
