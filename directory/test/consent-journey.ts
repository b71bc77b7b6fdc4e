import assert from 'node:assert/strict'
import type { AuthorizationBed } from './authorization-bed.ts'
import { formBrowser, type FormBrowser } from './form-browser.ts'
import { McpApp } from './mcp-app.ts'

export const person = { name: 'Ada', email: 'ada@example.org', password: 'correct horse battery' }

/** From the app's wish to its callback, as a person who agrees. */
export async function consent(browser: FormBrowser, start: URL): Promise<URL> {
  let page = await browser.open(start)
  if (page.url.pathname === '/sign-in') {
    page = await browser.send(page, '/sign-in', { email: person.email, password: person.password })
  }
  assert.match(page.url.pathname, /^\/authorize\//, page.text.slice(0, 500))
  const done = await browser.send(page, page.url.pathname, { answer: 'allow' })
  return done.url
}

export async function connected(bed: AuthorizationBed, endpoint: URL) {
  await bed.accounts.signUp(person)
  const app = new McpApp()
  const browser = formBrowser(bed.url)
  const callback = await consent(browser, await app.start(endpoint))
  await app.finish(endpoint, callback)
  return { app, browser, callback }
}

export async function postToken(bed: AuthorizationBed, fields: Readonly<Record<string, string>>) {
  const body = new URLSearchParams(fields)
  const response = await fetch(new URL('/oauth/token', bed.url), { method: 'POST', body })
  const answer = (await response.json()) as Readonly<Record<string, string>>
  return { status: response.status, answer }
}

export function tokenOf(app: McpApp): string {
  assert.ok(app.kept)
  return app.kept.access_token
}
