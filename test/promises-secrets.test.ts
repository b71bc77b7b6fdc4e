import assert from 'node:assert/strict'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import pg from 'pg'
import { migrate, openDatabase, startEmbeddedPostgres } from '../directory/src/kernel/index.ts'
import { rotateKeys } from '../directory/src/rotate-keys.ts'
import { formBrowser } from '../directory/test/form-browser.ts'
import { startOidcServer } from '../directory/test/login-server.ts'
import { McpApp } from '../directory/test/mcp-app.ts'
import { signIn } from '../directory/test/visit.ts'
import { BrowserPerson } from './browser-person.ts'
import { factsOf, listConnector, signedIn } from './listed-connector.ts'
import { callTool } from './mcp-call.ts'
import { password, signUp, startProduct } from './product.ts'
import { dataFolder } from './product-process.ts'
import { recordOutput, recordTokenEndpoint } from './recorded-secrets.ts'
import { startPublisherSite } from './third-party-server.ts'

test('no token, code, verifier, password or key stands in the database’s files, its log, or anything we print', async (t) => {
  using output = recordOutput()
  using strangers = recordTokenEndpoint()
  const ours = new Map<string, string>()
  await using folder = dataFolder()
  await using postgres = await startEmbeddedPostgres({ dataDir: folder.path, say: () => {} })
  const { connectionString } = postgres
  const opened = openDatabase({ connectionString, poolSize: 2 })
  await migrate(opened.db).finally(() => opened.close())
  ours.set(new URL(connectionString).password, 'the database’s password')

  await using product = await startProduct({ connectionString })
  const { app } = product
  await using site = await startPublisherSite()
  await using login = await startOidcServer()
  const callback = `${product.url.origin}/connections/callback`
  const people = {
    signIn: (to: URL) => signIn(to, callback, 'allow'),
    publisher: await signUp(product, 'Paula'),
    reviewer: await signUp(product, 'Rita', ['reviewer', 'operator']),
  }
  const user = await signUp(product, 'Uwe')
  const facts = factsOf(login.mcpUrl, site.url, { name: 'Notes', auth: 'oauth' })
  const { slug } = await listConnector(product, people, facts)
  const endpoint = app.gateway.endpoint(slug)

  const browser = await signedIn(product, user)
  const fresh = new BrowserPerson(product.url)
  const typed = { name: 'Vera', email: 'vera@people.example', password: 'one more correct horse' }
  assert.equal((await fresh.post('/sign-up', typed)).status, 303)
  ours.set(password, 'a password').set(typed.password, 'a password typed into the form')
  for (const { jar } of [browser, fresh]) {
    for (const [name, value] of jar) {
      if (!name.endsWith('session')) continue
      ours
        .set(value, 'a session cookie')
        .set(decodeURIComponent(value).split('.')[0] ?? '', 'a session token')
    }
  }

  const asked = await browser.post(`/connect/${slug}`)
  const to = new URL(/url=(.+)$/.exec(String(asked.headers['refresh']))?.[1] ?? '')
  ours.set(to.searchParams.get('state') ?? '', 'the state of a sign-in')
  const back = await signIn(to, callback, 'allow')
  const connected = await browser.get(back)
  assert.equal(connected.status, 303, connected.text)

  const mcp = new McpApp()
  const consenting = formBrowser(product.url)
  let page = await consenting.open(await mcp.start(endpoint))
  page = await consenting.send(page, '/sign-in', { email: user.email, password })
  const allowed = await consenting.send(page, page.url.pathname, { answer: 'allow' })
  await mcp.finish(endpoint, allowed.url)
  ours.set(allowed.url.searchParams.get('code') ?? '', 'our authorization code')
  ours.set(mcp.codeVerifier(), 'the verifier of an MCP client')
  const token = mcp.kept?.access_token ?? ''
  ours.set(token, 'our access token').set(mcp.kept?.refresh_token ?? '', 'our refresh token')
  for (const cookie of consenting.cookies()) {
    if (cookie.name.endsWith('session')) ours.set(cookie.value, 'the session cookie of the consent')
  }

  const call = async () => {
    const { message } = await callTool(endpoint, token, { 'mcp-name': 'list_notes' }, 'list_notes')
    assert.equal(message.result?.content[0]?.text, 'milk', JSON.stringify(message))
  }
  await call()
  const accessTokens = () =>
    [...strangers.secrets].filter(([, what]) => what.endsWith('access_token')).map(([value]) => value)
  const [refused = ''] = accessTokens().slice(-1)
  login.refused.add(refused)
  await call()
  assert.notEqual(accessTokens().at(-1), refused, 'the token was not renewed')
  assert.deepEqual(login.tokenRequests.slice(-2), ['authorization_code', 'refresh_token'])

  const shown = await browser.post(
    '/account/access/token',
    { name: 'script', endpoint: endpoint.href, hours: '1' },
    { from: '/account/access' },
  )
  const script = /eyJ[\w-]+\.[\w-]+\.[\w-]+/.exec(shown.text)?.[0] ?? ''
  await callTool(endpoint, script)
  ours.set(script, 'a token for a script')
  const clientSecret = 'static-client-secret-0123456789'
  await app.connections.setStaticClient(people.reviewer, {
    slug,
    issuer: login.issuer,
    clientId: 'static-client',
    clientSecret,
  })
  ours.set(clientSecret, 'the secret of a static client')
  const testAccount = { accountName: 'tester-of-notes', accountSecret: 'password of the test account' }
  const draft = await app.drafts.begin(user, { serverUrl: '' })
  const testPage = `/submissions/drafts/${draft.id}/test`
  const given = await browser.post(
    `/submissions/drafts/${draft.id}/test-account`,
    { ...testAccount, accountHints: 'hint of the test account' },
    { from: testPage },
  )
  assert.equal(given.status, 303)
  const afterwards = await browser.get(testPage)
  for (const value of [...Object.values(testAccount), 'hint of the test account']) {
    assert.ok(!afterwards.text.includes(value))
    ours.set(value, 'words of a test account')
  }
  const source = { vaultKey: undefined, vaultKeyCommand: undefined, dataDir: product.dataDir }
  const rotating = openDatabase({ connectionString, poolSize: 2 })
  const said = await rotateKeys(rotating.db, source).finally(() => rotating.close())
  assert.match(said, /sealed with the key k2 now.*\n.*needs k1 any more/s)
  // The running product reads the new key when it needs it, and renews tokens under it.
  login.refused.add(accessTokens().at(-1) ?? '')
  await call()
  const keys = join(product.dataDir, 'keys')
  for (const name of readdirSync(keys)) {
    const key = readFileSync(join(keys, name), 'utf8').trim()
    ours
      .set(key, 'the vault’s key')
      .set(Buffer.from(key, 'base64').toString('latin1'), 'the vault’s key, raw')
    assert.equal(statSync(join(keys, name)).mode & 0o777, 0o600)
  }

  const secrets = [...ours, ...strangers.secrets]
  const kinds = new Set(secrets.map(([, what]) => what))
  assert.ok(kinds.size >= 17, [...kinds].join('\n'))
  for (const [value, what] of secrets) assert.ok(value.length >= 10, what)

  await t.test('after a change of keys nothing is under the earlier one', async () => {
    for (const [table, text] of await everyRow(connectionString)) assert.doesNotMatch(text, /v\d:k1:/, table)
  })
  await t.test('rows', async () => {
    for (const [table, text] of await everyRow(connectionString)) {
      for (const [value, what] of secrets) assert.ok(!text.includes(value), `${table} has ${what}`)
    }
  })
  await t.test('files: heap, indexes and write-ahead log', async () => {
    const client = new pg.Client({ connectionString })
    await client.connect()
    await client.query('checkpoint').finally(() => client.end())
    const files = filesBelow(join(folder.path, 'postgres'))
    assert.ok(files.some((file) => file.includes('pg_wal')))
    // What we look for can be found: the address of a person is no secret, and stands in heap and log.
    const found = files.filter((file) => readFileSync(file).includes('vera@people.example'))
    assert.ok(found.some((file) => file.includes('pg_wal')) && found.some((file) => file.includes('base')))
    for (const file of [...files, join(folder.path, 'postgres.log')]) {
      const content = readFileSync(file)
      for (const [value, what] of secrets) {
        assert.ok(!content.includes(Buffer.from(value, 'latin1')), `${file} has ${what}`)
      }
    }
  })
  await t.test('log lines and everything printed', () => {
    // All went well, so nothing was logged. That the log can be read, and hides what stands under such names:
    app.log.warn({ headers: { authorization: `Bearer ${token}` }, token }, 'said by the test')
    assert.match(product.logged(), /said by the test/)
    for (const text of [product.logged(), output.printed()]) {
      for (const [value, what] of secrets) assert.ok(!text.includes(value), `printed: ${what}`)
    }
  })
  await t.test('after disconnecting, the row is gone, and the gateway says so', async () => {
    const [connection] = await app.connections.list(user)
    const gone = await browser.post(`/connections/${connection?.id}/disconnect`)
    assert.equal(gone.status, 303)
    const left = (await everyRow(connectionString)).get('public.connection') ?? ''
    assert.ok(!left.includes(connection?.id ?? 'none'))
    const { message } = await callTool(endpoint, token, {}, 'list_notes')
    assert.match(message.error?.message ?? '', /You are not connected to Notes/)
  })
})

/** All rows of every table, as text. */
async function everyRow(connectionString: string): Promise<ReadonlyMap<string, string>> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    const { rows: tables } = await client.query<{ name: string }>(
      `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
       where table_schema not in ('pg_catalog', 'information_schema') and table_type = 'BASE TABLE'`,
    )
    const texts = new Map<string, string>()
    for (const { name } of tables) {
      const { rows } = await client.query<{ text: string | null }>(
        `select string_agg(row_to_json(t)::text, E'\\n') as text from ${name} t`,
      )
      texts.set(name, rows[0]?.text ?? '')
    }
    return texts
  } finally {
    await client.end()
  }
}

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
}
