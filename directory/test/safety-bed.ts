import assert from 'node:assert/strict'
import { list } from '../src/catalogue/fixture.test.ts'
import { createCatalogue } from '../src/catalogue/index.ts'
import { createHolds } from '../src/holds/index.ts'
import {
  createIds,
  createLog,
  createVault,
  inTransaction,
  manualClock,
  type InstanceRole,
  type OrganisationId,
  type PersonId,
  type Viewer,
} from '../src/kernel/index.ts'
import type { News, NoticeId } from '../src/notices/index.ts'
import { createSafety } from '../src/safety/index.ts'
import type { OrderName } from '../src/safety/order.ts'
import type { TestDatabase } from './database.ts'

/** A listed connector, its publisher, and everything of safety with what was told. */
export async function safetyBed({ db, pool }: Pick<TestDatabase, 'db' | 'pool'>, serverUrl: string) {
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
  const vault = createVault([{ id: 'k1', bytes: new Uint8Array(32).fill(5) }])
  const decides: Viewer[] = []
  const turns: string[] = []
  const safety = createSafety({
    db,
    clock,
    ids,
    vault,
    catalogue,
    config: { publicUrl, securityContacts: [], securityPolicy: undefined },
    staff: async (role) => decides.filter(({ roles }) => roles.has(role)),
    async countTurn({ what }) {
      turns.push(what)
    },
    holds,
    notices,
    organisations: {
      isMember: async (_db, organisation, person) => members.get(person) === organisation,
      organisationsOf: async (_db, person) => [members.get(person)].flatMap((id) => (id ? [{ id }] : [])),
    },
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
    clock,
    db,
    decides,
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
    turns,
  }
}
