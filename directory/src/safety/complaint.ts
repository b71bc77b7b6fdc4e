import type { Actor, Id, ListingId, OrganisationId, PersonId } from '../kernel/index.ts'

export type ComplaintId = Id<'complaint'>

/** What people report about a listing. */
export const complaintKinds = [
  'broken',
  'misleading',
  'malicious',
  'legal',
  'impersonation',
  'other',
] as const
export type ComplaintKind = (typeof complaintKinds)[number]

export const statuses = ['new', 'looked-at', 'acted-on', 'no-action'] as const
export type Status = (typeof statuses)[number]

export const complaintEvents = ['received', 'looked-at', 'acted-on', 'no-action'] as const
export type ComplaintEvent = (typeof complaintEvents)[number]

export interface ComplaintStep {
  readonly name: ComplaintEvent
  readonly at: Date
  readonly actor: Actor
  /** Of the last two the answer to who sent it; of the others nothing that they read. */
  readonly reason: string
}

/** What somebody sent, without its words. */
export interface Complaint {
  readonly id: ComplaintId
  /** Of who sent it; of who has no account: that of the instance. */
  readonly organisation: OrganisationId
  readonly person: PersonId | null
  /** Null: it is about this directory. */
  readonly listing: ListingId | null
  /** A vulnerability is for operators only. */
  readonly kind: ComplaintKind | 'vulnerability'
  readonly status: Status
  readonly at: Date
  readonly seen: number
}

/** What it says, opened from its seal. */
export interface Words {
  readonly text: string
  readonly contact: string | null
}

/** To whom belongs what somebody without an account has sent: the instance itself. */
export const instance = '00000000-0000-7000-8000-000000000000' as OrganisationId

const follows: Readonly<Record<ComplaintEvent, readonly (Status | undefined)[]>> = {
  received: [undefined],
  'looked-at': ['new'],
  'acted-on': ['new', 'looked-at'],
  'no-action': ['new', 'looked-at'],
}

/** Whether this may happen now; undefined: nothing was received yet. */
export function mayFollow(status: Status | undefined, name: ComplaintEvent): boolean {
  return follows[name].includes(status)
}

/** The status after one event more. An event that may not follow is a fault of ours: nobody could write it. */
export function statusAfter(status: Status | undefined, name: ComplaintEvent): Status {
  if (!mayFollow(status, name)) throw new Error(`"${name}" cannot follow in "${status ?? 'nothing'}".`)
  return name === 'received' ? 'new' : name
}

export function statusOf(past: readonly ComplaintEvent[]): Status | undefined {
  return past.reduce<Status | undefined>(statusAfter, undefined)
}

export function isOpen(status: Status): boolean {
  return status === 'new' || status === 'looked-at'
}
