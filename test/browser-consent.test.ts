import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Client } from '@modelcontextprotocol/client'
import { listen } from '../directory/test/login-server.ts'
import { McpApp } from '../directory/test/mcp-app.ts'
import { arrive, factsOf, faults, part, setStage, type Stage, type Visitor } from './browser-stage.ts'
import { inspect, opposites } from '../directory/test/browser.ts'
import { listConnector } from './listed-connector.ts'
import { signUp } from './product.ts'
import { until } from './until.ts'

test('an MCP client asks for access in the browser and then calls tools', async (t) => {
  const opened = await setStage(t)
  if (opened === undefined) return
  await using stage = opened
  const people = {
    publisher: await signUp(stage.product, 'Paula Publisher'),
    reviewer: await signUp(stage.product, 'Rita Reviewer', ['reviewer']),
  }
  await listConnector(stage.product, people, factsOf(stage, 'World Clock', stage.servers.clock, 'none'))
  const endpoint = stage.product.app.gateway.endpoint('world-clock')
  await using callback = await listen(() => (_request, response) => void response.end('back in the app'))
  const back = `${callback.origin}/callback`
  const uwe = await arrive(stage, 'Uwe User')
  await stage.product.app.connections.begin(uwe.viewer, 'world-clock')

  await part(t, 'signed out, the consent asks for the sign-in first and comes back', uwe, () =>
    comesBack(stage, uwe, new McpApp({ redirectUrl: back }), endpoint),
  )
  await part(t, 'a refusal reaches the app, and no token comes of it', uwe, () =>
    denies(uwe, new McpApp({ redirectUrl: back }), endpoint),
  )
  const app = new McpApp({ redirectUrl: back })
  await part(t, 'what is allowed works: the code comes back and a tool answers', uwe, () =>
    allows(stage, uwe, app, endpoint),
  )
  await part(t, 'the access is shown and can be ended', uwe, () => ends(uwe, app, endpoint))
  assert.deepEqual(faults(stage, uwe), [])
})

async function comesBack(stage: Stage, { viewer }: Visitor, app: McpApp, endpoint: URL): Promise<void> {
  const context = await stage.browser.context()
  const stranger = await context.newPage()
  await stranger.goto((await app.start(endpoint)).href)
  await stranger.waitForURL(/\/sign-in\?next=/)
  await stranger.getByLabel('E-mail').fill(viewer.email)
  await stranger.getByLabel('Password').fill('correct horse battery staple')
  await stranger.getByRole('button', { name: 'Sign in' }).click()
  await stranger.getByRole('button', { name: 'Allow', exact: true }).waitFor()
  await context.close()
}

async function denies({ page }: Visitor, app: McpApp, endpoint: URL): Promise<void> {
  await page.goto((await app.start(endpoint)).href)
  await page.getByRole('button', { name: 'Do not allow' }).click()
  await page.waitForURL(/\/callback\?/)
  const answer = new URL(page.url()).searchParams
  assert.equal(answer.get('error'), 'access_denied')
  assert.equal(answer.get('code'), null)
  assert.equal(app.kept, undefined)
}

async function allows(stage: Stage, { page }: Visitor, app: McpApp, endpoint: URL): Promise<void> {
  await page.goto((await app.start(endpoint)).href)
  await page.getByRole('heading', { name: /World Clock/ }).waitFor()
  await inspect(page, '50-consent', opposites)
  await page.getByRole('button', { name: 'Allow', exact: true }).click()
  await page.waitForURL(/\/callback\?/)
  assert.equal(await page.textContent('body'), 'back in the app')
  await app.finish(endpoint, new URL(page.url()))

  const client = new Client({ name: 'journey', version: '1.0.0' })
  await client.connect(app.transport(endpoint))
  const answer = await client.callTool({ name: 'list_time_zones', arguments: { search: 'Tokyo' } })
  await client.close()
  assert.match(JSON.stringify(answer.content), /Asia\/Tokyo/)
  await stage.product.app.telemetry.flush()
}

async function ends({ page, open }: Visitor, app: McpApp, endpoint: URL): Promise<void> {
  await open('/account')
  await inspect(page, '51-account', opposites)
  await page.getByRole('link', { name: 'See apps and scripts' }).click()
  await page.getByText('/c/world-clock/mcp').first().waitFor()
  await inspect(page, '52-access', opposites)
  for (;;) {
    const button = page.getByRole('button', { name: 'End access' })
    if ((await button.count()) === 0) break
    await button.first().click()
    await page.getByText('The access has ended.').waitFor()
  }
  await page.getByText('Nothing has access').waitFor()
  const headers = { authorization: `Bearer ${app.kept?.access_token ?? ''}` }
  await until(async () => (await fetch(endpoint, { method: 'POST', headers })).status === 401 || undefined)
}
