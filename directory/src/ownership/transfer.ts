import type { Actor, Id, ListingId, OrganisationId } from '../kernel/index.ts'
import { Problem } from '../kernel/index.ts'
import type { ProofPlace } from '../proofs/index.ts'

export type TransferId = Id<'Transfer'>

export const transferStatuses = [
  'offered',
  'accepted',
  'asked',
  'done',
  'declined',
  'withdrawn',
  'refused',
  'expired',
] as const
export type TransferStatus = (typeof transferStatuses)[number]

/** In these somebody may still do something. */
export const openStatuses = ['offered', 'accepted', 'asked'] as const satisfies readonly TransferStatus[]

/** Everything that can happen to an offer, in the stream `transfer:<id>`. */
export type TransferEvent =
  | {
      readonly name: 'offered'
      readonly listing: ListingId
      readonly from: OrganisationId
      readonly to: OrganisationId
    }
  | { readonly name: 'accepted' | 'declined' | 'withdrawn' | 'approved' | 'expired' }
  /** The receiving organisation showed that it has the server. */
  | { readonly name: 'proved'; readonly place: ProofPlace }
  /** It cannot show that, and asks an operator. */
  | { readonly name: 'asked'; readonly text: string }
  | { readonly name: 'refused'; readonly text: string }

export type TransferEventName = TransferEvent['name']

export interface TransferHappening {
  readonly event: TransferEvent
  readonly actor: Actor
  readonly at: Date
}

export interface TransferState {
  readonly listing: ListingId
  readonly from: OrganisationId
  readonly to: OrganisationId
  readonly status: TransferStatus
  readonly since: Date
  /** Each step forward begins the time anew. */
  readonly expiresAt: Date
  /** Why the receiving organisation cannot prove that it has the server. */
  readonly question: string | null
  /** What an operator answered who refused. */
  readonly answer: string | null
}

const dayMs = 86_400_000
export const daysForAStep = 14

const possible: Readonly<Record<TransferStatus, readonly TransferEventName[]>> = {
  offered: ['accepted', 'declined', 'withdrawn', 'expired'],
  accepted: ['proved', 'asked', 'declined', 'withdrawn', 'expired'],
  asked: ['proved', 'approved', 'refused', 'declined', 'withdrawn', 'expired'],
  done: [],
  declined: [],
  withdrawn: [],
  refused: [],
  expired: [],
}

/** Who causes what. The program may end an offer, too: its time is over, or there is nothing left to hand over. */
export const causedBy: Readonly<Record<TransferEventName, 'giver' | 'receiver' | 'operator' | 'program'>> = {
  offered: 'giver',
  accepted: 'receiver',
  declined: 'receiver',
  withdrawn: 'giver',
  proved: 'receiver',
  asked: 'receiver',
  approved: 'operator',
  refused: 'operator',
  expired: 'program',
}

export function allowsTransfer(status: TransferStatus, event: TransferEventName): boolean {
  return possible[status].includes(event)
}

/** What an offer becomes, and the only place where its status is chosen. Pure. @throws Problem already-decided | conflict */
export function nextTransfer(
  state: TransferState | undefined,
  { event, at }: TransferHappening,
): TransferState {
  if (state === undefined) return begin(event, at)
  if (possible[state.status].length === 0) {
    throw new Problem('already-decided', 'This offer is over. Its publisher can make another one.')
  }
  if (!possible[state.status].includes(event.name)) {
    throw new Problem('conflict', 'This is not possible at this point. Look at the offer as it is now.')
  }
  if ((event.name === 'expired') !== at >= state.expiresAt) {
    throw new Problem('conflict', 'The time of this offer is over, or it is not over yet.')
  }
  return { ...after(state, event), since: at, expiresAt: inDays(at) }
}

function after(state: TransferState, event: TransferEvent): TransferState {
  switch (event.name) {
    case 'offered':
      return state
    case 'accepted':
    case 'declined':
    case 'withdrawn':
    case 'expired':
      return { ...state, status: event.name }
    case 'asked':
      return { ...state, status: 'asked', question: event.text }
    case 'refused':
      return { ...state, status: 'refused', answer: event.text }
    case 'proved':
    case 'approved':
      return { ...state, status: 'done' }
  }
}

function begin(event: TransferEvent, at: Date): TransferState {
  if (event.name !== 'offered') throw new Problem('conflict', 'Nothing was offered.')
  const { listing, from, to } = event
  const open = { status: 'offered', since: at, expiresAt: inDays(at) } as const
  return { listing, from, to, ...open, question: null, answer: null }
}

function inDays(at: Date): Date {
  return new Date(at.getTime() + daysForAStep * dayMs)
}
