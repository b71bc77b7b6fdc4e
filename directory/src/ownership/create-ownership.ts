import type { Ownership, OwnershipDependencies } from './ownership.ts'
import { ownershipPages } from './pages/index.tsx'
import { remove } from './remove.ts'

export function createOwnership(deps: OwnershipDependencies): Ownership {
  const ownership: Ownership = {
    remove: (viewer, slug, change) => remove(deps, viewer, slug, change),
    routes: () => ownershipPages(deps, ownership),
  }
  return ownership
}
