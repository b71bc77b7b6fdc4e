import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { getMigrations } from 'better-auth/db/migration'
import {
  createIds,
  createVault,
  inTransaction,
  manualClock,
  Problem,
  type PersonId,
} from '../kernel/index.ts'
import { createOrganisations } from '../organisations/index.ts'
import { testDatabase } from '../../test/database.ts'
import { quickPasswords } from '../../test/quick-passwords.ts'
import { createAccounts, type AccountsDeps } from './create-accounts.ts'
import { createClientAddress } from './client-address.ts'
import { safeNext } from './safe-next.ts'
import { signInOptions } from './sign-in-store.ts'

const password = 'correct horse battery'

/** As the product stores passwords; the other tests hash them quickly. */
const asInUse = {}

async function open(
  publicUrl = new URL('http://127.0.0.1:8080'),
  hashing: Pick<AccountsDeps, 'passwords'> = { passwords: quickPasswords },
) {
  const database = await testDatabase()
  const clock = manualClock(new Date())
  const ids = createIds(clock)
  const deps = {
    db: database.db,
    vault: createVault([{ id: 'k1', bytes: new Uint8Array(32).fill(7) }]),
    clock,
    ids,
    organisations: createOrganisations({ clock, ids }),
    publicUrl,
    clientAddress: createClientAddress([]),
    ...hashing,
  }
  const accounts = await createAccounts(deps)
  return {
    ...database,
    deps,
    clock,
    accounts,
    [Symbol.asyncDispose]: () => database[Symbol.asyncDispose](),
  }
}

/** The cookies as a browser sends them back. */
function asking(cookies: readonly string[]): { headers: Headers } {
  return { headers: new Headers({ cookie: cookies.map((cookie) => cookie.split(';')[0]).join('; ') }) }
}

const ada = { name: 'Ada', email: 'ada@example.org', password }

function problem(code: string, sentence?: RegExp) {
  return (error: unknown) =>
    error instanceof Problem && error.code === code && (sentence?.test(error.message) ?? true)
}

test('who signs up is a viewer with a personal organisation, and the next sign-in finds the same person', async () => {
  await using it = await open(undefined, asInUse)
  const { viewer, cookies } = await it.accounts.signUp(ada)
  assert.deepEqual(await it.accounts.viewerOf(asking(cookies)), viewer)
  const again = await it.accounts.signIn({ email: ' ADA@Example.org ', password })
  assert.deepEqual(again.viewer, viewer)
  const [organisation, ...others] = await it.deps.organisations.organisationsOf(it.db, viewer.person)
  assert.equal(organisation?.id, viewer.organisation)
  assert.equal(organisation.kind, 'personal')
  assert.deepEqual(others, [])
})

test('two people never share an organisation', async () => {
  await using it = await open()
  const one = await it.accounts.signUp(ada)
  const two = await it.accounts.signUp({ ...ada, email: 'bob@example.org', name: 'Bob' })
  assert.notEqual(one.viewer.organisation, two.viewer.organisation)
  assert.equal(await it.deps.organisations.isMember(it.db, one.viewer.organisation, one.viewer.person), true)
  assert.equal(await it.deps.organisations.isMember(it.db, one.viewer.organisation, two.viewer.person), false)
  assert.equal(await it.deps.organisations.isOwner(it.db, one.viewer.organisation, one.viewer.person), true)
  assert.equal(await it.deps.organisations.isOwner(it.db, one.viewer.organisation, two.viewer.person), false)
  assert.equal(await it.deps.organisations.ownsTeam(it.db, one.viewer.organisation, one.viewer.person), false)
})

test('training is off until a person allows it, and a team cannot', async () => {
  await using it = await open()
  await it.accounts.signUp(ada)
  const { rows } = await it.pool.query('select kind, allows_training from organisation')
  assert.deepEqual(rows, [{ kind: 'personal', allows_training: false }])
  const team = `insert into organisation (id, name, kind, allows_training, created_at)
    values ('01900000-0000-7000-8000-000000000000', 'Team', 'team', true, '2026-11-21')`
  await assert.rejects(it.pool.query(team), /organisation_training/)
})

test('a crash between sign-in and person is repaired once, however many requests come at the same time', async () => {
  await using it = await open()
  const { cookies } = await it.accounts.signUp(ada)
  await it.pool.query('truncate person, organisation, membership cascade')
  const viewers = await Promise.all(Array.from({ length: 8 }, () => it.accounts.viewerOf(asking(cookies))))
  assert.equal(new Set(viewers.map((viewer) => viewer?.organisation)).size, 1)
  assert.ok(viewers[0])
  const { rows } = await it.pool.query('select count(*)::int as people from person')
  assert.deepEqual(rows, [{ people: 1 }])
})

test('after signing out the old cookie opens nothing', async () => {
  await using it = await open()
  const { cookies } = await it.accounts.signUp(ada)
  const leaving = await it.accounts.signOut(asking(cookies))
  assert.ok(leaving.every((cookie) => /Max-Age=0/i.test(cookie)))
  assert.equal(await it.accounts.viewerOf(asking(cookies)), null)
})

test('nothing but the signed cookie speaks for a person', async () => {
  await using it = await open()
  const { cookies } = await it.accounts.signUp(ada)
  const value = cookies[0]?.split(';')[0]?.split('=')[1] ?? ''
  const [token = ''] = decodeURIComponent(value).split('.')
  for (const headers of [
    { authorization: `Bearer ${token}` },
    { cookie: `connectory-session=${token}` },
    { cookie: `connectory-session=${token}.${'A'.repeat(43)}%3D` },
    { cookie: `__Host-connectory-session=${value}` },
  ]) {
    assert.equal(await it.accounts.viewerOf({ headers: new Headers(headers) }), null)
  }
})

test('no session of the database opens a session of a browser', async () => {
  await using it = await open(undefined, asInUse)
  const { cookies } = await it.accounts.signUp(ada)
  const sent = decodeURIComponent(cookies[0]?.split(';')[0]?.split('=')[1] ?? '')
  const [token = '', signature = ''] = sent.split('.')
  assert.ok(token.length >= 32 && signature.length >= 43)
  const { rows: tables } = await it.pool.query(
    "select schemaname || '.' || quote_ident(tablename) as name from pg_tables where schemaname in ('auth', 'public')",
  )
  let dump = ''
  for (const { name } of tables) {
    const { rows } = await it.pool.query(`select * from ${String(name)}`)
    dump += JSON.stringify(rows)
  }
  assert.ok(dump.includes('ada@example.org'), 'the dump holds the tables')
  assert.ok(!dump.includes(token), 'the token is in no table')
  assert.ok(!dump.includes(signature), 'its signature neither')
  assert.ok(!dump.includes(password), 'nor the password')
  const { rows } = await it.pool.query<{ token: string }>('select token from auth.session')
  for (const stored of rows) {
    const headers = new Headers({ cookie: `connectory-session=${stored.token}.${signature}` })
    assert.equal(await it.accounts.viewerOf({ headers }), null)
  }
})

test('on https the cookie is __Host-, Secure, HttpOnly and Lax; on loopback http it has a plain name', async () => {
  await using secure = await open(new URL('https://directory.example'))
  const [cookie = ''] = (await secure.accounts.signUp(ada)).cookies
  assert.match(cookie, /^__Host-connectory-session=/)
  for (const part of [/; Secure/i, /; HttpOnly/i, /; SameSite=Lax/i, /; Path=\/(;|$)/i])
    assert.match(cookie, part)
  assert.doesNotMatch(cookie, /Domain=/i)
  await using plain = await open()
  const [other = ''] = (await plain.accounts.signUp(ada)).cookies
  assert.match(other, /^connectory-session=/)
  assert.doesNotMatch(other, /; Secure/i)
})

test('a wrong password and an unknown e-mail read the same', async () => {
  await using it = await open()
  await it.accounts.signUp(ada)
  const refusals: string[] = []
  for (const input of [
    { email: 'ada@example.org', password: 'wrong password' },
    { email: 'nobody@example.org', password },
    { email: 'not an e-mail', password },
  ]) {
    await assert.rejects(it.accounts.signIn(input), (error: Problem) => {
      refusals.push(`${error.code} ${error.message}`)
      return problem('invalid-input')(error)
    })
  }
  assert.equal(new Set(refusals).size, 1, refusals.join('\n'))
})

test('the eleventh attempt on one e-mail waits, also with the right password, and the window passes', async () => {
  await using it = await open()
  await it.accounts.signUp(ada)
  const attempt = (guess: string) => it.accounts.signIn({ email: ada.email, password: guess })
  const guesses = await Promise.allSettled(Array.from({ length: 10 }, () => attempt('wrong password')))
  assert.ok(guesses.every(({ status }) => status === 'rejected'))
  await assert.rejects(attempt(password), problem('too-many', /Try again in 15 min/))
  it.clock.advance(15 * 60_000)
  assert.equal((await attempt(password)).viewer.email, ada.email)
})

test('one address has 60 attempts over all e-mails', async () => {
  await using it = await open()
  const refused = (index: number) =>
    it.accounts
      .signIn({ email: `p${index}@example.org`, password: 'x'.repeat(300), address: '192.0.2.7' })
      .then(
        () => 'in',
        (error: Problem) => error.code,
      )
  const codes = await Promise.all(Array.from({ length: 61 }, (_, index) => refused(index)))
  assert.equal(codes.filter((code) => code === 'too-many').length, 1)
})

for (const [input, field, sentence] of [
  [{ ...ada, password: 'short' }, 'password', /at least 10/],
  [{ ...ada, password: 'x'.repeat(257) }, 'password', /at most 256/],
  [{ ...ada, password: 'ADA@example.org' }, 'password', /not your e-mail/],
  [{ ...ada, name: '  ' }, 'name', /1 to 120/],
  [{ ...ada, email: 'ada' }, 'email', /name@example\.org/],
] as const) {
  test(`signing up with a bad ${field} says ${sentence.source} and writes nothing`, async () => {
    await using it = await open()
    await assert.rejects(it.accounts.signUp(input), (error: Problem) => {
      assert.match(error.fields[field] ?? '', sentence)
      return problem('invalid-input')(error)
    })
    const { rows } = await it.pool.query('select count(*)::int as users from auth."user"')
    assert.deepEqual(rows, [{ users: 0 }])
  })
}

test('an e-mail has one account', async () => {
  await using it = await open()
  await it.accounts.signUp(ada)
  await assert.rejects(it.accounts.signUp({ ...ada, email: 'Ada@EXAMPLE.org' }), problem('already-exists'))
})

test('a role is granted once, with an audit row that says who and why', async () => {
  await using it = await open()
  const { viewer, cookies } = await it.accounts.signUp(ada)
  const grant = () =>
    inTransaction(it.db, (trx) =>
      it.accounts.grantRole(trx, viewer.person, 'reviewer', { kind: 'system', name: 'demo' }, 'Set up.'),
    )
  await grant()
  await grant()
  assert.deepEqual((await it.accounts.viewerOf(asking(cookies)))?.roles, new Set(['reviewer']))
  assert.deepEqual((await it.accounts.personById(viewer.person))?.roles, new Set(['reviewer']))
  const { rows } = await it.pool.query("select reason, actor from audit where action = 'accounts.grant-role'")
  assert.deepEqual(rows, [{ reason: 'Set up.', actor: 'demo' }])
  const nobody = it.deps.ids.next<PersonId>()
  const toNobody = it.accounts.grantRole(it.db, nobody, 'operator', { kind: 'system', name: 'x' })
  await assert.rejects(toNobody, problem('not-found'))
})

test('the migration of the sign-in tables is the one that the library asks for', async () => {
  await using it = await open()
  const options = signInOptions(it.deps, 'x'.repeat(32))
  const elsewhere = { db: it.db, type: 'postgres', schemaName: 'elsewhere' } as const
  const nothing = await getMigrations({ ...options, database: elsewhere })
  assert.equal(nothing.toBeCreated.length, 4, 'the library looks at the schema that it is told')
  const wanted = await getMigrations(options)
  assert.deepEqual(wanted.toBeCreated, [])
  assert.deepEqual(wanted.toBeAdded, [])
})

for (const [next, expected] of [
  ['/connectors?q=mail', '/connectors?q=mail'],
  ['/de/submissions/new', '/de/submissions/new'],
  ['//evil.example', '/'],
  ['/\\evil.example', '/'],
  ['/%5c%5cevil', '/%5c%5cevil'],
  ['/..//evil.example', '/'],
  ['https://evil.example', '/'],
  ['/\t/evil.example', '/'],
  ['javascript:alert(1)', '/'],
  [undefined, '/'],
] as const) {
  test(`after signing in, next=${JSON.stringify(next)} leads to ${expected}`, () => {
    assert.equal(safeNext(next, '/'), expected)
  })
}

test('the sign-in library is named by the store and its adapter only', () => {
  const src = join(import.meta.dirname, '..')
  const files = globSync('**/*.{ts,tsx}', { cwd: src }).filter((file) => !/\.test\.tsx?$/.test(file))
  assert.ok(files.length > 50)
  const naming = files.filter((file) => /from '@?better-auth/.test(readFileSync(join(src, file), 'utf8')))
  assert.deepEqual(naming.toSorted(), ['accounts/hashed-session-adapter.ts', 'accounts/sign-in-store.ts'])
})
