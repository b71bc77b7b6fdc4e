import { inTransaction, Problem, type Viewer } from '../kernel/index.ts'
import { loadLedger } from './load.ts'
import { mayFollow } from './model.ts'
import type { Policy } from './policy-2026-11-21.ts'
import { record } from './record.ts'
import type { ReliabilityDependencies } from './reliability.ts'

const longestObjection = 2_000

/** @see Reliability.object */
export async function object(
  deps: ReliabilityDependencies & { readonly policy: Policy },
  viewer: Viewer,
  slug: string,
  { seen, text }: { readonly seen: number; readonly text: string },
): Promise<void> {
  const { db, catalogue, policy } = deps
  const found = await catalogue.bySlug(slug)
  if (found?.organisation !== viewer.organisation) {
    throw new Problem('not-found', 'You have no such connector.')
  }
  const reason = text.trim()
  if (reason === '' || reason.length > longestObjection) {
    const sentence = `Say what is wrong with the step, in at most ${longestObjection} characters.`
    throw new Problem('invalid-input', sentence, { fields: { text: sentence } })
  }
  await inTransaction(db, async (trx) => {
    const listing = (await catalogue.byId(found.id, trx)) ?? found
    const { ledger, steps } = await loadLedger(trx, listing, policy)
    if (steps.length !== seen || !mayFollow(ledger, 'objected')) {
      throw new Problem('stale-form', 'This has changed in the meantime. Read it again.')
    }
    const actor = { kind: 'person', id: viewer.person } as const
    await record(trx, deps, {
      listing,
      ledger,
      seen: steps.length,
      event: { name: 'objected' },
      actor,
      reason,
    })
  })
}
