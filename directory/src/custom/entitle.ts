import { inTransaction, Problem, writeAudit, type OrganisationId, type Viewer } from '../kernel/index.ts'
import type { CustomDependencies } from './custom.ts'
import type { NamedEntitlement } from './model.ts'
import { deleteEntitlement, entitlements, insertEntitlement } from './store.ts'

/** The organisation of the person with this address may have custom connectors from now on. */
export async function entitle(deps: CustomDependencies, viewer: Viewer, email: string): Promise<void> {
  requireOperator(viewer)
  const organisation = await deps.people.organisationOf(email)
  if (organisation === undefined) {
    throw new Problem('invalid-input', 'Nobody here has this e-mail address.', {
      fields: { email: 'unknown' },
    })
  }
  await inTransaction(deps.db, async (trx) => {
    const grantedAt = deps.clock.now()
    await insertEntitlement(trx, { organisation, by: viewer.person, grantedAt })
    await writeAudit(trx, deps, {
      organisation,
      actor: { kind: 'person', id: viewer.person },
      action: 'custom.entitle',
      subject: `organisation:${organisation}`,
      reason: 'An operator let this organisation have custom connectors.',
    })
  })
}

/** What is there stays, and cannot be connected or called until it is allowed again. */
export async function withdraw(
  deps: CustomDependencies,
  viewer: Viewer,
  organisation: OrganisationId,
): Promise<void> {
  requireOperator(viewer)
  await inTransaction(deps.db, async (trx) => {
    if (!(await deleteEntitlement(trx, organisation))) {
      throw new Problem(
        'not-found',
        'This organisation is not on the list. It may have been taken off already.',
      )
    }
    await writeAudit(trx, deps, {
      organisation,
      actor: { kind: 'person', id: viewer.person },
      action: 'custom.withdraw',
      subject: `organisation:${organisation}`,
      reason: 'An operator no longer lets this organisation have custom connectors.',
    })
  })
}

export async function entitled(
  { db, people }: Pick<CustomDependencies, 'db' | 'people'>,
  viewer: Viewer,
): Promise<readonly NamedEntitlement[]> {
  requireOperator(viewer)
  const all = await entitlements(db)
  const names = await people.namesOf(all.map(({ organisation }) => organisation))
  return all.map((one) => ({ ...one, name: names.get(one.organisation) ?? one.organisation }))
}

function requireOperator(viewer: Viewer): void {
  if (viewer.roles.has('operator')) return
  throw new Problem('not-allowed', 'This needs the role "operator". Ask an operator of this directory.')
}
