import type { Fate } from '../catalogue/index.ts'
import { inTransaction, type Database, type ListingId } from '../kernel/index.ts'
import type { News, Saying } from '../notices/index.ts'
import { paths, type TextKey } from '../web/index.ts'
import type { ConnectionsDependencies } from './connections.ts'
import {
  deleteFate,
  hasFate,
  insertFate,
  lockOldestFateBut,
  noteToldUntil,
  peopleAfter,
  type Connected,
  type FateId,
  type StoredFate,
} from './fate-store.ts'

type Deps = Pick<ConnectionsDependencies, 'db' | 'clock' | 'ids' | 'log' | 'notices'>

/** In the transaction of what happens to the listing; whoever comes after that many waits for the schedule. */
const mostAtOnce = 50
const mostInOneGo = 200

/**
 * Everybody who connected a listing learns what became of it, once, whatever dies meanwhile: notices and the note of how
 * far they went are one transaction. Its publisher's people are told as such.
 */
export async function tellPeople(deps: Deps, trx: Database, fate: Fate): Promise<void> {
  const stored = { id: deps.ids.next<FateId>(), fate, toldUntil: null }
  const at = deps.clock.now()
  // Who has not heard of what happened before does not hear of this first.
  if (await hasFate(trx, fate.listing.id)) return await insertFate(trx, stored, at)
  const last = await tellSome(deps, trx, stored, mostAtOnce)
  if (last !== undefined) await insertFate(trx, { ...stored, toldUntil: last.person }, at)
}

/**
 * Goes on with those who are still to be told; any number of replicas. A listing of which nobody can be told holds up no
 * other, and is tried again the next time.
 */
export async function tellRest(deps: Deps): Promise<void> {
  const failed = new Set<ListingId>()
  let more = true
  while (more) {
    let listing: ListingId | undefined
    try {
      more = await inTransaction(deps.db, async (trx) => {
        const stored = await lockOldestFateBut(trx, [...failed])
        if (stored === undefined) return false
        listing = stored.fate.listing.id
        const last = await tellSome(deps, trx, stored, mostInOneGo)
        if (last === undefined) await deleteFate(trx, stored.id)
        else await noteToldUntil(trx, stored.id, last.person)
        return true
      })
    } catch (error) {
      if (listing === undefined) throw error
      deps.log.error({ err: error, listing }, 'people could not be told what became of their connector')
      // With what happened to it later: nobody hears of that first.
      failed.add(listing)
    }
  }
}

/** @returns the last who was told, when there may be more */
async function tellSome(
  deps: Deps,
  trx: Database,
  { id, fate, toldUntil: after }: StoredFate,
  most: number,
): Promise<Connected | undefined> {
  const without = [fate.listing.organisation, ...(fate.what === 'handed-over' ? [fate.to] : [])]
  const people = await peopleAfter(trx, fate.listing.id, { after, most, without })
  const news = newsOf(fate, id)
  for (const to of people) await deps.notices.tell(trx, { ...news, to })
  return people.length < most ? undefined : people.at(-1)
}

function newsOf(fate: Fate, id: FateId): Omit<News, 'to'> {
  const { listing, name, what } = fate
  const say = (key: TextKey): Saying => ({ key, parameters: { name } })
  return {
    kind: `connections.${what}`,
    about: `listing:${listing.id}`,
    occasion: `fate ${id}`,
    what: say(`notices.connections.${what}.what`),
    why: say(
      what === 'gone' ? `notices.connections.gone.why.${fate.because}` : `notices.connections.${what}.why`,
    ),
    whatToDo: say(
      what === 'gone' && fate.because !== 'unreliable'
        ? 'notices.connections.gone.do.for-good'
        : `notices.connections.${what}.do`,
    ),
    ...(what === 'gone' && fate.words !== null && fate.words !== '' && { quote: fate.words }),
    link: what === 'gone' ? paths.connections : `${paths.connectors}/${listing.slug}`,
  }
}
