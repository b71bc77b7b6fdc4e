import assert from 'node:assert/strict'
import { inTransaction, manualClock, type ListingId, type Viewer } from '../directory/src/kernel/index.ts'
import { dayOf } from '../directory/src/monitoring/index.ts'
import { record } from '../directory/src/monitoring/store.ts'
import { createReliability } from '../directory/src/reliability/index.ts'
import { signedIn } from './listed-connector.ts'
import { callTool } from './mcp-call.ts'
import { signUp, type Product } from './product.ts'

const dayMs = 86_400_000

/**
 * A listing whose server has failed for weeks: the days stand in monitoring, and the real ledger has moved it as far as
 * the first warning, some months ago.
 */
async function troubled({ app }: Pick<Product, 'app'>, slug: string) {
  const listing = await app.catalogue.bySlug(slug)
  assert.ok(listing)
  const begin = Math.floor(app.clock.now().getTime() / dayMs) * dayMs - 80 * dayMs
  const clock = manualClock(new Date(begin))
  const monitoring = { ...app.monitoring, isBlind: async () => false, gapsSince: async () => [] }
  const reliability = createReliability({ ...app, clock, monitoring })
  const steps = async (): Promise<number> =>
    (await reliability.ledger(listing.id as ListingId))?.steps.length ?? 0
  const fail = async (days: number): Promise<void> => {
    const { organisation, id } = listing
    await inTransaction(app.db, async (trx) => {
      for (let day = 0; day < days; day += 1) {
        const nothing = { era: null, state: null, since: null, doubt: null, failedAt: null }
        const at = { nextAt: new Date('2100-01-01'), seenAt: clock.now(), latencyMs: 20 }
        const counted = [{ day: dayOf(clock.now()), looks: 96, good: 0 }]
        await record(trx, [{ ...nothing, ...at, listing: id, organisation, counted }])
        clock.advance(dayMs)
      }
    })
    const before = await steps()
    await reliability.advance()
    assert.equal(await steps(), before + 1)
  }
  await fail(3)
  return {
    async hide() {
      await fail(7)
      await fail(14)
    },
    proposeDelisting: () => fail(30),
  }
}

interface Listed {
  readonly endpoint: URL
  readonly token: string
  readonly publisher: Viewer
}

/** What everybody concerned meets, from the first warning to the listing's return. The listing is named Quiet. */
export async function fallAndReturn(product: Product, { endpoint, token, publisher }: Listed): Promise<void> {
  const [, , slug = ''] = endpoint.pathname.split('/')
  const operator = await signUp(product, 'Otto', ['operator'])
  const page = await signedIn(product, operator)
  const owner = await signedIn(product, publisher)
  const ledger = `/connectors/${slug}/reliability`
  const link = new RegExp(`/connectors/${slug}"`)
  const events = async () => (await product.app.reliability.view(operator, slug)).steps.length
  const order = async (name: string) =>
    await page.post(`${ledger}/orders`, { name, seen: String(await events()), reason: 'We asked them.' })
  const bed = await troubled(product, slug)

  assert.match((await page.get(`/connectors/${slug}`)).text, /has often failed lately/)
  await bed.hide()
  assert.doesNotMatch((await page.get('/connectors?q=quiet')).text, link)
  const hidden = await page.get(`/connectors/${slug}`)
  assert.equal(hidden.status, 200)
  assert.match(hidden.text, /Hidden because its server keeps failing/)
  assert.ok((await callTool(endpoint, token)).message.result)
  assert.match((await owner.get('/inbox')).text, /is hidden because its server keeps failing/)

  await bed.proposeDelisting()
  assert.match((await page.get('/reliability')).text, /An operator: delist it or not/)
  assert.equal((await page.post(`${ledger}/orders`, { name: '', seen: '4', reason: '' })).status, 422)
  assert.equal((await order('delist')).status, 303)
  assert.match((await callTool(endpoint, token)).message.error?.message ?? '', /^Quiet was delisted because/)
  const gone = await page.get(`/connectors/${slug}`)
  assert.equal(gone.status, 410)
  assert.match(gone.text, /Delisted because its server kept failing/)
  const objection = { seen: String(await events()), text: 'It answers us.' }
  assert.equal((await owner.post(`${ledger}/objections`, objection)).status, 303)
  assert.match((await owner.get(ledger)).text, /It answers us\./)
  assert.equal((await order('restore')).status, 303)
  assert.ok((await callTool(endpoint, token)).message.result)
  assert.match((await page.get('/connectors?q=quiet')).text, link)
}
