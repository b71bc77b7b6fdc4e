import { inTransaction, isConcerned, isStaff, Problem, type Database, type Viewer } from '../kernel/index.ts'
import type { Listing } from '../catalogue/index.ts'
import { record } from './record.ts'
import { fold, fromOutside, obstacle, type EventName, type Standing } from './restriction.ts'
import type { RestrictionView, SafetyDependencies } from './safety.ts'
import { readSteps } from './store.ts'

export const orders = [
  'quarantine',
  'release',
  'ask-block',
  'refuse-block',
  'sign-block',
  'unblock',
  'refuse-objection',
] as const
export type OrderName = (typeof orders)[number]

export interface Order {
  readonly name: OrderName
  /** Events that stood on the page. */
  readonly seen: number
  /** The publisher reads it, and of a quarantine everybody, unless it is about a block that is not signed. */
  readonly reason: string
}

export const longestReason = 500

const leadsTo: Readonly<Record<OrderName, EventName>> = {
  quarantine: 'quarantined',
  release: 'released',
  'ask-block': 'block-asked',
  'refuse-block': 'block-refused',
  'sign-block': 'blocked',
  unblock: 'unblocked',
  'refuse-objection': 'objection-refused',
}

const byReviewers: readonly OrderName[] = ['quarantine', 'release']

/** What this person may do now with a listing that is not of their own organisation. */
export function ordersFor(standing: Standing, viewer: Viewer): readonly OrderName[] {
  return orders.filter((name) => mayGive(viewer, name) && !obstacle(standing, leadsTo[name], viewer.person))
}

function mayGive({ roles }: Viewer, name: OrderName): boolean {
  return roles.has('operator') || (roles.has('reviewer') && byReviewers.includes(name))
}

export async function loadRestriction(db: Database, listing: Listing): Promise<RestrictionView> {
  const steps = await readSteps(db, listing.id)
  return { listing, steps, seen: steps.length, standing: fold(steps), inside: false }
}

/** @see Safety.order */
export async function giveOrder(
  deps: SafetyDependencies,
  viewer: Viewer,
  slug: string,
  { name, seen, reason: given }: Order,
): Promise<void> {
  if (!mayGive(viewer, name)) {
    const role = byReviewers.includes(name) ? '"operator" or "reviewer"' : '"operator"'
    throw new Problem('not-allowed', `This needs the role ${role}. Ask an operator of this directory.`)
  }
  const { db, catalogue } = deps
  const found = await catalogue.bySlug(slug)
  if (found === undefined) throw new Problem('not-found', 'There is no such connector.')
  const reason = wordsIn(given, 'reason', longestReason, 'Give a reason')
  await inTransaction(db, async (trx) => {
    if (await deps.organisations.isMember(trx, found.organisation, viewer.person)) {
      throw new Problem('not-allowed', 'This is a connector of your own organisation. Somebody else decides.')
    }
    const listing = (await catalogue.byId(found.id, trx)) ?? found
    const { standing, seen: there } = await loadRestriction(trx, listing)
    refuse(standing, { name: leadsTo[name], viewer, stale: there !== seen })
    await record(trx, deps, { listing, standing, seen, name: leadsTo[name], person: viewer.person, reason })
  })
  await deps.holds.refresh()
}

export const longestObjection = 4_000

/** @see Safety.object */
export async function object(
  deps: SafetyDependencies,
  viewer: Viewer,
  slug: string,
  { seen, text }: { readonly seen: number; readonly text: string },
): Promise<void> {
  const { db, catalogue } = deps
  const found = await catalogue.bySlug(slug)
  if (found?.organisation !== viewer.organisation) {
    throw new Problem('not-found', 'You have no such connector.')
  }
  const reason = wordsIn(text, 'text', longestObjection, 'Say what is wrong with this')
  await inTransaction(db, async (trx) => {
    const listing = (await catalogue.byId(found.id, trx)) ?? found
    const { standing, seen: there } = await loadRestriction(trx, listing)
    refuse(standing, { name: 'objected', viewer, stale: there !== seen })
    await record(trx, deps, { listing, standing, seen, name: 'objected', person: viewer.person, reason })
  })
}

/** Who belongs to the publisher sees what publishers see, whatever else they are. @see Safety.view */
export async function view(deps: SafetyDependencies, viewer: Viewer, slug: string): Promise<RestrictionView> {
  const listing = await deps.catalogue.bySlug(slug)
  if (listing === undefined || !isConcerned(viewer, listing)) {
    throw new Problem('not-found', 'You have no such connector.')
  }
  const found = await loadRestriction(deps.db, listing)
  const own = await deps.organisations.isMember(deps.db, listing.organisation, viewer.person)
  if (isStaff(viewer) && !own) return { ...found, inside: true }
  return { ...found, ...fromOutside(found.standing, found.steps) }
}

function refuse(
  standing: Standing,
  { name, viewer, stale }: { readonly name: EventName; readonly viewer: Viewer; readonly stale: boolean },
): void {
  const against = obstacle(standing, name, viewer.person)
  if (stale || against === 'not-now') {
    throw new Problem('stale-form', 'This has changed in the meantime. Read it again, then decide.')
  }
  if (against === 'same-person') {
    throw new Problem('not-allowed', 'You had a part in this decision. Somebody else takes the next step.')
  }
}

/** @throws Problem invalid-input */
export function wordsIn(text: string, field: string, most: number, ask: string): string {
  const words = text.trim()
  if (words !== '' && words.length <= most) return words
  const sentence = `${ask}, in at most ${most} characters.`
  throw new Problem('invalid-input', sentence, { fields: { [field]: sentence } })
}
