import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createSafeFetch } from '@connectory/wire'
import { html, redirect, type Answer } from '../../test/faulty-login/messages.ts'
import { instead, places } from '../../test/faulty-login/fault.ts'
import { startPair } from '../../test/faulty-login/pair.ts'
import { checked } from '../../test/servers.ts'
import type { AuthorizeAnswer } from './authorization-facts.ts'
import { collectRemote } from './remote.ts'

const callbackUrl = 'https://directory.example/oauth/callback'

/** How the answer to the right authorization request is read. */
async function read(answer: Answer): Promise<AuthorizeAnswer | undefined> {
  await using pair = await startPair(instead(places.authorize, answer))
  const fetch = createSafeFetch({ allowLoopback: true })
  try {
    const url = new URL(pair.mcpUrl)
    const { parts } = await collectRemote({
      url,
      fetch,
      now: pair.now,
      scopes: ['passive', 'login'],
      callbackUrl,
    })
    return parts.authorize.looked ? parts.authorize.value.answers[0] : undefined
  } finally {
    await fetch.close()
  }
}

test('a login page whose script speaks of errors is a page', async () => {
  const page = '<title>Log in</title><script>const text = "Error: invalid redirect_uri"</script><form></form>'
  assert.equal((await read(html(200, page)))?.outcome, 'page')
})

test('a redirect to a login page, here or elsewhere, leads onwards and is not followed', async () => {
  for (const place of ['/login?return=%2Fauthorize', 'https://accounts.example/sign-in?redirect_uri=x']) {
    assert.equal((await read(redirect(place)))?.outcome, 'onwards')
  }
})

test('a redirect to an error page is a refusal, and says whether it is about the redirect address', async () => {
  const about = await read(redirect('/oops?error=invalid_request&error_description=redirect_uri+mismatch'))
  assert.equal(about?.outcome, 'refused')
  assert.equal(about?.namesRedirect, true)
  assert.equal((await read(redirect('/error?code=7')))?.namesRedirect, false)
  assert.equal((await read(redirect('http://')))?.outcome, 'refused')
})

test('an answer behind the hash came back to the client too', async () => {
  const back = await read(redirect(`${callbackUrl}#error=unsupported_response_type&state=another`))
  assert.equal(back?.outcome, 'back')
  assert.equal(back?.error, 'unsupported_response_type')
  assert.equal(back?.state, 'other')
})

test('nothing that a stranger writes into an answer is more than text in the report', async () => {
  const answer = redirect(`${callbackUrl}?error=${encodeURIComponent('\u202e<b>'.repeat(300))}`)
  await using pair = await startPair(instead(places.authorize, answer))
  const report = await checked(pair.mcpUrl, { scopes: ['passive', 'login'], callbackUrl })
  const found = report.findings.find(({ rule }) => rule === 'AUTH-11')
  assert.equal(found?.case, 'sent-back')
  assert.ok((found?.message.length ?? 0) < 1000)
  assert.doesNotMatch(found?.message ?? '', /\u202e/)
})
