import assert from 'node:assert/strict'
import { test } from 'node:test'
import { authorizationBed } from '../../test/authorization-bed.ts'
import { person } from '../../test/consent-journey.ts'
import { formBrowser } from '../../test/form-browser.ts'

const credentials = { email: person.email, password: person.password }

test('a new person signs up, lands where they wanted to go, and sees the account', async () => {
  await using bed = await authorizationBed()
  const browser = formBrowser(bed.url)
  const page = await browser.open('/de/sign-up?next=%2Fde%2Faccount')
  const bad = await browser.send(page, '/sign-up', { ...person, password: 'short' })
  assert.equal(bad.status, 422)
  assert.match(bad.text, /mindestens 10 Zeichen/)
  assert.match(bad.text, /value="ada@example.org"/)
  assert.ok(!bad.text.includes('short"'), 'a password is never sent back')
  const account = await browser.send(bad, '/sign-up', person)
  assert.equal(account.url.pathname, '/de/account')
  for (const part of ['Willkommen', person.email, 'Persönlich', 'Dieser Browser']) {
    assert.ok(account.text.includes(part), part)
  }
  const second = await formBrowser(bed.url).open('/sign-up')
  const exists = await browser.open('/sign-up')
  assert.equal(exists.url.pathname, '/', 'who is signed in has no business here')
  assert.equal(second.status, 200)
})

test('an e-mail that is taken says so beside the field', async () => {
  await using bed = await authorizationBed()
  await bed.accounts.signUp(person)
  const browser = formBrowser(bed.url)
  const page = await browser.send(await browser.open('/sign-up'), '/sign-up', person)
  assert.equal(page.status, 409)
  assert.match(page.text, /There is an account with this e-mail already/)
})

test('a wrong password keeps the e-mail and the way on; a foreign next leads home', async () => {
  await using bed = await authorizationBed()
  await bed.accounts.signUp(person)
  const browser = formBrowser(bed.url)
  const wrong = await browser.send(await browser.open('/sign-in?next=%2Faccount'), '/sign-in', {
    ...credentials,
    password: 'something else',
  })
  assert.equal(wrong.status, 422)
  assert.match(wrong.text, /E-mail or password is wrong/)
  const account = await browser.send(wrong, '/sign-in', credentials)
  assert.equal(account.url.pathname, '/account')
  const other = formBrowser(bed.url)
  const foreign = await other.open('/sign-in?next=https%3A%2F%2Fevil.example%2F')
  assert.equal((await other.send(foreign, '/sign-in', credentials)).url.href, bed.url.href)
})

test('signing in makes a new session and ends the one that the browser brought', async () => {
  await using bed = await authorizationBed()
  const planted = await bed.accounts.signUp(person)
  const cookie = planted.cookies[0]?.split(';')[0] ?? ''
  const browser = formBrowser(bed.url)
  const page = await browser.open('/sign-in')
  const own = browser.cookies().map(({ name, value }) => `${name}=${value}`)
  const token = /name="_token" value="([^"]+)"/.exec(page.text)?.[1] ?? ''
  const response = await fetch(new URL('/sign-in', bed.url), {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie: [cookie, ...own].join('; ') },
    body: new URLSearchParams({ ...credentials, _token: token }),
  })
  assert.equal(response.status, 303)
  const fresh = response.headers.getSetCookie().find((line) => line.startsWith('connectory-session='))
  assert.ok(fresh !== undefined && !fresh.startsWith(`${cookie};`))
  assert.equal(await bed.accounts.viewerOf({ headers: new Headers({ cookie }) }), null)
})

test('a new password ends the other sessions and keeps this one', async () => {
  await using bed = await authorizationBed()
  const elsewhere = await bed.accounts.signUp(person)
  const cookie = elsewhere.cookies[0]?.split(';')[0] ?? ''
  const browser = formBrowser(bed.url)
  const account = await browser.send(await browser.open('/sign-in?next=/account'), '/sign-in', credentials)
  const wrong = await browser.send(account, '/account/password', {
    current: 'not it at all',
    next: 'a new good one',
  })
  assert.equal(wrong.status, 422)
  assert.match(wrong.text, /The current password is wrong/)
  const changed = await browser.send(wrong, '/account/password', {
    current: person.password,
    next: 'a new good one',
  })
  assert.equal(changed.url.pathname, '/account')
  assert.match(changed.text, /The password is changed/)
  assert.equal(await bed.accounts.viewerOf({ headers: new Headers({ cookie }) }), null)
  await assert.rejects(bed.accounts.signIn(credentials), { code: 'invalid-input' })
})

test('a session can be ended from another one, but never somebody else’s', async () => {
  await using bed = await authorizationBed()
  const mine = await bed.accounts.signUp(person)
  const strangers = await bed.accounts.signUp({ ...person, email: 'bob@example.org' })
  const cookieOf = ({ cookies }: typeof mine) => ({
    headers: new Headers({ cookie: cookies[0]?.split(';')[0] ?? '' }),
  })
  const browser = formBrowser(bed.url)
  const account = await browser.send(await browser.open('/sign-in?next=/account'), '/sign-in', credentials)
  const { rows } = await bed.database.pool.query(
    'select id from auth.session where "userId" = (select sign_in_id from person where email = $1)',
    ['bob@example.org'],
  )
  await browser.send(account, '/account/sessions/end', { session: String(rows[0]?.id) })
  assert.ok(await bed.accounts.viewerOf(cookieOf(strangers)))
  await browser.send(account, '/account/sessions/end-others', {})
  assert.equal(await bed.accounts.viewerOf(cookieOf(mine)), null)
  assert.ok(await bed.accounts.viewerOf(cookieOf(strangers)))
})

test('signing out needs the form, and then the account is closed', async () => {
  await using bed = await authorizationBed()
  await bed.accounts.signUp(person)
  const browser = formBrowser(bed.url)
  const account = await browser.send(await browser.open('/sign-in?next=/account'), '/sign-in', credentials)
  const forged = await browser.send(account, '/sign-out', { _token: 'forged' })
  assert.equal(forged.status, 403)
  assert.equal((await browser.open('/account')).url.pathname, '/account')
  await browser.send(account, '/sign-out', {})
  assert.equal((await browser.open('/account')).url.pathname, '/sign-in')
})

test('the operator link waits for an account, works once, and then says that it is gone', async () => {
  await using bed = await authorizationBed()
  const link = await bed.accounts.createOperatorLink()
  const browser = formBrowser(bed.url)
  const first = await browser.open(link)
  assert.match(first.text, /Create yours or sign in/)
  const signUp = await browser.open(`/sign-up?next=${encodeURIComponent(link.pathname)}`)
  const page = await browser.send(signUp, '/sign-up', person)
  assert.equal(page.url.pathname, link.pathname)
  const account = await browser.send(page, link.pathname, {})
  assert.match(account.text, /Operator/)
  const gone = await browser.open(link)
  assert.equal(gone.status, 404)
  assert.match(gone.text, /does not work any more/)
})
