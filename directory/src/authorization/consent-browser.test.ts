import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { test } from 'node:test'
import { authorizationBed } from '../../test/authorization-bed.ts'
import { complaints, inspect, noChromium, openBrowser } from '../../test/browser.ts'
import { person } from '../../test/consent-journey.ts'
import { McpApp } from '../../test/mcp-app.ts'

/** The app's own little server, where the browser ends. */
async function callbackServer() {
  const server = createServer((_request, response) => void response.end('back in the app'))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/callback`,
    async [Symbol.asyncDispose]() {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
}

test('in Chromium a person signs in, allows an app and ends in the app, with the policy in force', async (t) => {
  await using chromium = await openBrowser()
  if (chromium === undefined) return t.skip(noChromium)
  await using bed = await authorizationBed()
  await using callback = await callbackServer()
  await bed.accounts.signUp(person)
  const app = new McpApp({ redirectUrl: callback.url })
  const page = await (await chromium.context()).newPage()
  const heard = complaints(page)
  await page.goto((await app.start(bed.notes)).href)
  await inspect(page, 'sign-in')
  await page.getByLabel('E-mail').fill(person.email)
  await page.getByLabel('Password').fill(person.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL(/\/authorize\//)
  await inspect(page, 'consent')
  await page.getByRole('button', { name: 'Allow', exact: true }).click()
  await page.waitForURL(/callback/)
  assert.equal(await page.textContent('body'), 'back in the app')
  await app.finish(bed.notes, new URL(page.url()))
  assert.deepEqual(await app.tools(bed.notes), ['ping'])
  assert.deepEqual(heard, [])
})

test('in Chromium every page of accounts and of access is readable, in four views and without a violation', async (t) => {
  await using chromium = await openBrowser()
  if (chromium === undefined) return t.skip(noChromium)
  await using bed = await authorizationBed()
  const page = await (await chromium.context()).newPage()
  const link = await bed.accounts.createOperatorLink()
  await page.goto(link.href)
  await page.goto(new URL('/sign-up', bed.url).href)
  await page.getByLabel('Name').fill('')
  await page.getByRole('button', { name: 'Create the account' }).click()
  await page.waitForSelector('.error-summary')
  await inspect(page, 'sign-up-errors')
  await page.getByLabel('Name').fill('Ada Lovelace')
  await page.getByLabel('E-mail').fill(person.email)
  await page.getByLabel('Password').fill(person.password)
  await page.getByRole('button', { name: 'Create the account' }).click()
  await page.goto(link.href)
  await inspect(page, 'operator')
  await page.getByRole('button', { name: 'Make me an operator' }).click()
  await page.waitForURL(/\/account$/)
  const elsewhere = {
    email: person.email,
    password: person.password,
    userAgent: 'Firefox/140.0 (Windows NT)',
  }
  await bed.accounts.signIn(elsewhere)
  await page.reload()
  await inspect(page, 'account')
  await page.goto(new URL('/account/access', bed.url).href)
  await page.getByLabel('Endpoint').fill(bed.notes.href)
  await page.getByLabel('Name').fill('Nightly export')
  await page.getByRole('button', { name: 'Make the token' }).click()
  await page.waitForSelector('.callout-good')
  await inspect(page, 'access-token')
  await page.goto(new URL('/authorize/refused?error=invalid_redirect_uri', bed.url).href)
  await inspect(page, 'refused')
})
