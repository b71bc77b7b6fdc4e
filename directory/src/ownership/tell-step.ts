import type { Database } from '../kernel/index.ts'
import type { Saying } from '../notices/index.ts'
import { paths, type TextKey } from '../web/index.ts'
import type { OwnershipDependencies } from './ownership.ts'
import { openStatuses, type TransferEventName } from './transfer.ts'
import type { Transfer } from './transfer-store.ts'

/** Who did not take the step is told of it; of an end both are. */
const told: Readonly<Record<TransferEventName, readonly ('from' | 'to')[]>> = {
  offered: ['to'],
  accepted: ['from'],
  asked: ['from'],
  declined: ['from'],
  withdrawn: ['to'],
  proved: ['from', 'to'],
  approved: ['from', 'to'],
  refused: ['from', 'to'],
  expired: ['from', 'to'],
}

export async function tellStep(
  { notices, catalogue }: Pick<OwnershipDependencies, 'notices' | 'catalogue'>,
  trx: Database,
  { id, seen, state }: Transfer,
  event: TransferEventName,
): Promise<void> {
  const listing = await catalogue.byId(state.listing, trx)
  const name = (await catalogue.shownVersion(state.listing, trx))?.name ?? listing?.slug ?? ''
  const open = openStatuses.some((status) => status === state.status)
  const words = event === 'proved' || event === 'approved' ? 'done' : event
  const say = (key: TextKey): Saying => ({ key, parameters: { name } })
  for (const side of told[event]) {
    await notices.tell(trx, {
      kind: `ownership.${words}`,
      to: { organisation: state[side] },
      about: `transfer:${id}`,
      occasion: `event ${seen}`,
      what: say(`ownership.notice.${words}.what`),
      why: say('ownership.notice.transfer.why'),
      whatToDo: say(words === 'done' ? `ownership.notice.done.${side}` : 'ownership.notice.transfer.do'),
      ...(state.answer !== null && { quote: state.answer }),
      ...(open && { by: state.expiresAt }),
      link: `${paths.transfers}/${id}`,
    })
  }
}
