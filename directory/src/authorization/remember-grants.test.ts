import assert from 'node:assert/strict'
import { test } from 'node:test'
import { until } from '../../../test/until.ts'
import { authorizationBed } from '../../test/authorization-bed.ts'
import { rememberGrants } from './remember-grants.ts'

const person = { name: 'Ada', email: 'ada@example.org', password: 'correct horse battery' }

test('grants in use are asked for together and calls ask nothing; what ends on another replica is refused here within a second', async () => {
  await using bed = await authorizationBed()
  const { authorization, clock, database } = bed
  const { viewer } = await bed.accounts.signUp(person)
  const issue = async (name: string) =>
    (await authorization.issueToken({ viewer, endpoint: bed.notes.href, hours: 8, name })).grant
  const [kept, ended] = [await issue('kept'), await issue('ended')]
  const here = rememberGrants({ db: database.db, clock })
  assert.deepEqual([await here.stands(kept), await here.stands(ended)], [true, true])
  await authorization.revokeGrant(viewer, ended)
  assert.equal(await here.stands(ended), true, 'another replica has not looked yet')
  clock.advance(600)
  assert.equal(await here.stands(kept), true)
  // The clock stands: only the common question can have found it.
  await until(async () => !(await here.stands(ended)))
  const locked = await database.pool.connect()
  try {
    await locked.query('begin; lock table authorization_grant in access exclusive mode')
    clock.advance(600)
    const asks = (grant: string) =>
      Promise.race([here.stands(grant), new Promise((resolve) => setImmediate(resolve, 'asks'))])
    assert.equal(await asks(kept), true, 'asked for twelve tenths of a second ago, and again with the other')
    clock.advance(400)
    assert.equal(await asks(kept), 'asks', 'the question of a second ago is too old, and the next one waits')
  } finally {
    await locked.query('rollback')
    locked.release()
  }
  assert.equal(await here.stands(kept), true)
})

test('what was ended here is asked for at once', async () => {
  await using bed = await authorizationBed()
  const { authorization, clock, database } = bed
  const { viewer } = await bed.accounts.signUp(person)
  const input = { viewer, endpoint: bed.notes.href, hours: 8, name: 'job' }
  const { grant } = await authorization.issueToken(input)
  const here = rememberGrants({ db: database.db, clock })
  assert.equal(await here.stands(grant), true)
  await authorization.revokeGrant(viewer, grant)
  here.forget(grant)
  assert.equal(await here.stands(grant), false)
})
