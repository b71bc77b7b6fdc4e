import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { createSafeFetch } from '@connectory/wire'
import { testDatabase } from '../../test/database.ts'
import { startOidcServer } from '../../test/login-server.ts'
import { reply, scriptedServer } from '../../test/scripted-server.ts'
import type { Listing } from '../catalogue/index.ts'
import {
  createIds,
  createLog,
  createVault,
  inTransaction,
  manualClock,
  type ListingId,
  type OrganisationId,
  type PersonId,
  type SubmissionId,
} from '../kernel/index.ts'
import { createTell } from '../notices/index.ts'
import { createTestAccounts, parseWords } from './index.ts'
import { afterTry, type Words } from './model.ts'

const dayMs = 86_400_000
const database = await testDatabase()
const clock = manualClock(new Date('2026-11-22T00:00:00Z'))
const ids = createIds(clock)
const fetch = createSafeFetch({ allowLoopback: true })
const logged: string[] = []
const { db } = database
after(async () => {
  await fetch.close()
  await database[Symbol.asyncDispose]()
})
const ada = {
  person: ids.next<PersonId>(),
  organisation: ids.next<OrganisationId>(),
  name: 'Ada',
  email: 'ada@example.com',
  roles: new Set<never>(),
}

test('what follows from a try: a refusal is looked at again the next day, and only the second in a row warns', () => {
  const at = new Date('2026-11-22T00:00:00Z')
  const table = [
    ['ok', 3, 0, 30, false],
    ['refused', 0, 1, 1, false],
    ['refused', 1, 2, 30, true],
    ['refused', 2, 3, 30, false],
    ['could-not-look', 1, 1, 1, false],
  ] as const
  for (const [result, before, refusals, days, warns] of table) {
    const tryAt = new Date(at.getTime() + days * dayMs)
    assert.deepEqual(afterTry({ result }, { refusals: before, at }), { refusals, tryAt, warns })
  }
})

test('what a program sends is a header that it may send, in one line', () => {
  const faultsOf = (accountWay: string, accountName: string, accountSecret: string) => {
    const parsed = parseWords({ accountWay, accountName, accountSecret })
    return 'faults' in parsed ? parsed.faults : parsed.words.way
  }
  assert.equal(faultsOf('header', 'X-API-Key', 'sesame'), 'header')
  assert.deepEqual(faultsOf('header', 'Host', 'sesame'), { name: 'no-header' })
  assert.deepEqual(faultsOf('header', 'X-API-Key', 'two\nlines'), { secret: 'no-value' })
  assert.deepEqual(faultsOf('client', 'id', 'two\nlines'), { secret: 'no-value' })
  assert.equal(faultsOf('anything', 'tess', 'two\nlines'), 'person')
})

/** A listing at this address with this account, and what a try of it shows. */
async function accountAt(serverUrl: string, words: Words) {
  const listing = ids.next<ListingId>()
  const known = { id: listing, organisation: ada.organisation, slug: 'notes', state: 'published', serverUrl }
  const accounts = createTestAccounts({
    db,
    clock,
    ids,
    fetch,
    log: createLog('trace', { write: (line) => void logged.push(line) }),
    vault: createVault([{ id: 'k1', bytes: new Uint8Array(32).fill(1) }]),
    notices: { tell: createTell({ clock, ids, jobs: { send: () => Promise.resolve() } }) },
    catalogue: { byId: async () => known as Listing, shownVersion: async () => undefined },
    config: { testAccountDays: 3650 },
  })
  const owner = { listing, submission: ids.next<SubmissionId>() }
  await inTransaction(db, (trx) => accounts.give(trx, ada, owner, { words, phase: 'decided' }))
  return async (days = 0) => {
    clock.advance(days * dayMs)
    await accounts.tryDue()
    await accounts.askMonthly()
    const { account } = await accounts.view(db, { listing })
    const { tried, askedAt } = account ?? assert.fail('no account')
    const why = tried === null || tried.result === 'ok' ? '' : ` ${tried.because}`
    return { seen: `${tried?.result}${why}`, at: tried?.at, asked: askedAt !== null }
  }
}

/** The kinds of notices about test accounts, and everything that was written of them. */
async function written() {
  const notices = await db
    .withTables<{ notice: { kind: string; what: unknown } }>()
    .selectFrom('notice')
    .selectAll()
    .execute()
  const audit = await db.selectFrom('audit').selectAll().where('action', 'like', 'test-accounts.%').execute()
  return { kinds: notices.map(({ kind }) => kind), text: JSON.stringify([notices, audit, logged]) }
}

test('a key is tried at once and then monthly; a refusal, an outage and an open server are never taken for each other', async () => {
  let mode: 'key' | 'down' | 'open' = 'key'
  let key = 'sesame-of-the-test-account'
  await using server = await scriptedServer('legacy', ({ headers, message }, response) => {
    if (mode === 'down') return reply(response, 503, {})
    if (mode === 'key' && headers['x-api-key'] !== key) return reply(response, 401, {})
    reply(response, 200, { jsonrpc: '2.0', id: message.id, result: { tools: [] } })
  })
  const words = { way: 'header', name: 'X-API-Key', secret: key, hints: '' } as const
  const tried = await accountAt(server.url, words)
  assert.equal((await tried()).seen, 'ok')
  const first = (await tried(29)).at
  const month = await tried(1)
  assert.notDeepEqual(month.at, first)
  assert.deepEqual([month.seen, month.asked], ['ok', false])
  key = 'another'
  assert.equal((await tried(30)).seen, 'refused server')
  mode = 'down'
  assert.equal((await tried(1)).seen, 'could-not-look no-answer')
  mode = 'open'
  assert.equal((await tried(1)).seen, 'could-not-look open')
  assert.deepEqual((await written()).kinds, ['test-accounts.confirm'])
  mode = 'key'
  assert.equal((await tried(1)).seen, 'refused server')
  assert.deepEqual((await written()).kinds, ['test-accounts.confirm', 'test-accounts.refused'])
  assert.ok(!(await written()).text.includes('sesame'))
})

test('a client signs in at the login of the server with its own secret, which nothing else shows', async () => {
  const program = { id: 'tester', secret: 'sesame-of-the-client' }
  await using login = await startOidcServer({ program })
  const words = { way: 'client', name: program.id, secret: program.secret, hints: '' } as const
  assert.equal((await (await accountAt(login.mcpUrl, words))()).seen, 'ok')
  assert.deepEqual(login.tokenRequests, ['client_credentials'])
  const wrong = await accountAt(login.mcpUrl, { ...words, secret: 'sesame-that-is-wrong' })
  assert.equal((await wrong()).seen, 'refused login')
  await using other = await startOidcServer()
  assert.equal((await (await accountAt(other.mcpUrl, words))()).seen, 'refused login')
  assert.ok(!(await written()).text.includes('sesame'))
})
