import { findConcerned } from '../catalogue/index.ts'
import { requireStaff } from '../kernel/index.ts'
import { advance } from './advance.ts'
import { loadLedger } from './load.ts'
import { object } from './object.ts'
import { giveOrder } from './order.ts'
import { reliabilityPages } from './pages/index.tsx'
import { LedgerCard } from './pages/ledger-card.tsx'
import { PublisherNote } from './pages/publisher-note.tsx'
import { Trouble } from './pages/trouble.tsx'
import { policy20261121 } from './policy-2026-11-21.ts'
import type { Reliability, ReliabilityDependencies } from './reliability.ts'
import { openLedgers } from './store.ts'

/** More than that in trouble at once is an incident of another kind. */
const mostShown = 500

export function createReliability(given: ReliabilityDependencies): Reliability {
  const deps = { ...given, policy: given.policy ?? policy20261121 }
  const { db, catalogue, policy } = deps
  let running: Promise<void> | undefined
  const reliability: Reliability = {
    async advance() {
      running ??= advance(deps).finally(() => (running = undefined))
      await running
    },
    async ledger(id) {
      const listing = await catalogue.byId(id)
      return listing && (await loadLedger(db, listing, policy))
    },
    async view(viewer, slug) {
      return await loadLedger(db, await findConcerned(catalogue, viewer, slug), policy)
    },
    async inTrouble(viewer) {
      requireStaff(viewer)
      return await openLedgers(db, mostShown)
    },
    order: (viewer, slug, order) => giveOrder(deps, viewer, slug, order),
    object: (viewer, slug, change) => object(deps, viewer, slug, change),
    async trouble(id) {
      const view = await reliability.ledger(id)
      return view === undefined ? null : <Trouble view={view} />
    },
    async publisherNote(id) {
      const view = await reliability.ledger(id)
      return view === undefined ? null : <PublisherNote view={view} />
    },
    async ledgerCard(id) {
      const view = await reliability.ledger(id)
      return view === undefined ? null : <LedgerCard view={view} />
    },
    routes: () => reliabilityPages(deps, reliability),
  }
  return reliability
}
