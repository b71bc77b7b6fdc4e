import { answer } from './answer.ts'
import { expireOffers } from './end-offers.ts'
import { offer } from './offer.ts'
import type { Ownership, OwnershipDependencies } from './ownership.ts'
import { ownershipPages } from './pages/index.tsx'
import { transferPages } from './pages/transfers.tsx'
import { prove } from './prove.ts'
import { remove } from './remove.ts'

export function createOwnership(deps: OwnershipDependencies): Ownership {
  const ownership: Ownership = {
    remove: (viewer, slug, change) => remove(deps, viewer, slug, change),
    offer: (viewer, slug, change) => offer(deps, viewer, slug, change),
    answer: (viewer, id, given) => answer(deps, viewer, id, given),
    async prove(viewer, id) {
      await prove(deps, viewer, id)
    },
    expireOffers: () => expireOffers(deps),
    routes: () => ownershipPages(deps, ownership).route('/', transferPages(deps, ownership)),
  }
  return ownership
}
