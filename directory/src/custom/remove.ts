import { inTransaction, Problem, writeAudit, type Viewer } from '../kernel/index.ts'
import type { CustomDependencies } from './custom.ts'
import { checkOf, maySee, type CustomConnector } from './model.ts'
import { connectorBySlug, deleteConnector, lockConnector } from './store.ts'

/** @throws Problem not-found, with one sentence for what is not there and what belongs to others */
export async function find(
  { db }: Pick<CustomDependencies, 'db'>,
  viewer: Viewer,
  slug: string,
): Promise<CustomConnector> {
  const connector = await connectorBySlug(db, slug)
  if (connector !== undefined && maySee(connector, viewer)) return connector
  throw new Problem('not-found', 'You have no such server. It may have been removed already.')
}

export async function mayChange(
  { people }: Pick<CustomDependencies, 'people'>,
  viewer: Viewer,
  connector: CustomConnector,
): Promise<boolean> {
  if (!maySee(connector, viewer)) return false
  if (connector.person === viewer.person) return true
  return await people.isOwner(viewer)
}

/** Gone for everybody at once: with it every connection, every token and every report of it. */
export async function remove(deps: CustomDependencies, viewer: Viewer, slug: string): Promise<void> {
  const connector = await find(deps, viewer, slug)
  if (!(await mayChange(deps, viewer, connector))) {
    throw new Problem('not-allowed', 'Only who added it, or an owner of your organisation, may remove it.')
  }
  await inTransaction(deps.db, async (trx) => {
    if ((await lockConnector(trx, connector.id)) === undefined) return
    await deps.forgetConnections(trx, connector.id)
    await deps.probe.forget(trx, checkOf(connector).submission)
    await deleteConnector(trx, connector.id)
    await writeAudit(trx, deps, {
      organisation: connector.organisation,
      actor: { kind: 'person', id: viewer.person },
      action: 'custom.remove',
      subject: `connector:${connector.id}`,
      reason: 'A person removed a server that was added by its address.',
      detail: { slug },
    })
  })
}
