import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Viewer } from '../kernel/index.ts'
import type { Reference } from './index.ts'
import { createTranslate } from '../web/index.ts'
import { gatewayBed, modern, type GatewayBed } from '../../test/gateway-bed.ts'
import { startBetterAuthServer } from '../../test/login-server-better-auth.ts'
import { startWorkersServer } from '../../test/login-server-workers.ts'
import { listen as startServer, startOidcServer } from '../../test/login-server.ts'
import {
  entra,
  entraBehindMetadata,
  entraForEverybody,
  githubApp,
  githubAppWithExpiry,
  okta,
} from '../../test/login-shapes.ts'
import { startQuirkyLogin, type QuirkyLogin } from '../../test/quirky-login.ts'
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

/** Once: another time would be another listing. */
async function list(slug: string, mcpUrl: string): Promise<void> {
  const known = await bed.connections.catalogue.endpointOf(slug)
  if (known === undefined) bed.connections.list(slug, mcpUrl)
}

/** As a new person who agrees. @returns a token of that person for the gateway, and what was kept */
async function connect({ slug, mcpUrl, issuer, signIn: allow }: Login) {
  const { connections } = bed
  const ada = connections.person('ada')
  await list(slug, mcpUrl)
  const begun = await connections.connections.begin(ada, slug)
  assert.ok(begun.kind === 'continue', JSON.stringify(begun))
  const outcome = await connections.connections.callback(ada, await allow(begun.to))
  assert.equal(outcome.kind, 'connected', JSON.stringify(outcome))
  const [connection] = await connections.connections.list(ada)
  assert.equal(connection?.issuer, issuer)
  return { ada, connection, token: bed.token(ada, slug) }
}

/** Connect, call, renew, call again. */
async function journey(login: Login): Promise<void> {
  const { connection, token } = await connect(login)
  const access = () => bed.connections.connections.access(connection.id)
  const first = await access()
  assert.match(await answerOf(login.slug, token), /milk/)
  bed.connections.clock.advance(2 * 3_600_000)
  assert.match(await answerOf(login.slug, token), /milk/)
  const renewed = await access()
  assert.ok(first.kind === 'token' && renewed.kind === 'token')
  assert.notEqual(renewed.token, first.token)
}

async function answerOf(slug: string, token: string): Promise<string> {
  const { body, headers } = modern('tools/call', { name: 'list_notes', arguments: {} })
  return await (await bed.post(slug, token, body, headers)).text()
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

/** Lists a server with such a login and enters its client, as an operator does. */
async function entered(slug: string, login: QuirkyLogin): Promise<Login> {
  await list(slug, login.mcpUrl)
  const operator = bed.connections.person('olga', new Set(['operator']))
  const authMethod = slug.startsWith('github') ? 'client_secret_post' : 'client_secret_basic'
  await bed.connections.connections.setStaticClient(operator, {
    ...login.client,
    slug,
    issuer: login.issuer,
    authMethod,
  })
  return { slug, ...login }
}

/** What a person is told who tries to connect. */
async function refusal({ slug, mcpUrl, signIn: allow }: Login): Promise<string> {
  const { connections } = bed
  const ada = connections.person('ada')
  await list(slug, mcpUrl)
  const begun = await connections.connections.begin(ada, slug)
  const outcome =
    begun.kind === 'continue' ? await connections.connections.callback(ada, await allow(begun.to)) : begun
  assert.ok(outcome.kind === 'failed', outcome.kind)
  const { code, parameters } = outcome.failure
  return createTranslate('en')(`connections.failure.${code}`, parameters)
}

const now = (): number => bed.connections.clock.now().getTime()

test('Okta: connect, call, renew with a client that was entered', async () => {
  await using login = await startQuirkyLogin(back(), (origin) => okta(origin, now))
  await journey(await entered('okta', login))
  assert.deepEqual(login.grants, ['authorization_code', 'refresh_token'])
})

test('Okta: an answer that got lost is asked for again while the used refresh token is still good', async () => {
  await using login = await startQuirkyLogin(back(), (origin) => okta(origin, now))
  const { slug, ...rest } = await entered('okta-lossy', login)
  const { token } = await connect({ slug, ...rest })
  bed.connections.clock.advance(2 * 3_600_000)
  login.loseNextAnswer()
  assert.match(await answerOf(slug, token), /The login of OKTA-LOSSY does not answer/)
  bed.connections.clock.advance(10_000)
  assert.match(await answerOf(slug, token), /milk/)
})

test('Okta: without such a client the person learns that the login registers nobody, and who can help', async () => {
  await using login = await startQuirkyLogin(back(), (origin) => okta(origin, now))
  assert.match(
    await refusal({ slug: 'okta-alone', ...login }),
    /does not let this directory register as its client \(403\)\. An operator/,
  )
})

test('GitHub: connect and call; a token that cannot be renewed ends with the way to connect again', async () => {
  await using login = await startQuirkyLogin(back(), githubApp)
  const { token, connection } = await connect(await entered('github', login))
  assert.deepEqual(connection.scopes, ['repo', 'gist'])
  assert.equal(connection.expiresAt, null)
  assert.match(await answerOf('github', token), /milk/)
  login.forget('access')
  assert.match(await answerOf('github', token), /Connect again at /)
})

test('GitHub with tokens that end: connect, call, renew; a no with status 200 is a no', async () => {
  await using login = await startQuirkyLogin(back(), githubAppWithExpiry)
  const { token } = await connect(await entered('github-app', login))
  assert.match(await answerOf('github-app', token), /milk/)
  bed.connections.clock.advance(8 * 3_600_000)
  assert.match(await answerOf('github-app', token), /milk/)
  assert.deepEqual(login.grants, ['authorization_code', 'refresh_token'])
  login.forget('refresh')
  bed.connections.clock.advance(8 * 3_600_000)
  assert.match(await answerOf('github-app', token), /Connect again at /)
})

test('GitHub: a code that is no longer good is told by its own word', async () => {
  await using login = await startQuirkyLogin(back(), githubApp)
  const used = await entered('github-late', login)
  const spoilt = async (to: URL): Promise<URL> => {
    const answer = await login.signIn(to)
    answer.searchParams.set('code', 'of-yesterday')
    return answer
  }
  assert.match(await refusal({ ...used, signIn: spoilt }), /gave no token \("invalid_grant"\)/)
})

test('Entra ID that does not say that PKCE works is refused, with the line that is missing', async () => {
  await using login = await startQuirkyLogin(back(), (origin) => entra(origin))
  assert.match(
    await refusal({ slug: 'entra', ...login }),
    /openid-configuration does not advertise PKCE with S256\. Add "code_challenge_methods_supported": \["S256"\]/,
  )
})

test('Entra ID for every tenant is refused: its issuer has a hole in it', async () => {
  await using login = await startQuirkyLogin(back(), entraForEverybody)
  assert.match(
    await refusal({ slug: 'entra-common', ...login }),
    /"issuer" is \S+\{tenantid\}\/v2\.0, but \S+\/common\/v2\.0 was asked; they must be identical/,
  )
})

test('Entra ID that does not know the address of its server: the person is told which', async () => {
  await using login = await startQuirkyLogin(back(), (origin) => entraBehindMetadata(origin, ['api://notes']))
  const told = await refusal(await entered('entra-unnamed', login))
  assert.match(told, /gives no access for \S+\/mcp \(invalid_target\)/)
})

test('Entra ID behind metadata of the publisher, with the address as a name of the server: connect, call, renew', async () => {
  await using login = await startQuirkyLogin(back(), (origin) =>
    entraBehindMetadata(origin, [`${origin}/mcp`]),
  )
  await journey(await entered('entra-named', login))
  assert.deepEqual(login.grants, ['authorization_code', 'refresh_token'])
})

/** What stands under the reference that an answer ends with. */
async function explained(viewer: Viewer, answer: string): Promise<string> {
  const reference = /Reference: (con_[a-z0-9]{20})"/.exec(answer)?.[1] as Reference | undefined
  assert.ok(reference, answer)
  assert.ok(answer.includes(`"reference":"${reference}"`))
  const { steps } = await bed.connections.connections.trace(viewer, reference)
  return steps.map(({ name, parameters }) => `${name} ${Object.values(parameters).join(' ')}`).join('\n')
}

test('a failed renewal has a reference, which its person and an operator can open, and later calls have the same', async () => {
  await using login = await startQuirkyLogin(back(), githubAppWithExpiry)
  const { ada, token } = await connect(await entered('github-quoted', login))
  login.forget('refresh')
  bed.connections.clock.advance(9 * 3_600_000)
  const [first, second] = [await answerOf('github-quoted', token), await answerOf('github-quoted', token)]
  assert.equal(first, second)
  const operator = bed.connections.person('olga', new Set(['operator']))
  for (const viewer of [ada, operator]) {
    const steps = await explained(viewer, first)
    assert.match(
      steps,
      /^renewing 127\.0\.0\.1:\d+\nexchange .*\/login\/oauth\/access_token error: text\nfailed renewal-refused invalid_grant$/,
    )
    assert.doesNotMatch(steps, new RegExp(login.client.clientSecret))
  }
  await assert.rejects(explained(bed.connections.person('eva'), first), { code: 'not-found' })
})

test('calls that a server fails have a reference, one a minute', async () => {
  const login = await startQuirkyLogin(back(), githubApp)
  const { ada, token } = await connect(await entered('github-gone', login))
  await login[Symbol.asyncDispose]()
  const [first, second] = [await answerOf('github-gone', token), await answerOf('github-gone', token)]
  assert.equal(first, second)
  assert.match(await explained(ada, first), /^failed call-failed GITHUB-GONE failed: /)
  bed.connections.clock.advance(61_000)
  assert.notEqual(await answerOf('github-gone', token), first)
})

test('a server of the transport before Streamable HTTP is not connected, and its stream is not asked for', async () => {
  const asked: string[] = []
  await using server = await startServer(() => (request, response) => {
    asked.push(request.method ?? '')
    if (request.method === 'POST') return void response.writeHead(405, { allow: 'GET' }).end()
    response.writeHead(200, { 'content-type': 'text/event-stream' })
    response.end('event: endpoint\ndata: /messages\n\n')
  })
  const login = { slug: 'before', mcpUrl: `${server.origin}/sse`, issuer: '' }
  const told = await refusal({ ...login, signIn: () => assert.fail('it has no login') })
  assert.match(told, /^The server could not be opened: .*405/)
  assert.deepEqual(new Set(asked), new Set(['POST']))
})
