import assert from 'node:assert/strict'
import { test } from 'node:test'
import { complaints, inspect, noChromium, openBrowser, shoot } from '../../test/browser.ts'
import { serveConnections } from '../../test/connections-pages.ts'
import { startOidcServer } from '../../test/login-server.ts'

test('in Chromium a person connects through a foreign consent, makes a token and disconnects, under our CSP', async (t) => {
  await using browser = await openBrowser()
  if (browser === undefined) return t.skip(noChromium)
  await using server = await startOidcServer()
  await using served = await serveConnections((bed) => ({
    ada: bed.person('ada'),
    olga: bed.person('olga', new Set(['operator'])),
  }))
  const { url, bed } = served
  bed.list('notes', server.mcpUrl, { name: 'Notes', authType: 'oauth' })
  const context = await browser.context()
  await context.addCookies([{ name: 'as', value: 'ada', url: url.href }])
  const page = await context.newPage()
  const found = complaints(page)

  await page.goto(new URL('/connections', url).href)
  await inspect(page, 'connections-empty')
  await page.goto(new URL('/connect/notes', url).href)
  await inspect(page, 'connect')
  await page.getByRole('button', { name: 'Connect' }).click()
  await page.getByRole('button', { name: 'Allow' }).waitFor()
  await page.goto(new URL('/connect/notes', url).href)
  await page.getByRole('button', { name: 'Start over' }).waitFor()
  await shoot(page, 'connect-start-over')
  await page.getByRole('button', { name: 'Connect' }).click()
  // Our page in between goes on by itself; the consent is the other server's.
  await page.getByRole('button', { name: 'Allow' }).click()
  await page.waitForURL(/\/connections$/)
  await page.getByText('Connected to Notes.').waitFor()
  await page.getByText('Add it to a client').click()
  await page.getByText('Token for a script').click()
  await inspect(page, 'connections')

  const levels = new URL('/connections/tools/notes?tool=send_note', url).href
  await page.goto(levels)
  await page.getByLabel('All tools').first().selectOption('hints')
  await page.getByRole('button', { name: 'Save' }).first().click()
  await page.getByText('Saved. It counts from the next call on.').waitFor()
  await page.goto(levels)
  await inspect(page, 'connections-levels')
  await page.getByRole('button', { name: 'Allow for 15 minutes' }).click()
  await page.getByText('send_note may be called for 15 minutes.').waitFor()
  await page.goto(new URL('/connections', url).href)
  await page.getByText('Token for a script').click()

  // Tokens are made by another module, whose page is not served here; this form asks it for one.
  const asked = Promise.withResolvers<URLSearchParams>()
  await page.route('**/account/access/token', async (route) => {
    asked.resolve(new URLSearchParams(route.request().postData() ?? ''))
    await route.fulfill({ contentType: 'text/html', body: '<title>x</title>made' })
  })
  await page.getByRole('button', { name: 'Make a token' }).click()
  const { _token: formToken, ...wanted } = Object.fromEntries(await asked.promise)
  assert.ok(formToken)
  assert.deepEqual(wanted, { name: 'Notes', endpoint: new URL('/c/notes/mcp', url).href, hours: '24' })
  await page.getByText('made').waitFor()

  await page.goto(new URL('/connect/notes', url).href)
  await page.getByRole('button', { name: 'Connect' }).click()
  await page.getByRole('button', { name: 'Deny' }).click()
  await page.getByText('You did not allow it at the server').waitFor()
  await inspect(page, 'connect-failed')
  await page.getByRole('link', { name: 'See what happened' }).click()
  await page.getByText('Registered').or(page.getByText('We are known there by')).first().waitFor()
  await inspect(page, 'connect-trace')
  const reference = new URL(page.url()).pathname.split('/').at(-1) ?? ''

  await context.addCookies([{ name: 'as', value: 'olga', url: url.href }])
  await page.goto(new URL('/connections', url).href)
  await page.getByRole('link', { name: 'Sign-ins and failures of everybody' }).click()
  await page.getByRole('row', { name: reference }).waitFor()
  await inspect(page, 'connect-traces')
  await page.getByLabel('Reference').fill('con_nobody')
  await page.getByRole('button', { name: 'Show what happened' }).click()
  await page.getByText('There is nothing with the reference con_nobody.').waitFor()
  await page.getByLabel('Reference').fill(reference)
  await page.getByRole('button', { name: 'Show what happened' }).click()
  await page.getByText('Sent you to').waitFor()
  await context.addCookies([{ name: 'as', value: 'ada', url: url.href }])

  await page.goto(new URL('/connections', url).href)
  await page.getByRole('link', { name: 'Disconnect' }).click()
  await page.waitForURL(/\/disconnect$/)
  await inspect(page, 'disconnect')
  await page.getByRole('button', { name: 'Disconnect' }).click()
  await page.getByText('Disconnected from Notes.').waitFor()
  await page.getByText('You are not connected to anything yet').waitFor()
  // The other server has no icon, and our page that says why a sign-in failed is an answer 422.
  assert.deepEqual(
    found.filter((line) => line.startsWith(url.href) && !/status of 422/.test(line)),
    [],
  )
})

test('the page in between names where it leads, and needs no wider CSP', async () => {
  await using server = await startOidcServer()
  await using served = await serveConnections((bed) => ({ ada: bed.person('ada') }))
  const { url, bed } = served
  bed.list('notes', server.mcpUrl, { name: 'Notes' })
  const form = await fetch(new URL('/connect/notes', url), { headers: { cookie: 'as=ada' } })
  const cookie = ['as=ada', ...form.headers.getSetCookie().map((line) => line.split(';')[0])].join('; ')
  const token = /name="_token" value="([^"]+)"/.exec(await form.text())?.[1] ?? ''
  const send = (body: string): Promise<Response> =>
    fetch(new URL('/connect/notes', url), {
      method: 'POST',
      redirect: 'manual',
      headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' },
      body,
    })
  const answer = await send(new URLSearchParams({ _token: token }).toString())
  assert.equal(answer.status, 200)
  assert.match(answer.headers.get('refresh') ?? '', new RegExp(`^0; url=${server.issuer}/auth\\?`))
  assert.match(answer.headers.get('content-security-policy') ?? '', /form-action 'self'(;|$)/)
  assert.equal((await send('')).status, 403)
})

test('pages of connections are for those who are signed in, and show others nothing', async () => {
  await using server = await startOidcServer()
  await using served = await serveConnections((bed) => ({ ada: bed.person('ada') }))
  served.bed.list('notes', server.mcpUrl)
  for (const path of [
    '/connections',
    '/connect/notes',
    '/connections/callback?state=x',
    '/connections/trace/con_abc',
    '/connections/traces',
    '/connections/clients',
    '/connections/headers/notes',
  ]) {
    assert.equal((await fetch(new URL(path, served.url))).status, 401, path)
  }
  const asAda = { headers: { cookie: 'as=ada' } }
  assert.equal((await fetch(new URL('/connections/traces', served.url), asAda)).status, 403)
  assert.equal((await fetch(new URL('/connections/clients', served.url), asAda)).status, 403)
  assert.equal((await fetch(new URL('/connect/other', served.url), asAda)).status, 404)
  assert.equal((await fetch(new URL('/connections/0199/disconnect', served.url), asAda)).status, 404)
  const forged = await fetch(new URL('/de/connections/callback?state=x&code=y', served.url), asAda)
  assert.equal(forged.status, 422)
  assert.match(await forged.text(), /gehört zu keiner Anmeldung/)
})
