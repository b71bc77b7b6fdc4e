import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { gatewayBed, modern, type GatewayBed } from '../../test/gateway-bed.ts'
import { startBetterAuthServer } from '../../test/login-server-better-auth.ts'
import { startWorkersServer } from '../../test/login-server-workers.ts'
import { startOidcServer } from '../../test/login-server.ts'
import { signIn } from '../../test/visit.ts'

let bed: GatewayBed

before(async () => {
  bed = await gatewayBed()
})

after(() => bed[Symbol.asyncDispose]())

interface Login {
  readonly slug: string
  readonly mcpUrl: string
  readonly issuer: string
  /** The person's part; returns where the browser is sent back to. */
  readonly signIn: (to: URL) => Promise<URL>
}

/** Connect, call, renew, call again, as one person who agrees. */
async function journey({ slug, mcpUrl, issuer, signIn: allow }: Login): Promise<void> {
  const { connections } = bed
  const ada = connections.person('ada')
  connections.list(slug, mcpUrl)
  const begun = await connections.connections.begin(ada, slug)
  assert.ok(begun.kind === 'continue', JSON.stringify(begun))
  const outcome = await connections.connections.callback(ada, await allow(begun.to))
  assert.equal(outcome.kind, 'connected', JSON.stringify(outcome))
  const [connection] = await connections.connections.list(ada)
  assert.equal(connection?.issuer, issuer)
  const first = await connections.connections.access(connection.id)
  await calls(slug, bed.token(ada, slug))
  connections.clock.advance(2 * 3_600_000)
  await calls(slug, bed.token(ada, slug))
  const renewed = await connections.connections.access(connection.id)
  assert.ok(first.kind === 'token' && renewed.kind === 'token')
  assert.notEqual(renewed.token, first.token)
}

async function calls(slug: string, token: string): Promise<void> {
  const { body, headers } = modern('tools/call', { name: 'list_notes', arguments: {} })
  const answer = await (await bed.post(slug, token, body, headers)).text()
  assert.match(answer, /milk/)
}

const back = () => `${bed.origin}/connections/callback`

test('oidc-provider: connect, call, renew', async () => {
  await using server = await startOidcServer()
  await journey({ ...server, slug: 'oidc-provider', signIn: (to) => signIn(to, back(), 'allow') })
})

test('better-auth, whose issuer has a path: connect, call, renew', async () => {
  await using server = await startBetterAuthServer()
  await journey({ ...server, slug: 'better-auth', signIn: (to) => server.signIn(to, back()) })
})

test('workers-oauth-provider: connect, call, renew', async () => {
  await using server = await startWorkersServer()
  await journey({ ...server, slug: 'workers' })
})
