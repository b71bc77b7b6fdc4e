import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Change } from '../../test/faulty-login/fault.ts'
import { startPair, type Pair } from '../../test/faulty-login/pair.ts'
import { person } from '../../test/faulty-login/person.ts'
import { checked, findingsOf } from '../../test/servers.ts'
import type { CheckOptions, Report } from '../index.ts'

const scopes = ['passive', 'login'] as const
const live = ['AUTH-16', 'AUTH-17', 'AUTH-18', 'AUTH-20', 'AUTH-31', 'AUTH-34', 'TRN-18'] as const

async function loggedIn(
  change: Change = {},
  more: Partial<CheckOptions> = {},
): Promise<{ readonly report: Report; readonly pair: Pair }> {
  await using pair = await startPair(change)
  const report = await checked(pair.mcpUrl, { scopes, signIn: person(), now: pair.now, ...more })
  return { report, pair }
}

const outcomes = (report: Report) =>
  Object.fromEntries(
    live.map((id) => [id, findingsOf(report, id).map((one) => one.case ?? one.because ?? one.outcome)]),
  )

test('a person logs in to the clean pair: every live rule passes, and the verdict is ready', async () => {
  const { report } = await loggedIn()
  const expected = Object.fromEntries(live.map((id) => [id, ['pass']]))
  assert.deepEqual(outcomes(report), { ...expected, 'TRN-18': ['no-session'] })
  assert.equal(report.verdict, 'ready')
  assert.equal(report.server.toolCount, report.tools?.length)
})

test('afterwards nothing is left: no client, no token', async () => {
  const { pair } = await loggedIn()
  assert.equal(pair.world.clients.size, 0)
  assert.ok([...pair.world.refreshTokens.values()].every(({ used, grant }) => used || grant.revoked))
})

test('no secret of the login stands in the report', async () => {
  const { report, pair } = await loggedIn()
  const text = JSON.stringify(report)
  const { accessTokens, refreshTokens, codes } = pair.world
  const secrets = [...accessTokens.keys(), ...refreshTokens.keys(), ...codes.keys()]
  assert.ok(secrets.length >= 4)
  for (const secret of secrets) assert.ok(!text.includes(secret), secret)
})

test('a person who logs in twice shows that a code needs its verifier', async () => {
  const clean = await loggedIn({}, { signIn: person('allow', { twice: true }) })
  assert.equal(findingsOf(clean.report, 'AUTH-36')[0]?.outcome, 'pass')
  const once = await loggedIn()
  assert.equal(findingsOf(once.report, 'AUTH-36')[0]?.because, 'one-login')
})
