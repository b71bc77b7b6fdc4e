import { inTransaction, Problem, writeAudit, type Viewer } from '../kernel/index.ts'
import type { HoldsDependencies } from './create-holds.ts'
import type { Hold } from './model.ts'
import { endHold, noteChange } from './store.ts'
import { tellReleased } from './tell-publisher.ts'

interface Release {
  readonly hold: Hold | undefined
  readonly reason: string
}

/** Ends a hold; the same change of the tool is not held again. @throws Problem */
export async function endOf(
  deps: Pick<HoldsDependencies, 'db' | 'clock' | 'ids' | 'catalogue' | 'notices'>,
  viewer: Viewer,
  { hold, reason }: Release,
): Promise<void> {
  const changed = hold?.kind === 'changed-tool'
  if (!viewer.roles.has('operator') && !(changed && viewer.roles.has('reviewer'))) {
    throw new Problem('not-allowed', 'This needs the role "operator". Ask an operator of this directory.')
  }
  if (hold === undefined) throw new Problem('not-found', 'There is no such hold.')
  if (hold.kind === 'quarantine') {
    throw new Problem('conflict', 'This server is in quarantine. Release it on the page of its safety.')
  }
  if (reason.trim() === '' || reason.length > 500) {
    throw new Problem('invalid-input', 'Give a reason of at most 500 characters.', {
      fields: { reason: 'Give a reason of at most 500 characters.' },
    })
  }
  // Whose it is now: a hold outlives a handing over. Who was stopped as a publisher stays that.
  const connector = await deps.catalogue.byId(hold.listing)
  await inTransaction(deps.db, async (trx) => {
    const ended = await endHold(trx, { id: hold.id, at: deps.clock.now(), reason: reason.trim() })
    if (ended === undefined) throw new Problem('already-decided', 'This hold has ended already.')
    const owner =
      hold.kind === 'publisher' ? ended.organisation : (connector?.organisation ?? ended.organisation)
    await writeAudit(trx, deps, {
      organisation: owner,
      actor: { kind: 'person', id: viewer.person },
      action: 'holds.release',
      subject: `listing:${ended.listing}`,
      reason: reason.trim(),
      detail: { hold: hold.id, kind: hold.kind, tool: hold.tool },
    })
    if (connector !== undefined) {
      await tellReleased(deps, trx, { ...hold, organisation: owner }, { slug: connector.slug, reason })
    }
    await noteChange(trx)
  })
}
