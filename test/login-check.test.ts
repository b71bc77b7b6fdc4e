import assert from 'node:assert/strict'
import { test } from 'node:test'
import { check, type Report, type SignIn } from '../packages/checker/src/index.ts'
import { createSafeFetch } from '../packages/wire/src/index.ts'
import { startBetterAuthServer } from '../directory/test/login-server-better-auth.ts'
import { startOidcServer } from '../directory/test/login-server.ts'
import { signIn } from '../directory/test/visit.ts'

const redirectUri = 'http://127.0.0.1:49153/callback'

/** A check with a login at an authorization server that this project did not write. */
async function checkedWithLogin(url: string, authorize: SignIn['authorize']): Promise<Report> {
  const fetch = createSafeFetch({ allowLoopback: true })
  try {
    const person: SignIn = { redirectUri, authorize, twice: true }
    return await check({ url, fetch, now: () => new Date(), scopes: ['passive', 'login'], signIn: person })
  } finally {
    await fetch.close()
  }
}

const live = /^(AUTH-(16|17|18|20|31|34|36)|TRN-18)$/
const outcomes = ({ findings }: Report) =>
  Object.fromEntries(
    findings
      .filter(({ rule }) => live.test(rule))
      .map(({ rule, outcome, case: name, because }) => [rule, name ?? because ?? outcome]),
  )

const everythingPasses = {
  'AUTH-16': 'pass',
  'AUTH-17': 'pass',
  'AUTH-18': 'pass',
  'AUTH-20': 'pass',
  'AUTH-31': 'pass',
  'AUTH-34': 'pass',
  'AUTH-36': 'pass',
  'TRN-18': 'no-session',
}

test('a login at oidc-provider passes every live rule', async () => {
  await using server = await startOidcServer()
  const report = await checkedWithLogin(server.mcpUrl, (url) => signIn(new URL(url), redirectUri, 'allow'))
  assert.deepEqual(outcomes(report), everythingPasses)
})

test('a login at better-auth passes every live rule', async () => {
  await using server = await startBetterAuthServer()
  const report = await checkedWithLogin(server.mcpUrl, (url) => server.signIn(new URL(url), redirectUri))
  assert.deepEqual(outcomes(report), everythingPasses)
})
