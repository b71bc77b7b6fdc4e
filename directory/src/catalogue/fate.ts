import type { Clock, Database, Ids } from '../kernel/index.ts'
import { isOpen, restricted, type Listing, type Remover } from './model.ts'
import { noteToldGone, wasToldGone } from './store-state.ts'
import { shownVersion } from './store.ts'

/** Why a listing cannot be used any more: who took it down, or what led there. */
export type GoneBecause = Remover | 'unreliable' | 'unsafe'

/** What those who use a listing should know: it ends, it works again, or somebody else has it. */
export type Fate = {
  readonly listing: Pick<Listing, 'id' | 'slug' | 'organisation'>
  readonly name: string
} & (
  | { readonly what: 'gone'; readonly because: GoneBecause; readonly words: string | null }
  | { readonly what: 'back' }
  | { readonly what: 'handed-over'; readonly to: Listing['organisation'] }
)

/** Port: what follows elsewhere, in the transaction in which it happens. */
export type Became = (trx: Database, fate: Fate) => Promise<void>

/** What verbs that change a listing need. */
export interface Changing {
  readonly clock: Clock
  readonly ids: Ids
  readonly became?: Became
}

interface Before extends Pick<Listing, 'state'> {
  /** They were told that it is gone, and not yet that it is back. */
  readonly toldGone: boolean
}
type After = Pick<Listing, 'unrestricted' | 'restriction'>

/** A quarantine is neither: it ends, or a block follows. What nobody was told is gone cannot come back. Pure. */
export function fateBetween({ state: before, toldGone }: Before, after: After): 'gone' | 'back' | undefined {
  const state = restricted(after.unrestricted, after.restriction)
  if (isOpen({ state: before }) && !isOpen({ state })) return 'gone'
  // It does not come back by itself any more.
  if (before === 'delisted' && state === 'removed') return 'gone'
  return toldGone && isOpen({ state }) && after.restriction === null ? 'back' : undefined
}

interface Move {
  readonly before: Listing
  readonly after: After
  readonly because: GoneBecause
  /** Of a person, for everybody. */
  readonly words?: string | null
}

/** Says so where the change that was just written ends a listing or brings it back. */
export async function sayFate(
  trx: Database,
  { became }: Pick<Changing, 'became'>,
  { before: listing, after, because, words = null }: Move,
): Promise<void> {
  const toldGone = await wasToldGone(trx, listing.id)
  const what = fateBetween({ state: listing.state, toldGone }, after)
  if (what === undefined || became === undefined) return
  await noteToldGone(trx, listing.id, what === 'gone')
  const name = await nameOf(trx, listing)
  await became(trx, what === 'gone' ? { what, listing, name, because, words } : { what, listing, name })
}

export async function nameOf(trx: Database, { id, slug }: Pick<Listing, 'id' | 'slug'>): Promise<string> {
  return (await shownVersion(trx, id))?.name ?? slug
}
