import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Hono } from 'hono'
import { Problem, type AppEnv } from '../kernel/index.ts'
import { errorHandler } from './error-page.tsx'
import { galleryApp } from './gallery-server.tsx'
import { contentSecurityPolicy } from './security.ts'

const publicUrl = new URL('http://directory.test')
const app = galleryApp(publicUrl)

async function openForm(): Promise<{ readonly cookie: string; readonly token: string }> {
  const answer = await app.request('/gallery')
  const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? ''
  const token = /name="_token" value="([\w-]+)"/.exec(await answer.text())?.[1] ?? ''
  return { cookie, token }
}

function post(body: Record<string, string>, headers: Record<string, string>): Promise<Response> {
  return Promise.resolve(
    app.request('/gallery', {
      method: 'POST',
      body: new URLSearchParams(body).toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    }),
  )
}

test('a page says its language and carries the headers that guard it', async () => {
  const answer = await app.request('/de/gallery')
  assert.match(await answer.text(), /^<!doctype html><html lang="de">/)
  assert.match(answer.headers.get('content-security-policy') ?? '', /script-src 'self';.*form-action 'self'$/)
  assert.equal(answer.headers.get('x-content-type-options'), 'nosniff')
  assert.equal(answer.headers.get('strict-transport-security'), null)
})

test('pages have no inline script, no inline style and no handler in an attribute', async () => {
  const html = await (await app.request('/gallery')).text()
  assert.doesNotMatch(html, /<script(?![^>]*\ssrc=)|<style|\sstyle=|\son\w+=/)
})

test('a form that our page sent is accepted', async () => {
  const { cookie, token } = await openForm()
  const answer = await post(
    { _token: token },
    { cookie, origin: publicUrl.origin, 'sec-fetch-site': 'same-origin' },
  )
  assert.equal(answer.status, 303)
  assert.match(answer.headers.get('set-cookie') ?? '', /^connectory-flash=/)
})

test('a flash message is shown once', async () => {
  const { cookie, token } = await openForm()
  const answer = await post({ _token: token }, { cookie })
  const flashCookie = answer.headers.get('set-cookie')?.split(';')[0] ?? ''
  const next = await app.request('/gallery', { headers: { cookie: `${cookie}; ${flashCookie}` } })
  assert.match(await next.text(), /flash-good[^>]*>Copied</)
  assert.match(next.headers.get('set-cookie') ?? '', /connectory-flash=; Max-Age=0/)
})

test('a flash cookie that somebody made up shows nothing', async () => {
  for (const value of ['e30', 'bm9uc2Vuc2U', Buffer.from('["good","evil","x"]').toString('base64url')]) {
    const answer = await app.request('/gallery', { headers: { cookie: `connectory-flash=${value}` } })
    assert.equal(answer.status, 200)
    assert.doesNotMatch(await answer.text(), /class="flash /)
  }
})

for (const [name, forge] of [
  ['without a token', (token: string, cookie: string) => ({ body: {}, headers: { cookie, token } })],
  ['with the token of another browser', (token: string) => ({ body: { _token: token }, headers: {} })],
  [
    'from another origin',
    (token: string, cookie: string) => ({
      body: { _token: token },
      headers: { cookie, origin: 'https://evil.test' },
    }),
  ],
  [
    'from another site',
    (token: string, cookie: string) => ({
      body: { _token: token },
      headers: { cookie, 'sec-fetch-site': 'cross-site' },
    }),
  ],
] as const) {
  test(`a form ${name} is refused`, async () => {
    const { cookie, token } = await openForm()
    const { body, headers } = forge(token, cookie)
    const answer = await post(body, headers)
    assert.equal(answer.status, 403)
    assert.match(await answer.text(), /Nothing was changed/)
  })
}

test('a bearer path needs no form token', async () => {
  assert.equal((await app.request('/api/things', { method: 'POST' })).status, 200)
})

test('a form that is too large is refused before it is read', async () => {
  const answer = await post({ text: 'x'.repeat(20_000) }, {})
  assert.equal(answer.status, 413)
})

test('on https the cookie of the browser is bound to the host', async () => {
  const answer = await galleryApp(new URL('https://directory.test')).request('/gallery')
  assert.match(
    answer.headers.get('set-cookie') ?? '',
    /^__Host-connectory-browser=.*HttpOnly; Secure; SameSite=Lax$/,
  )
  assert.match(answer.headers.get('strict-transport-security') ?? '', /max-age/)
})

test('an unknown address is a page for people and a problem for programs', async () => {
  const page = await app.request('/es/nada')
  assert.equal(page.status, 404)
  assert.match(await page.text(), /Aquí no hay nada/)
  const api = await app.request('/api/nothing')
  assert.equal(api.headers.get('content-type'), 'application/problem+json')
  const body: unknown = await api.json()
  assert.equal((body as { code: string }).code, 'not-found')
})

test('a fault before the frame of a page was set is a problem for programs', async () => {
  const faults: string[] = []
  const bare = new Hono<AppEnv>()
  bare.get('/mcp', () => {
    throw new Error('ours')
  })
  bare.onError(errorHandler((error) => faults.push(error.message)))
  const answer = await bare.request('/mcp')
  assert.equal(answer.status, 500)
  assert.equal(answer.headers.get('content-type'), 'application/problem+json')
  assert.deepEqual(faults, ['ours'])
})

test('a fault of ours shows a reference and nothing else', async () => {
  const answer = await app.request('/broken')
  const html = await answer.text()
  assert.equal(answer.status, 500)
  assert.ok(html.includes(answer.headers.get('x-request-id') ?? 'missing'))
  assert.doesNotMatch(html, /a secret of ours/)
})

test('a form may lead to a vetted origin, for one response', () => {
  assert.match(contentSecurityPolicy(['https://login.test']), /form-action 'self' https:\/\/login\.test$/)
  assert.match(contentSecurityPolicy([]), /form-action 'self'$/)
})

test('assets travel compressed, pages do not', async () => {
  const page = await app.request('/gallery', { headers: { 'accept-encoding': 'gzip' } })
  assert.equal(page.headers.get('content-encoding'), null)
  const html = await page.text()
  const url = /"(\/assets\/[^"]+\.css)"/.exec(html)?.[1] ?? ''
  const asset = await app.request(url, { headers: { 'accept-encoding': 'gzip' } })
  assert.equal(asset.headers.get('content-encoding'), 'gzip')
  assert.match(asset.headers.get('vary') ?? '', /accept-encoding/i)
})

test('assets are kept for a year under the hash of their content', async () => {
  const html = await (await app.request('/gallery')).text()
  const urls = [...html.matchAll(/"(\/assets\/[^"]+)"/g)].map((match) => match[1] ?? '')
  assert.equal(urls.length, 5)
  for (const url of urls) {
    const answer = await app.request(url)
    assert.equal(answer.status, 200)
    assert.match(answer.headers.get('cache-control') ?? '', /immutable/)
    assert.equal(answer.headers.get('set-cookie'), null)
  }
  const old = await app.request('/assets/0000000000000000/app.css')
  assert.equal(old.headers.get('cache-control'), 'no-cache')
})

test('a forged Host header changes nothing on a page', async () => {
  const answer = await app.request('http://evil.test/gallery', { headers: { host: 'evil.test' } })
  assert.doesNotMatch(await answer.text(), /evil\.test/)
})

test('somebody who opens a page without signing in comes to the sign-in and back; a script gets the problem', async () => {
  const bare = galleryApp(publicUrl)
  bare.get('/mine', () => {
    throw new Problem('not-signed-in', 'Sign in to do this.')
  })
  const opened = await bare.request('/de/mine?page=2', { headers: { 'sec-fetch-dest': 'document' } })
  assert.equal(opened.status, 303)
  assert.equal(opened.headers.get('location'), '/de/sign-in?next=%2Fde%2Fmine%3Fpage%3D2')
  const asked = await bare.request('/de/mine', { headers: { 'sec-fetch-dest': 'empty' } })
  assert.equal(asked.status, 401)
})
