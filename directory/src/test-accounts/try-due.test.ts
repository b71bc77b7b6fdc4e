import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { startOidcServer } from '../../test/login-server.ts'
import { reply, scriptedServer } from '../../test/scripted-server.ts'
import { testAccountsBed } from '../../test/test-accounts-bed.ts'
import type { Listing } from '../catalogue/index.ts'
import { inTransaction, type ListingId } from '../kernel/index.ts'
import { parseWords } from './index.ts'
import { afterTry, mayBeMended, type Words } from './model.ts'

const dayMs = 86_400_000
const bed = await testAccountsBed()
const { db, clock, ids, publisher, written } = bed
after(() => bed[Symbol.asyncDispose]())

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

/** One replica, to which every listing is at this address. */
function replicaAt(serverUrl: string, state: Listing['state'] = 'published') {
  const known = { organisation: publisher.organisation, slug: 'notes', state, serverUrl }
  return bed.accounts(async (id) => ({ ...known, id }) as Listing, { days: 3650 })
}

/** A listing at this address with this account, and what a try of it shows. */
async function accountAt(serverUrl: string, words: Words) {
  const listing = ids.next<ListingId>()
  const accounts = replicaAt(serverUrl)
  await bed.give(accounts, listing, words)
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

test('however long a round takes, no account is tried by two replicas at once', async () => {
  const replicas: ReturnType<typeof replicaAt>[] = []
  let asked = 0
  await using server = await scriptedServer('legacy', async (_received, response) => {
    asked += 1
    // The first sixteen accounts, asked twice each, take longer than an account is kept from others.
    if (asked <= 32) clock.advance(30_000)
    else if (asked === 33) await replicas[1]?.tryDue()
    reply(response, 401, {})
  })
  replicas.push(replicaAt(server.url), replicaAt(server.url))
  const [one] = replicas
  const words = { way: 'header', name: 'X-API-Key', secret: 'sesame', hints: '' } as const
  const listings = Array.from({ length: 32 }, () => ids.next<ListingId>())
  for (const listing of listings) await bed.give(one ?? assert.fail(), listing, words)
  await one?.tryDue()
  const refusals = await Promise.all(
    listings.map(async (listing) => (await one?.view(db, { listing }))?.account?.refusals),
  )
  assert.deepEqual(new Set(refusals), new Set([1]))
})

const header = { way: 'header', name: 'X-API-Key', secret: 'sesame', hints: '' } as const

test('an open server that failed for a moment without the account, and only then, does not show that the account works', async () => {
  let without: 'fails once' | 'fails' | 'is busy' | 'asks for something' = 'fails once'
  let times = 0
  await using server = await scriptedServer('legacy', ({ headers, message }, response) => {
    if (headers['x-api-key'] === undefined) {
      times += 1
      if (without === 'asks for something') return reply(response, 400, { error: 'no key' })
      const error = { code: -32_000, message: 'Too many requests' }
      if (without === 'is busy') return reply(response, 429, { jsonrpc: '2.0', id: message.id, error })
      if (without === 'fails' || times === 1) return reply(response, 503, {})
    }
    reply(response, 200, { jsonrpc: '2.0', id: message.id, result: { tools: [] } })
  })
  const seen = async () => (await (await accountAt(server.url, header))()).seen
  assert.equal(await seen(), 'could-not-look open')
  without = 'fails'
  assert.equal(await seen(), 'could-not-look no-answer')
  // However it words that it has too much to do.
  without = 'is busy'
  assert.equal(await seen(), 'could-not-look no-answer')
  without = 'asks for something'
  assert.equal(await seen(), 'ok')
})

test('who says that an account works that was refused twice sees so after the next round, not a month later', async () => {
  let key = 'another'
  await using server = await scriptedServer('legacy', ({ headers, message }, response) => {
    if (headers['x-api-key'] !== key) return reply(response, 401, {})
    reply(response, 200, { jsonrpc: '2.0', id: message.id, result: { tools: [] } })
  })
  const accounts = replicaAt(server.url)
  const listing = ids.next<ListingId>()
  await bed.give(accounts, listing, header)
  const confirm = () => inTransaction(db, (trx) => accounts.confirm(trx, publisher, { listing }))
  const seen = async (days = 0) => {
    clock.advance(days * dayMs)
    await accounts.tryDue()
    const { account } = await accounts.view(db, { listing })
    const asked = account !== undefined && mayBeMended(account) ? ', is it mended?' : ''
    return `${account?.tried?.result} ${account?.refusals}${asked}`
  }
  assert.equal(await seen(), 'refused 1')
  // The next day it is tried in any case; it is warned of at the second refusal, which is not of the same day.
  await confirm()
  assert.equal(await seen(), 'refused 1')
  assert.equal(await seen(1), 'refused 2, is it mended?')
  key = 'sesame'
  assert.equal(await seen(1), 'refused 2, is it mended?')
  await confirm()
  assert.equal(await seen(), 'ok 0')
})

test('an account that neither a case nor the directory needs is not tried; a case that begins again has it tried', async () => {
  await using server = await scriptedServer('legacy', (_received, response) => reply(response, 503, {}))
  const accounts = replicaAt(server.url, 'unlisted')
  const listing = ids.next<ListingId>()
  await bed.give(accounts, listing, header)
  const tries = async (phase?: 'open' | 'decided') => {
    if (phase !== undefined) await inTransaction(db, (trx) => accounts.follow(trx, listing, phase))
    const before = server.received.length
    clock.advance(dayMs)
    await accounts.tryDue()
    return server.received.length > before
  }
  assert.deepEqual([await tries(), await tries()], [false, false])
  assert.deepEqual([await tries('open'), await tries()], [true, true])
  assert.deepEqual([await tries('decided'), await tries()], [false, false])
})
