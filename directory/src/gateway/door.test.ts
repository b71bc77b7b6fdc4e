import assert from 'node:assert/strict'
import { test } from 'node:test'
import { until } from '../../../test/until.ts'
import { gatewayBed, modern, type GatewayBed } from '../../test/gateway-bed.ts'
import { reply, scriptedServer } from '../../test/scripted-server.ts'
import { startOidcServer } from '../../test/login-server.ts'
import { signIn } from '../../test/visit.ts'
import type { Viewer } from '../kernel/index.ts'

const list = modern('tools/list')
const nothing = (id: unknown) => ({ jsonrpc: '2.0', id, result: { resultType: 'complete', tools: [] } })

async function errorOf(
  answer: Response,
): Promise<{ code: number; message: string; data?: { connectUrl?: string } }> {
  return ((await answer.json()) as { error: { code: number; message: string } }).error
}

test('without a token, or with one for another connector, the way to a token is shown', async () => {
  await using bed = await gatewayBed()
  const ada = bed.connections.person('ada')
  bed.connections.list('one', 'http://127.0.0.1:1/mcp')
  bed.connections.list('two', 'http://127.0.0.1:1/mcp')
  const metadata = `${bed.origin}/.well-known/oauth-protected-resource/c/one/mcp`
  const bare = await bed.post('one', undefined, list.body, { ...list.headers, cookie: 'session=1' })
  assert.equal(bare.status, 401)
  assert.equal(bare.headers.get('www-authenticate'), `Bearer resource_metadata="${metadata}"`)
  const foreign = await bed.post('one', bed.token(ada, 'two'), list.body, list.headers)
  assert.equal(foreign.status, 401)
  assert.match(
    foreign.headers.get('www-authenticate') ?? '',
    /error="invalid_token", error_description="wrong-audience"/,
  )
  const query = await fetch(`${bed.endpoint('one').href}?access_token=${bed.token(ada, 'one')}`, {
    method: 'POST',
  })
  assert.equal(query.status, 401)
  assert.deepEqual(await (await fetch(metadata)).json(), {
    resource: `${bed.origin}/c/one/mcp`,
    authorization_servers: [`${bed.origin}/oauth`],
    bearer_methods_supported: ['header'],
    resource_name: 'ONE · Connectory',
  })
  assert.equal((await bed.post('three', bed.token(ada, 'one'), list.body)).status, 404)
  assert.equal((await fetch(metadata.replace('one', 'three'))).status, 404)
})

test('who is not connected gets the link to connect, and a record', async () => {
  await using bed = await gatewayBed()
  const ada = bed.connections.person('ada')
  bed.connections.list('tool', 'http://127.0.0.1:1/mcp')
  const error = await errorOf(await bed.post('tool', bed.token(ada, 'tool'), list.body, list.headers))
  assert.equal(error.code, -32010)
  assert.equal(error.data?.connectUrl, `${bed.origin}/connect/tool`)
  assert.match(error.message, /Connect at http/)
  assert.equal((await bed.records(ada))[0]?.status, 'not-connected')
})

test("two people, and two organisations of one person, never use each other's connection", async () => {
  await using server = await scriptedServer('modern', ({ message }, response) =>
    reply(response, 200, nothing(message.id)),
  )
  await using bed = await gatewayBed()
  const [ada, bob] = [bed.connections.person('ada'), bed.connections.person('bob')]
  const adaAtWork = { ...bob, person: ada.person }
  bed.connections.list('tool', server.url)
  await bed.connect(ada, 'tool')
  assert.equal((await bed.post('tool', bed.token(ada, 'tool'), list.body, list.headers)).status, 200)
  for (const other of [bob, adaAtWork]) {
    const error = await errorOf(await bed.post('tool', bed.token(other, 'tool'), list.body, list.headers))
    assert.equal(error.code, -32010)
  }
})

test('a page of a strange origin is refused, one on this machine may read the answer', async () => {
  await using server = await scriptedServer('modern', ({ message }, response) =>
    reply(response, 200, nothing(message.id)),
  )
  await using bed = await gatewayBed()
  const ada = bed.connections.person('ada')
  bed.connections.list('tool', server.url)
  await bed.connect(ada, 'tool')
  const token = bed.token(ada, 'tool')
  for (const origin of ['https://evil.example', 'null', 'http://127.0.0.1.evil.example', 'file://']) {
    const answer = await bed.post('tool', token, list.body, { ...list.headers, origin })
    assert.equal(answer.status, 403, origin)
    assert.equal(answer.headers.get('access-control-allow-origin'), null)
  }
  const origin = 'http://localhost:6274'
  const answer = await bed.post('tool', token, list.body, { ...list.headers, origin })
  assert.equal(answer.status, 200)
  assert.equal(answer.headers.get('access-control-allow-origin'), origin)
  assert.equal(answer.headers.get('access-control-allow-credentials'), null)
  const preflight = await fetch(bed.endpoint('tool'), {
    method: 'OPTIONS',
    headers: {
      origin,
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'mcp-param-region, x-other',
    },
  })
  assert.equal(preflight.status, 204)
  assert.match(
    preflight.headers.get('access-control-allow-headers') ?? '',
    /authorization.*mcp-param-region$/,
  )
})

test('malformed, oversized and contradictory messages are refused before the server hears of them', async () => {
  await using server = await scriptedServer('modern', ({ message }, response) =>
    reply(response, 200, nothing(message.id)),
  )
  await using bed = await gatewayBed({ requestBytes: 2000 })
  const ada = bed.connections.person('ada')
  bed.connections.list('tool', server.url)
  await bed.connect(ada, 'tool')
  const token = bed.token(ada, 'tool')
  server.received.length = 0
  const future = modern('tools/list', {}, { 'io.modelcontextprotocol/protocolVersion': '2030-01-01' })
  for (const [body, headers, status, code] of [
    ['{', {}, 400, -32700],
    ['[]', {}, 400, -32600],
    [list.body, { ...list.headers, 'mcp-method': 'tools/call' }, 400, -32020],
    [future.body, { ...future.headers, 'mcp-protocol-version': '2030-01-01' }, 400, -32022],
    [{ jsonrpc: '2.0', id: 1, method: 'tools/list' }, list.headers, 400, -32602],
    [{ ...list.body, extra: 'x'.repeat(3000) }, list.headers, 413, -32014],
  ] as const) {
    const answer = await bed.post('tool', token, body, headers)
    assert.equal(answer.status, status)
    assert.equal((await errorOf(answer)).code, code)
  }
  assert.deepEqual(server.received, [])
})

test('an unknown method of a modern server stays 404 and -32601', async () => {
  await using server = await scriptedServer('modern', ({ message }, response) =>
    reply(response, 404, { jsonrpc: '2.0', id: message.id, error: { code: -32601, message: 'What?' } }),
  )
  await using bed = await gatewayBed()
  const ada = bed.connections.person('ada')
  bed.connections.list('tool', server.url)
  await bed.connect(ada, 'tool')
  const call = modern('no/such')
  const answer = await bed.post('tool', bed.token(ada, 'tool'), call.body, call.headers)
  assert.equal(answer.status, 404)
  assert.deepEqual(await errorOf(answer), { code: -32601, message: 'What?' })
})

/** The person signs in at the server and allows what is asked. Answers with the scopes that were asked for. */
async function allow(bed: GatewayBed, viewer: Viewer, slug: string): Promise<string | null> {
  const { connections } = bed.connections
  const begun = await connections.begin(viewer, slug)
  assert.ok(begun.kind === 'continue', JSON.stringify(begun))
  const back = await signIn(begun.to, `${bed.origin}/connections/callback`, 'allow')
  assert.equal((await connections.callback(viewer, back)).kind, 'connected')
  return begun.to.searchParams.get('scope')
}

test('a refused token is renewed and the call repeated once; a dead one gives the link to connect again', async () => {
  await using server = await startOidcServer()
  await using bed = await gatewayBed()
  const ada = bed.connections.person('ada')
  bed.connections.list('notes', server.mcpUrl)
  const { connections } = bed.connections
  await allow(bed, ada, 'notes')
  const [connection] = await connections.list(ada)
  assert.ok(connection)
  const token = bed.token(ada, 'notes')
  const call = modern('tools/call', { name: 'list_notes', arguments: {} })
  const send = (): Promise<Response> => bed.post('notes', token, call.body, call.headers)
  assert.match(await (await send()).text(), /milk/)
  const access = await connections.access(connection.id)
  assert.ok(access.kind === 'token')
  server.refused.add(access.token)
  assert.match(await (await send()).text(), /milk/)
  assert.deepEqual(server.tokenRequests, ['authorization_code', 'refresh_token'])
  server.refused.has = () => true
  const stubborn = await errorOf(await send())
  assert.equal(stubborn.code, -32010)
  assert.equal(stubborn.data?.connectUrl, `${bed.origin}/connect/notes`)
  assert.equal(server.tokenRequests.length, 3)
  assert.equal((await connections.list(ada))[0]?.state, 'needs-reconnect')
  assert.match((await errorOf(await send())).message, /no longer accepts/)
  assert.equal(server.tokenRequests.length, 3)
  server.refused.has = () => false
  await allow(bed, ada, 'notes')
  assert.match(await (await send()).text(), /milk/)
  const records = await bed.records(ada)
  assert.deepEqual(
    records.map(({ status }) => status),
    ['ok', 'needs-reconnect', 'needs-reconnect', 'ok', 'ok'],
  )
  // It is noted beside the call, not before its answer.
  await until(async () => (await connections.list(ada))[0]?.lastUsedAt !== null)
})

test('no token of either side is in tables or logs', async () => {
  await using server = await scriptedServer('modern', ({ message }, response) =>
    reply(response, 200, nothing(message.id)),
  )
  await using bed = await gatewayBed()
  const ada = bed.connections.person('ada')
  bed.connections.list('tool', server.url)
  await bed.connect(ada, 'tool')
  await bed.post('tool', bed.token(ada, 'tool'), list.body, list.headers)
  assert.equal(bed.connections.logged.join('').includes('token-0'), false)
  assert.equal(JSON.stringify(await bed.records(ada)).includes('token-0'), false)
})

test('a server that asks for more access than was given gives the link to allow it', async () => {
  await using server = await scriptedServer('modern', (_received, response) => {
    response.writeHead(403, { 'www-authenticate': 'Bearer error="insufficient_scope", scope="write"' }).end()
  })
  await using bed = await gatewayBed()
  const ada = bed.connections.person('ada')
  bed.connections.list('tool', server.url)
  await bed.connect(ada, 'tool')
  const call = modern('tools/call', { name: 'write', arguments: {} })
  const error = await errorOf(await bed.post('tool', bed.token(ada, 'tool'), call.body, call.headers))
  assert.match(error.message, /asks for more access/)
  assert.equal(error.data?.connectUrl, `${bed.origin}/connect/tool`)
})

test('a tool that needs more gets it by one sign-in, which asks for what was given too; other tools go on', async () => {
  await using server = await startOidcServer({ toolScopes: ['write'] })
  await using bed = await gatewayBed()
  const ada = bed.connections.person('ada')
  bed.connections.list('notes', server.mcpUrl)
  assert.equal(await allow(bed, ada, 'notes'), 'notes offline_access')
  const token = bed.token(ada, 'notes')
  const call = modern('tools/call', { name: 'list_notes', arguments: {} })
  const send = (): Promise<Response> => bed.post('notes', token, call.body, call.headers)
  const error = await errorOf(await send())
  assert.match(error.message, /asks for more access/)
  assert.equal(error.data?.connectUrl, `${bed.origin}/connect/notes`)
  assert.equal((await bed.post('notes', token, list.body, list.headers)).status, 200)
  const older = { ...call.body, params: { name: 'list_notes', arguments: {} } }
  const inLegacy = await errorOf(
    await bed.post('notes', token, older, { 'mcp-protocol-version': '2025-11-25' }),
  )
  assert.match(inLegacy.message, /asks for more access/)
  assert.equal(await allow(bed, ada, 'notes'), 'notes offline_access write')
  assert.match(await (await send()).text(), /milk/)
})

test('a server that asks again for what it was given sends nobody in circles', async () => {
  await using server = await startOidcServer({ toolScopes: ['notes', 'never'] })
  await using bed = await gatewayBed()
  const ada = bed.connections.person('ada')
  bed.connections.list('notes', server.mcpUrl)
  await allow(bed, ada, 'notes')
  const call = modern('tools/call', { name: 'list_notes', arguments: {} })
  const complaint = async (): Promise<string> =>
    (await errorOf(await bed.post('notes', bed.token(ada, 'notes'), call.body, call.headers))).message
  for (let signIns = 0; signIns < 5; signIns += 1) {
    assert.match(await complaint(), /asks for more access than was given/)
    await allow(bed, ada, 'notes')
  }
  assert.match(await complaint(), /was given already/)
})

test('a server that asks for a login only when a tool is called gets one, and the tool answers', async () => {
  await using server = await startOidcServer({ lazy: true })
  await using bed = await gatewayBed()
  const ada = bed.connections.person('ada')
  bed.connections.list('notes', server.mcpUrl)
  await bed.connect(ada, 'notes')
  const token = bed.token(ada, 'notes')
  assert.equal((await bed.post('notes', token, list.body, list.headers)).status, 200)
  const call = modern('tools/call', { name: 'list_notes', arguments: {} })
  const send = (): Promise<Response> => bed.post('notes', token, call.body, call.headers)
  assert.equal((await errorOf(await send())).data?.connectUrl, `${bed.origin}/connect/notes`)
  await allow(bed, ada, 'notes')
  assert.match(await (await send()).text(), /milk/)
})

test('a token is never sent to another server than the one it was given for', async () => {
  await using server = await startOidcServer()
  await using other = await scriptedServer('modern', ({ message }, response) =>
    reply(response, 200, nothing(message.id)),
  )
  await using bed = await gatewayBed()
  const ada = bed.connections.person('ada')
  const { listing } = bed.connections.list('notes', server.mcpUrl)
  const { connections } = bed.connections
  const begun = await connections.begin(ada, 'notes')
  assert.ok(begun.kind === 'continue')
  await connections.callback(ada, await signIn(begun.to, `${bed.origin}/connections/callback`, 'allow'))
  bed.connections.list('notes', other.url, { listing })
  const error = await errorOf(await bed.post('notes', bed.token(ada, 'notes'), list.body, list.headers))
  assert.match(error.message, /has moved to another address/)
  assert.equal(error.data?.connectUrl, `${bed.origin}/connect/notes`)
  assert.deepEqual(other.received, [])
})

test('the public metadata of an endpoint says its name only once it is published', async () => {
  await using bed = await gatewayBed()
  const nameAt = async (slug: string): Promise<unknown> => {
    const address = new URL(`/.well-known/oauth-protected-resource/c/${slug}/mcp`, bed.origin)
    return ((await (await fetch(address)).json()) as { resource_name: unknown }).resource_name
  }
  bed.connections.list('known', 'http://127.0.0.1:1/mcp', { name: 'Known' })
  bed.connections.list('coming', 'http://127.0.0.1:1/mcp', { name: 'Secret launch', state: 'unlisted' })
  assert.equal(await nameAt('known'), 'Known · Connectory')
  assert.equal(await nameAt('coming'), 'coming · Connectory')
})
