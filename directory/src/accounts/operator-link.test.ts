import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createIds, createVault, manualClock } from '../kernel/index.ts'
import { createOrganisations } from '../organisations/index.ts'
import { testDatabase } from '../../test/database.ts'
import { quickPasswords } from '../../test/quick-passwords.ts'
import { createAccounts, type AccountsDeps } from './create-accounts.ts'
import { createOperatorLink, operatorLinkStands, redeemOperatorLink } from './operator-link.ts'
import { createSignInStore } from './sign-in-store.ts'

async function open() {
  const database = await testDatabase()
  const clock = manualClock(new Date())
  const ids = createIds(clock)
  const deps: AccountsDeps = {
    db: database.db,
    vault: createVault([{ id: 'k1', bytes: new Uint8Array(32).fill(7) }]),
    clock,
    ids,
    organisations: createOrganisations({ clock, ids }),
    publicUrl: new URL('http://127.0.0.1:8080'),
    clientAddress: () => undefined,
    passwords: quickPasswords,
  }
  const accounts = await createAccounts(deps)
  const context = { ...deps, signIns: await createSignInStore(deps) }
  const { viewer } = await accounts.signUp({
    name: 'Ada',
    email: 'a@example.org',
    password: 'long enough password',
  })
  const makeLink = async () => (await createOperatorLink(context)).pathname.replace('/operator/', '')
  return {
    ...database,
    accounts,
    clock,
    context,
    viewer,
    makeLink,
    [Symbol.asyncDispose]: () => database[Symbol.asyncDispose](),
  }
}

test('the first who opens the link becomes operator and reviewer; the second is told that it is used', async () => {
  await using it = await open()
  assert.equal(await it.accounts.hasOperator(), false)
  const token = await it.makeLink()
  const both = await Promise.allSettled([
    redeemOperatorLink(it.context, it.viewer, token),
    redeemOperatorLink(it.context, it.viewer, token),
  ])
  assert.deepEqual(both.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected'])
  assert.equal(await it.accounts.hasOperator(), true)
  const person = await it.accounts.personById(it.viewer.person)
  assert.deepEqual(person?.roles, new Set(['operator', 'reviewer']))
  await assert.rejects(redeemOperatorLink(it.context, it.viewer, token), /used already or is older/)
})

test('a link stands for 24 hours, and a new one takes its place', async () => {
  await using it = await open()
  const old = await it.makeLink()
  const token = await it.makeLink()
  assert.equal(await operatorLinkStands(it.context, old), false)
  assert.equal(await operatorLinkStands(it.context, token), true)
  it.clock.advance(24 * 3600 * 1000)
  await assert.rejects(redeemOperatorLink(it.context, it.viewer, token), /24 hours/)
  assert.equal(await it.accounts.hasOperator(), false)
})

test('the table holds a hash of the link only', async () => {
  await using it = await open()
  const token = await it.makeLink()
  const { rows } = await it.pool.query('select * from operator_link')
  assert.equal(rows.length, 1)
  assert.ok(!JSON.stringify(rows).includes(token))
})
