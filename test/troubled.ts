import assert from 'node:assert/strict'
import { inTransaction, manualClock, type ListingId } from '../directory/src/kernel/index.ts'
import { record } from '../directory/src/monitoring/store.ts'
import { createReliability } from '../directory/src/reliability/index.ts'
import type { Product } from './product.ts'

const dayMs = 86_400_000

/**
 * A listing whose server has failed for weeks: the days stand in monitoring, and the real ledger has moved it as far as
 * the first warning, some months ago.
 */
export async function troubled({ app }: Pick<Product, 'app'>, slug: string) {
  const listing = await app.catalogue.bySlug(slug)
  assert.ok(listing)
  const begin = Math.floor(app.clock.now().getTime() / dayMs) * dayMs - 80 * dayMs
  const clock = manualClock(new Date(begin))
  const monitoring = { ...app.monitoring, isBlind: async () => false, gapsSince: async () => [] }
  const reliability = createReliability({ ...app, clock, monitoring })
  const steps = async (): Promise<number> => (await reliability.ledger(listing.id as ListingId))?.steps.length ?? 0
  const fail = async (days: number): Promise<void> => {
    const { organisation, id } = listing
    await inTransaction(app.db, async (trx) => {
      for (let day = 0; day < days; day += 1) {
        const seen = { state: null, since: null, doubt: null, era: null, seenAt: clock.now(), latencyMs: 20 }
        await record(trx, [
          { ...seen, listing: id, organisation, nextAt: new Date('2100-01-01'), looks: 96, good: 0 },
        ])
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
