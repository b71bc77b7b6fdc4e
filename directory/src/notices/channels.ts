import type { Id, Language, OrganisationId, PersonId } from '../kernel/index.ts'
import type { NoticeId, Saying } from './model.ts'

export type DeliveryId = Id<'delivery'>
export type WebhookId = Id<'webhook'>
export type Channel = 'mail' | 'webhook'

/** `refused`: it will never work. `failed`: it may, later. */
export type Outcome = 'sent' | 'failed' | 'refused'

export interface Result {
  readonly outcome: Outcome
  /** What the other side said, or why it could not be asked. */
  readonly detail: string
  /** The receiver wants no more of them. */
  readonly gone?: true
}

/** What is to be sent now, by the caller and nobody else. */
export interface TakenDelivery {
  readonly id: DeliveryId
  readonly notice: NoticeId
  readonly channel: Channel
  readonly target: PersonId | WebhookId
  /** Of the attempt, from 1. */
  readonly number: number
}

export interface Attempt {
  readonly number: number
  readonly at: Date
  /** Null: it runs, or its process was killed. */
  readonly outcome: Outcome | null
  readonly detail: string | null
}

export interface Delivery {
  readonly id: DeliveryId
  readonly notice: NoticeId
  readonly what: Saying
  readonly channel: Channel
  readonly state: 'waiting' | 'done' | 'given-up'
  /** Null when nothing is left to do. */
  readonly nextAt: Date | null
  readonly attempts: readonly Attempt[]
}

export interface Mailbox {
  readonly person: PersonId
  readonly address: string
  readonly language: Language
  readonly enabled: boolean
  readonly refusals: number
}

export interface Webhook {
  readonly id: WebhookId
  readonly organisation: OrganisationId
  readonly url: string
  readonly language: Language
  /** `failing`: switched off after days of failures; `gone`: its receiver answered 410. */
  readonly state: 'on' | 'failing' | 'gone'
  readonly goodAt: Date | null
  readonly createdAt: Date
}

const second = 1000
const minute = 60 * second
const hour = 60 * minute

/** From one attempt to the next: ten within three and a half days. */
const waits = [
  15 * second,
  5 * minute,
  30 * minute,
  2 * hour,
  5 * hour,
  10 * hour,
  14 * hour,
  20 * hour,
  30 * hour,
]

/** When to try again after so many attempts; undefined: no more. */
export function nextAttempt(attempts: number, now: Date): Date | undefined {
  const wait = waits[attempts - 1]
  return wait === undefined ? undefined : new Date(now.getTime() + wait)
}
