import { appendEvent, inTransaction, Problem, writeAudit, type Viewer } from '../kernel/index.ts'
import { findManaged } from './find-managed.ts'
import type { OwnershipDependencies } from './ownership.ts'
import { tellStep } from './tell-step.ts'
import { nextTransfer, type TransferEvent, type TransferId } from './transfer.ts'
import { insertTransfer, transferStream } from './transfer-store.ts'

/** Offers a listing to the organisation of the person with this e-mail address. @see Ownership.offer */
export async function offer(
  deps: OwnershipDependencies,
  viewer: Viewer,
  slug: string,
  { email }: { readonly email: string },
): Promise<TransferId> {
  const { listing, as } = await findManaged(deps, viewer, slug)
  if (as !== 'publisher') throw new Problem('not-allowed', 'Only its publisher hands a connector over.')
  const to = await deps.people.organisationOf(email)
  if (to === undefined || to === listing.organisation) throw noSuchOrganisation()
  const at = deps.clock.now()
  const moment = { clock: { now: () => at }, ids: deps.ids }
  const id = deps.ids.next<TransferId>()
  const event: TransferEvent = { name: 'offered', listing: listing.id, from: listing.organisation, to }
  const actor = { kind: 'person', id: viewer.person } as const
  const state = nextTransfer(undefined, { event, actor, at })
  await inTransaction(deps.db, async (trx) => {
    if (!(await insertTransfer(trx, id, state))) {
      throw new Problem('conflict', 'It is offered to somebody already. Withdraw that offer first.')
    }
    // Locked, and after the offer as in each step of one: who removes it meanwhile ends the offer, or was faster.
    const now = await deps.catalogue.lock(trx, listing.id)
    if (now?.organisation !== listing.organisation || now.state === 'removed' || now.state === 'unlisted') {
      throw new Problem('conflict', 'What is not in the directory cannot be handed over.')
    }
    const about = {
      organisation: listing.organisation,
      actor,
      reason: 'The publisher offered the connector.',
    }
    const { name, ...payload } = event
    const stream = transferStream(id)
    await appendEvent(trx, moment, { ...about, stream, seen: 0, kind: name, payload })
    await writeAudit(trx, moment, { ...about, action: 'ownership.offered', subject: stream, detail: payload })
    await tellStep(deps, trx, { id, seen: 1, state, past: [{ event, actor, at }] }, name)
  })
  return id
}

function noSuchOrganisation(): Problem {
  const sentence = 'Nobody of another organisation here has this e-mail address.'
  return new Problem('invalid-input', sentence, { fields: { email: sentence } })
}
