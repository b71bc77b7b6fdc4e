import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { testDatabase } from '../../test/database.ts'
import { list } from '../catalogue/fixture.test.ts'
import { createCatalogue } from '../catalogue/index.ts'
import { createHolds } from '../holds/index.ts'
import {
  createIds,
  createLog,
  inTransaction,
  manualClock,
  type InstanceRole,
  type OrganisationId,
  type PersonId,
  type Viewer,
} from '../kernel/index.ts'
import type { News, NoticeId } from '../notices/index.ts'
import { createSafety } from './index.ts'
import type { OrderName } from './order.ts'

const database = await testDatabase()
after(() => database[Symbol.asyncDispose]())

async function stage(serverUrl: string) {
  const { db, pool } = database
  const clock = manualClock(new Date('2026-11-21T10:00:00Z'))
  const ids = createIds(clock)
  const log = createLog('silent')
  const publicUrl = new URL('http://127.0.0.1:8080')
  const config = { publicUrl, gatewayUrl: publicUrl, instanceName: 'Connectory' }
  const catalogue = createCatalogue({ db, clock, ids, config, reports: { load: async () => undefined } })
  const told: News[] = []
  const notices = {
    async tell(_trx: unknown, news: News) {
      told.push(news)
      return ids.next<NoticeId>()
    },
  }
  const holds = createHolds({ db, clock, ids, log, catalogue, notices })
  const members = new Map<PersonId, OrganisationId>()
  const safety = createSafety({
    db,
    clock,
    ids,
    catalogue,
    holds,
    notices,
    organisations: { isMember: async (_db, organisation, person) => members.get(person) === organisation },
    people: { personById: async () => undefined },
  })
  const somebody = (...roles: InstanceRole[]): Viewer => {
    const [person, organisation] = [ids.next<PersonId>(), ids.next<OrganisationId>()]
    members.set(person, organisation)
    return { person, organisation, name: 'Ada Example', email: 'ada@example.com', roles: new Set(roles) }
  }
  const publisher = somebody('operator')
  const { listing, slug } = await list(
    db,
    { clock, ids, organisation: publisher.organisation },
    { name: 'Ledger', serverUrl },
  )
  const order = async (viewer: Viewer, name: OrderName, reason = 'It sends mail to strangers.') => {
    const { seen } = await safety.view(viewer, slug)
    clock.advance(1000)
    await safety.order(viewer, slug, { name, seen, reason })
  }
  const shown = async () => {
    const endpoint = await catalogue.endpointOf(slug)
    assert.ok(endpoint)
    const { hits } = await catalogue.search({ text: 'ledger', page: 1 })
    const found = hits.some((hit) => hit.id === listing)
    return { state: endpoint.state, found, stopped: holds.forbidding(endpoint, undefined)?.reason }
  }
  const actions = async () =>
    (
      await pool.query<{ action: string }>(`select action from audit where subject = $1 order by at, id`, [
        `listing:${listing}`,
      ])
    ).rows.map(({ action }) => action)
  const refuseBlocked = async (organisation: OrganisationId, url: string) =>
    await inTransaction(db, (trx) => safety.refuseBlocked(trx, { organisation, serverUrl: url }))
  return {
    actions,
    catalogue,
    db,
    holds,
    listing,
    order,
    publisher,
    refuseBlocked,
    safety,
    shown,
    slug,
    somebody,
    told,
  }
}

test('one reviewer puts a connector in quarantine at once, and it comes back as it was', async () => {
  const bed = await stage('https://mcp.ledger.example.com/mcp')
  const { order, shown, told, publisher, safety, slug, somebody, holds } = bed
  const rita = somebody('reviewer')
  assert.deepEqual(await shown(), { state: 'published', found: true, stopped: undefined })
  await order(rita, 'quarantine')
  assert.deepEqual(await shown(), { state: 'hidden', found: false, stopped: 'It sends mail to strangers.' })
  assert.deepEqual(
    told.map(({ kind, to, quote }) => [kind, to.organisation, quote]),
    [['safety.quarantined', publisher.organisation, 'It sends mail to strangers.']],
  )
  const [hold] = holds.active()
  assert.ok(hold)
  await assert.rejects(holds.release(somebody('operator'), hold.id, 'Why not.'), /in quarantine/)
  await assert.rejects(order(rita, 'ask-block'), /role "operator"/)
  await assert.rejects(order(publisher, 'release'), /your own organisation/)
  await assert.rejects(order(somebody('operator'), 'release', ' '), /not|reason/i)
  await assert.rejects(
    safety.order(rita, slug, { name: 'release', seen: 0, reason: 'Old page.' }),
    /has changed in the meantime/,
  )
  await order(rita, 'release', 'A false alarm.')
  assert.deepEqual(await shown(), { state: 'published', found: true, stopped: undefined })
  assert.deepEqual((await bed.actions()).slice(2), [
    'safety.quarantined',
    'catalogue.restrict',
    'holds.quarantine',
    'safety.released',
    'catalogue.end-restriction',
    'holds.lift-quarantine',
  ])
})

test('whatever else happens to a connector in quarantine shows when it is released, and not before', async () => {
  const { order, shown, somebody, catalogue, db, listing } = await stage('https://mcp.other.example.org/mcp')
  const rita = somebody('reviewer')
  await order(rita, 'quarantine')
  const actor = { kind: 'system', name: 'reliability' } as const
  const move = async (state: 'published' | 'hidden' | 'delisted') =>
    await inTransaction(db, (trx) =>
      catalogue.setStanding(trx, { listing, state, actor, reason: 'It fails.' }),
    )
  await move('delisted')
  assert.equal((await shown()).state, 'delisted')
  await move('published')
  assert.deepEqual([(await shown()).state, (await shown()).found], ['hidden', false])
  await move('hidden')
  await order(rita, 'release')
  assert.deepEqual([(await shown()).state, (await shown()).stopped], ['hidden', undefined])
  await order(rita, 'quarantine')
  await inTransaction(db, (trx) => catalogue.unlist(trx, { listing, actor, reason: 'Withdrawn.' }))
  await order(rita, 'release')
  assert.equal((await shown()).state, 'unlisted')
})

test('a block takes effect when a second operator signs it: delisted, and publisher and domain submit nothing', async () => {
  const { order, shown, somebody, publisher, refuseBlocked, told } = await stage(
    'https://mcp.blocked.example.net/mcp',
  )
  const [ada, bo] = [somebody('operator'), somebody('operator')]
  const stranger = somebody().organisation
  await order(ada, 'quarantine')
  await order(ada, 'ask-block', 'It steals tokens.')
  await assert.rejects(order(ada, 'sign-block'), /had a part in this decision/)
  assert.equal((await shown()).state, 'hidden')
  await refuseBlocked(publisher.organisation, 'https://mcp.fresh.example/mcp')
  await order(bo, 'sign-block', 'It steals tokens.')
  assert.deepEqual([(await shown()).state, (await shown()).found], ['delisted', false])
  assert.deepEqual(
    told.map(({ kind }) => kind),
    ['safety.quarantined', 'safety.blocked'],
  )
  await assert.rejects(refuseBlocked(publisher.organisation, 'https://mcp.fresh.test/mcp'), /is blocked/)
  await assert.rejects(refuseBlocked(stranger, 'https://other.example.net/'), /is blocked/)
  await refuseBlocked(stranger, 'https://mcp.innocent.test/')
  await order(bo, 'unblock', 'They have changed hands.')
  await assert.rejects(order(bo, 'release'), /had a part in this decision/)
  await refuseBlocked(publisher.organisation, 'https://mcp.fresh.test/mcp')
  await order(ada, 'release')
  assert.equal((await shown()).state, 'published')
})

test('a publisher reads what concerns them, objects once, and gets an answer from somebody else', async () => {
  const { order, somebody, publisher, safety, slug, told } = await stage('https://mcp.heard.example.co/mcp')
  const [ada, bo] = [somebody('operator'), somebody('operator')]
  await order(ada, 'quarantine')
  await order(ada, 'ask-block', 'A word among operators.')
  const seen = await safety.view(publisher, slug)
  assert.deepEqual(
    [seen.standing.stage, seen.steps.map(({ name }) => name), seen.seen, seen.inside],
    ['quarantined', ['quarantined'], 2, false],
  )
  await assert.rejects(safety.view(somebody(), slug), /no such connector/)
  await safety.object(publisher, slug, { seen: 2, text: 'It was our own test.' })
  await assert.rejects(safety.object(publisher, slug, { seen: 3, text: 'Again.' }), /has changed/)
  assert.equal((await safety.restricted(bo))[0]?.objected, true)
  await assert.rejects(order(ada, 'refuse-objection'), /had a part/)
  await order(bo, 'refuse-objection', 'It was not.')
  assert.deepEqual([told.at(-1)?.kind, told.at(-1)?.quote], ['safety.objection-refused', 'It was not.'])
  await assert.rejects(safety.restricted(publisher.roles.size > 0 ? somebody() : publisher), /needs the role/)
})
