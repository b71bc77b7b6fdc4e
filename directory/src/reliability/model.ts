import type { PersonId } from '../kernel/index.ts'

/** How far it has gone with a listing, in the only order there is. */
export const stages = ['listed', 'warned', 'grace', 'hidden', 'delisted'] as const
export type Stage = (typeof stages)[number]

/** What a decision rests on, kept with its step so that everybody can check it. */
export interface Reasons {
  readonly policy: string
  /** Of the window: looks that counted, how many failed, on how many days. */
  readonly looks: number
  readonly failed: number
  readonly days: number
  readonly healthyRun: number
}

/** What stands in the ledger. Times are ISO 8601, because this is stored as it is. */
export type LedgerEvent =
  | { readonly name: 'warned' | 'last-warned' | 'hidden'; readonly dueAt: string; readonly reasons: Reasons }
  /** The time is over, or a delisted server is well again; an operator decides. */
  | { readonly name: 'delisting-due' | 'return-due'; readonly reasons: Reasons }
  /** `closed`: its publisher withdrew it, or it was removed; nothing is left to decide. */
  | { readonly name: 'delisted' | 'paused' | 'objected' | 'closed' }
  | { readonly name: 'restored'; readonly because: 'healthy'; readonly reasons: Reasons }
  /** `republished`: a new version was reviewed and published. */
  | { readonly name: 'restored'; readonly because: 'operator' | 'republished' }
  | {
      readonly name: 'extended'
      readonly because: 'our-outage'
      readonly lostMs: number
      readonly dueAt: string
    }
  | { readonly name: 'extended'; readonly because: 'operator'; readonly days: number; readonly dueAt: string }
  | { readonly name: 'resumed' | 'objection-refused'; readonly dueAt: string | null }

export type EventName = LedgerEvent['name']

export const eventNames = [
  'warned',
  'last-warned',
  'hidden',
  'delisting-due',
  'delisted',
  'return-due',
  'restored',
  'extended',
  'paused',
  'resumed',
  'objected',
  'objection-refused',
  'closed',
] as const satisfies readonly EventName[]

/** Where one listing stands: a fold of its events. */
export interface Ledger {
  readonly stage: Stage
  /** When this stage began. */
  readonly since: Date | null
  /** When the next step follows, if nothing gets better. */
  readonly dueAt: Date | null
  /** Time lost by our outage that this stage was given back. */
  readonly lostMs: number
  /** The machine has said what it would do; an operator does it or not. */
  readonly proposed: boolean
  readonly pausedAt: Date | null
  readonly objectedAt: Date | null
  /** One objection in each stage. */
  readonly hasObjected: boolean
  readonly delistedBy: PersonId | null
  /** Looks up to here were judged before; only later ones count. */
  readonly clearedAt: Date | null
  /** How often it ended well, each soon after the last time. */
  readonly relapses: number
}

export const nothingYet: Ledger = {
  stage: 'listed',
  since: null,
  dueAt: null,
  lostMs: 0,
  proposed: false,
  pausedAt: null,
  objectedAt: null,
  hasObjected: false,
  delistedBy: null,
  clearedAt: null,
  relapses: 0,
}

/** Which events may follow in which stage. Everything else is refused. */
const follows: Readonly<Record<EventName, readonly Stage[]>> = {
  warned: ['listed'],
  'last-warned': ['warned'],
  hidden: ['grace'],
  'delisting-due': ['hidden'],
  delisted: ['hidden'],
  'return-due': ['delisted'],
  restored: ['warned', 'grace', 'hidden', 'delisted'],
  extended: ['warned', 'grace', 'hidden'],
  paused: ['warned', 'grace', 'hidden'],
  resumed: ['warned', 'grace', 'hidden'],
  objected: ['warned', 'grace', 'hidden', 'delisted'],
  'objection-refused': ['warned', 'grace', 'hidden', 'delisted'],
  closed: ['warned', 'grace', 'hidden', 'delisted'],
}

/** What else must be true. Delisting needs its proposal, which needs the whole time of being hidden. */
const conditions: Partial<Record<EventName, (ledger: Ledger) => boolean>> = {
  'delisting-due': ({ proposed }) => !proposed,
  'return-due': ({ proposed }) => !proposed,
  delisted: ({ proposed, pausedAt, objectedAt }) => proposed && pausedAt === null && objectedAt === null,
  paused: ({ pausedAt }) => pausedAt === null,
  resumed: ({ pausedAt }) => pausedAt !== null,
  objected: ({ hasObjected }) => !hasObjected,
  'objection-refused': ({ objectedAt }) => objectedAt !== null,
}

/** Whether this may happen now. */
export function mayFollow(ledger: Ledger, name: EventName): boolean {
  return follows[name].includes(ledger.stage) && conditions[name]?.(ledger) !== false
}
