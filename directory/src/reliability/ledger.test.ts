import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { createSafeFetch } from '@connectory/wire'
import { testDatabase } from '../../test/database.ts'
import { list } from '../catalogue/fixture.test.ts'
import { createCatalogue } from '../catalogue/index.ts'
import {
  createIds,
  createLog,
  inTransaction,
  manualClock,
  type InstanceRole,
  type ListingId,
  type OrganisationId,
  type PersonId,
  type Viewer,
} from '../kernel/index.ts'
import { createMonitoring, dayOf, type Gap } from '../monitoring/index.ts'
import { record as recordLooks } from '../monitoring/store.ts'
import type { News, NoticeId } from '../notices/index.ts'
import { createReliability } from './index.ts'

const dayMs = 86_400_000
const resources = new AsyncDisposableStack()
const database = await testDatabase()
after(async () => {
  await resources.disposeAsync()
  await database[Symbol.asyncDispose]()
})

async function stage() {
  const { db, pool } = database
  const clock = manualClock(new Date('2026-11-21T00:30:00Z'))
  const ids = createIds(clock)
  const log = createLog('silent')
  const fetch = createSafeFetch({ allowLoopback: true })
  resources.defer(() => fetch.close())
  const publicUrl = new URL('http://127.0.0.1:8080')
  const config = {
    publicUrl,
    gatewayUrl: publicUrl,
    instanceName: 'Connectory',
    monitorControls: [],
    monitorCadence: 'adaptive' as const,
  }
  const catalogue = createCatalogue({ db, clock, ids, config, reports: { load: async () => undefined } })
  const monitoring = createMonitoring({ db, clock, log, fetch, catalogue, config })
  const told: News[] = []
  /** What monitoring says of our own network. */
  const sight: { blind: boolean; gaps: readonly Gap[] } = { blind: false, gaps: [] }
  const watched = {
    ...monitoring,
    isBlind: async () => sight.blind,
    gapsSince: async () => sight.gaps,
  }
  /** What happens between the reading of a listing and what comes of it, once. */
  const meanwhile: { happens?: () => Promise<void> } = {}
  const watchedCatalogue: typeof catalogue = {
    ...catalogue,
    async byId(id, trx) {
      const found = await catalogue.byId(id, trx)
      const { happens } = meanwhile
      delete meanwhile.happens
      await happens?.()
      return found
    },
  }
  const replica = () =>
    createReliability({
      db,
      clock,
      ids,
      log,
      catalogue: watchedCatalogue,
      monitoring: watched,
      notices: {
        async tell(_trx, news) {
          told.push(news)
          return ids.next<NoticeId>()
        },
      },
    })
  const somebody = (organisation = ids.next<OrganisationId>(), ...roles: InstanceRole[]): Viewer => ({
    person: ids.next<PersonId>(),
    organisation,
    name: 'Ada Example',
    email: 'ada@example.com',
    roles: new Set(roles),
  })
  const publisher = somebody()
  const { listing, slug } = await list(
    db,
    { clock, ids, organisation: publisher.organisation },
    { name: 'Mail' },
  )
  const replicas = [replica(), replica()] as const
  const look = async (count: number, failed: number, looks = 96): Promise<void> => {
    await inTransaction(db, async (trx) => {
      for (let done = 0; done < count; done += 1) {
        const { organisation } = publisher
        const nothing = { era: null, state: null, since: null, doubt: null, failedAt: null }
        const at = { nextAt: new Date('2100-01-01'), seenAt: clock.now(), latencyMs: 20 }
        const counted = [{ day: dayOf(clock.now()), looks, good: looks - failed }]
        const seen = { ...nothing, ...at, listing, organisation, counted }
        await recordLooks(trx, [seen])
        clock.advance(dayMs)
      }
    })
  }
  /** Whole days of looks; then, half an hour into the next day, both replicas judge at once. */
  const days = async (count: number, failed: number, looks = 96): Promise<void> => {
    await look(count, failed, looks)
    await Promise.all(replicas.map((one) => one.advance()))
  }
  const names = async (id: ListingId = listing) =>
    ((await replicas[0].ledger(id))?.steps ?? []).map(({ event }) => event.name)
  return {
    pool,
    clock,
    catalogue,
    told,
    somebody,
    publisher,
    listing,
    slug,
    meanwhile,
    look,
    days,
    names,
    sight,
    reliability: replicas[0],
    other: replicas[1],
  }
}

test('a dead server goes from listed to delisted and back: each step once, in order, told, audited, with two replicas', async () => {
  const bed = await stage()
  const { catalogue, reliability, slug, publisher, told, clock, days, names, sight, somebody } = bed
  const operator = somebody(undefined, 'operator')
  const colleague = somebody(undefined, 'operator')
  const found = async () => (await catalogue.search({ text: 'mail', page: 1 })).hits.length
  const stateNow = async () => (await catalogue.bySlug(slug))?.state
  const seen = async () => (await reliability.view(operator, slug)).steps.length
  const order = async (name: 'delist' | 'restore' | 'extend' | 'refuse-objection', change = {}) =>
    await reliability.order(operator, slug, { name, seen: await seen(), reason: 'We asked them.', ...change })

  await days(3, 0)
  assert.deepEqual(await names(), [])
  await days(1, 96)
  assert.deepEqual(await names(), ['warned'])
  await days(7, 96)
  assert.deepEqual(await names(), ['warned', 'last-warned'])
  assert.deepEqual([await stateNow(), await found()], ['published', 1])
  const given = await reliability.view(publisher, slug)
  await reliability.object(publisher, slug, { seen: given.steps.length, text: 'It is a planned move.' })
  await days(15, 96)
  assert.deepEqual([await stateNow(), (await names()).at(-1)], ['published', 'objected'])
  await order('refuse-objection')
  await days(14, 96)
  assert.deepEqual([await stateNow(), await found()], ['hidden', 0])
  await days(30, 96)
  assert.equal((await names()).at(-1), 'delisting-due')
  await days(2, 96)
  assert.equal(await stateNow(), 'hidden')

  await assert.rejects(order('delist', { seen: 1 }), { code: 'stale-form' })
  await assert.rejects(order('delist', { reason: ' ' }), { code: 'invalid-input' })
  await assert.rejects(order('extend', { days: 91 }), { code: 'invalid-input' })
  const own = somebody(publisher.organisation, 'operator')
  const delist = { name: 'delist', seen: await seen(), reason: 'x' } as const
  await assert.rejects(reliability.order(own, slug, delist), /of your own organisation/)
  await assert.rejects(reliability.order(publisher, slug, delist), { code: 'not-allowed' })
  sight.blind = true
  await assert.rejects(order('delist'), /Our own network is out/)
  sight.blind = false
  await order('delist')
  assert.equal(await stateNow(), 'delisted')
  assert.equal(
    catalogue.mayConnect(publisher, { state: 'delisted', organisation: publisher.organisation }),
    false,
  )

  await assert.rejects(reliability.view(somebody(), slug), { code: 'not-found' })
  await reliability.object(publisher, slug, { seen: await seen(), text: 'It works for us.' })
  await assert.rejects(order('refuse-objection'), /Another operator answers/)
  const refusal = { name: 'refuse-objection', seen: await seen(), reason: 'It does not.' } as const
  await reliability.order(colleague, slug, refusal)
  await days(13, 0)
  assert.equal((await names()).at(-1), 'objection-refused')
  await days(1, 0)
  const [waiting] = await reliability.inTrouble(operator)
  assert.deepEqual([waiting?.stage, waiting?.proposed], ['delisted', true])
  await order('restore')
  assert.deepEqual([await stateNow(), await found()], ['published', 1])

  const whole = [
    'warned',
    'last-warned',
    'objected',
    'objection-refused',
    'hidden',
    'delisting-due',
    'delisted',
  ]
  const back = ['objected', 'objection-refused', 'return-due', 'restored']
  assert.deepEqual(await names(), [...whole, ...back])
  assert.deepEqual(
    told.map(({ kind }) => kind),
    [...whole, ...back].filter((name) => name !== 'objected').map((name) => `reliability.${name}`),
  )
  assert.equal(new Set(told.map(({ occasion }) => occasion)).size, told.length)
  assert.ok(
    told[0]?.by !== undefined && told[0].by > new Date('2026-11-25T00:00:00Z') && clock.now() > told[0].by,
  )
  const { rows } = await bed.pool.query<{ action: string }>(
    `select action from audit where subject = $1 and action like 'reliability.%' order by id`,
    [`listing:${bed.listing}`],
  )
  assert.deepEqual(
    rows.map(({ action }) => action),
    [...whole, ...back].map((name) => `reliability.${name}`),
  )
  assert.deepEqual(await reliability.inTrouble(operator), [])
})

test('an outage of ours moves nobody and is given back; a hidden server that is well comes back by itself', async () => {
  const bed = await stage()
  const { clock, sight, reliability, catalogue, listing, slug, days, names } = bed
  await days(3, 0)
  await days(1, 96)
  await days(7, 96)
  assert.deepEqual(await names(), ['warned', 'last-warned'])
  const dueBefore = (await reliability.ledger(listing))?.ledger.dueAt
  const startedAt = clock.now()
  sight.blind = true
  clock.advance(20 * dayMs)
  await reliability.advance()
  assert.equal((await names()).length, 2)
  sight.blind = false
  sight.gaps = [{ startedAt, endedAt: clock.now() }]
  await reliability.advance()
  const { ledger, steps } = (await reliability.ledger(listing)) ?? assert.fail()
  const { event } = steps.at(-1) ?? assert.fail()
  assert.ok(event.name === 'extended' && event.because === 'our-outage')
  assert.equal(event.lostMs, 20 * dayMs)
  assert.equal(ledger.dueAt?.getTime(), (dueBefore?.getTime() ?? 0) + 20 * dayMs)
  await days(14, 96)
  assert.equal((await catalogue.bySlug(slug))?.state, 'hidden')
  await days(6, 0)
  // Too few looks: neither a healthy day nor an unhealthy one.
  await days(1, 5, 5)
  assert.equal((await names()).at(-1), 'hidden')
  await days(1, 0)
  assert.deepEqual([(await names()).at(-1), (await catalogue.bySlug(slug))?.state], ['restored', 'published'])
})

test('who reads a listing while another replica hides it does not bring it back', async () => {
  const { reliability, other, meanwhile, look, days, names } = await stage()
  await days(3, 0)
  await days(1, 96)
  await days(7, 96)
  await look(14, 96)
  const read = Promise.withResolvers<void>()
  const hidden = Promise.withResolvers<void>()
  meanwhile.happens = async () => {
    read.resolve()
    await hidden.promise
  }
  const slow = reliability.advance()
  await read.promise
  await other.advance()
  hidden.resolve()
  await slow
  assert.deepEqual(await names(), ['warned', 'last-warned', 'hidden'])
})

test('a listing stands still as long as it is paused or objected to, and no longer', async () => {
  const { clock, reliability, listing, slug, publisher, days, somebody } = await stage()
  const operator = somebody(undefined, 'operator')
  await days(3, 0)
  await days(1, 96)
  const now = async () => (await reliability.ledger(listing)) ?? assert.fail()
  const dueBefore = (await now()).ledger.dueAt
  const order = async (name: 'pause' | 'resume' | 'refuse-objection') =>
    await reliability.order(operator, slug, { name, seen: (await now()).steps.length, reason: 'We asked.' })
  await order('pause')
  clock.advance(dayMs)
  await reliability.object(publisher, slug, { seen: (await now()).steps.length, text: 'We move.' })
  clock.advance(dayMs)
  await order('resume')
  clock.advance(dayMs)
  await order('pause')
  clock.advance(dayMs)
  await order('refuse-objection')
  clock.advance(dayMs)
  await order('resume')
  assert.equal((await now()).ledger.dueAt?.getTime(), (dueBefore?.getTime() ?? 0) + 5 * dayMs)
})

// Last: its listing stays ill in the database that the others share.
test('a ledger that cannot be read stops no other', async () => {
  const ill = await stage()
  await ill.days(3, 0)
  await ill.days(1, 96)
  assert.deepEqual(await ill.names(), ['warned'])
  await ill.pool.query(`update event set kind = 'unheard-of' where stream = $1`, [
    `reliability:${ill.listing}`,
  ])
  await assert.rejects(ill.names())
  const well = await stage()
  await well.days(3, 0)
  await well.days(1, 96)
  assert.deepEqual(await well.names(), ['warned'])
})
