import { inTransaction, Problem, type Viewer } from '../kernel/index.ts'
import type { CustomDependencies } from './custom.ts'
import { checkOf } from './model.ts'
import { find } from './remove.ts'
import { lockConnector, noteCheck } from './store.ts'

/** A check sends strangers some hundred requests: not more often than this. */
const betweenChecksMs = 60_000

/** Signed in as who asks, where they are connected. */
export async function checkAgain(deps: CustomDependencies, viewer: Viewer, slug: string): Promise<void> {
  const { id } = await find(deps, viewer, slug)
  const at = deps.clock.now()
  await inTransaction(deps.db, async (trx) => {
    const connector = await lockConnector(trx, id)
    if (connector === undefined) throw new Problem('not-found', 'It was removed meanwhile.')
    if (at.getTime() - connector.updatedAt.getTime() < betweenChecksMs) {
      throw new Problem('too-many', 'It was checked less than a minute ago. Wait a little.')
    }
    const attempt = connector.attempt + 1
    await noteCheck(trx, id, { attempt, person: viewer.person, at })
    await deps.probe.request(trx, checkOf({ id, attempt }))
  })
}
