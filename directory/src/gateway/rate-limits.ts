import { BoundedMap, joinedTexts, type ListingId, type PersonId } from '../kernel/index.ts'

/** What is limited: all calls of a person; a person's calls of one tool; all calls to a connector; all calls. */
export const rateNames = ['user', 'tool', 'connector', 'global'] as const
export type RateName = (typeof rateNames)[number]

/** At most so many calls in any so many seconds, spread as the caller likes. */
export interface Rate {
  readonly most: number
  readonly seconds: number
}

export type Rates = Readonly<Partial<Record<RateName, Rate | undefined>>>

export interface RateSubject {
  readonly person: PersonId
  /** Undefined for what no connector is asked for. */
  readonly listing: ListingId | undefined
  /** Undefined when no tool is called. */
  readonly tool: string | undefined
}

export interface Turn {
  /** `RateLimit-Policy` and `RateLimit`; `Retry-After` too when the call is refused. */
  readonly headers: Readonly<Record<string, string>>
  readonly refused?: { readonly by: RateName; readonly rate: Rate; readonly retryAfter: number }
}

/** Of what is not counted: there is nothing to say of it. */
export const noLimit: Turn = { headers: {} }

export interface RateLimits {
  /** Counts the call, unless one of its limits refuses it: then it counts nowhere. */
  take(subject: RateSubject): Turn
}

/** So many people, tools or connectors are remembered; whoever was away longest starts with a full quota. */
const mostKeys = 100_000

/** Callers name tools as they like. */
const longestName = 200

/** One number: the moment at which it would be empty again, in milliseconds since 1970. Never before now. */
interface Bucket {
  emptyAt: number
}

/** One of the limits, with what each key has used of it. */
class Limit {
  readonly name: RateName
  readonly rate: Rate
  /** As the field says it. */
  readonly policy: string
  readonly #isLeft: string
  /** By what one call fills a bucket. */
  readonly #stepMs: number
  /** A bucket that is filled beyond this takes no further call. */
  readonly #roomMs: number
  readonly #buckets = new BoundedMap<string, Bucket>(mostKeys)

  constructor(name: RateName, rate: Rate) {
    const { most, seconds } = rate
    this.name = name
    this.rate = rate
    this.policy = `"${name}";q=${most};w=${seconds}`
    this.#isLeft = `"${name}";r=`
    this.#stepMs = (seconds * 1000) / most
    // The fraction is for the rounding of sums.
    this.#roomMs = seconds * 1000 - this.#stepMs + 0.001
  }

  /** How long this key has to wait for its next call, in milliseconds; not above 0 when it has not. */
  waitMs(key: string, at: number): number {
    return this.#emptyAt(key, at) - at - this.#roomMs
  }

  count(key: string, at: number): void {
    const bucket = this.#buckets.get(key)
    if (bucket === undefined) this.#buckets.set(key, { emptyAt: at + this.#stepMs })
    else bucket.emptyAt = Math.max(bucket.emptyAt, at) + this.#stepMs
  }

  /** What is left, as the field says it. */
  left(key: string, at: number): string {
    const filledMs = this.#emptyAt(key, at) - at
    const remaining = Math.max(0, Math.floor((this.#roomMs - filledMs) / this.#stepMs) + 1)
    return `${this.#isLeft}${remaining};t=${Math.ceil(filledMs / 1000)}`
  }

  #emptyAt(key: string, at: number): number {
    return Math.max(this.#buckets.get(key)?.emptyAt ?? at, at)
  }
}

/**
 * Limits in the memory of this replica: for each bucket the generic cell rate algorithm. A refused call counts nowhere and is
 * not remembered, so that refused ones cannot crowd out who is.
 */
export function createRateLimits(rates: Rates, now: () => Date): RateLimits {
  const limits = rateNames.flatMap((name) => {
    const rate = rates[name]
    return rate === undefined ? [] : [new Limit(name, rate)]
  })
  const join = joinedTexts()
  return {
    take(subject) {
      if (limits.length === 0) return noLimit
      const at = now().getTime()
      const tool = toolKey(subject, join)
      const full = limits.find((limit) => isFull(limit, keyOf(limit.name, subject, tool), at))
      let [policy, left] = ['', '']
      for (const limit of limits) {
        const key = keyOf(limit.name, subject, tool)
        if (key === undefined) continue
        if (full === undefined) limit.count(key, at)
        if (!isShown(limit, full)) continue
        policy = listed(policy, limit.policy)
        left = listed(left, limit.left(key, at))
      }
      // Structured fields. @see draft-ietf-httpapi-ratelimit-headers-10 sections 3 and 4
      const headers = policy === '' ? {} : { 'ratelimit-policy': policy, ratelimit: left }
      if (full === undefined) return { headers }
      const waitMs = full.waitMs(keyOf(full.name, subject, tool) ?? '', at)
      const retryAfter = Math.max(1, Math.ceil(waitMs / 1000))
      return {
        headers: { ...headers, 'retry-after': String(retryAfter) },
        refused: { by: full.name, rate: full.rate, retryAfter },
      }
    },
  }
}

function isFull(limit: Limit, key: string | undefined, at: number): boolean {
  return key !== undefined && limit.waitMs(key, at) > 0
}

/** Whose calls a limit counts together; undefined when it does not concern this call. @param tool as `toolKey` says it */
function keyOf(
  name: RateName,
  { person, listing }: RateSubject,
  tool: string | undefined,
): string | undefined {
  switch (name) {
    case 'user':
      return person
    case 'tool':
      return tool
    case 'connector':
      return listing
    case 'global':
      return ''
  }
}

function toolKey(
  { person, listing, tool }: RateSubject,
  join: (one: string, other: string, third: string) => string,
): string | undefined {
  if (tool === undefined) return undefined
  if (tool.length <= longestName) return join(person, listing ?? '', tool)
  // A key that is kept with a part of a long name would keep all of the name.
  return `${person} ${listing ?? ''} ${tool.slice(0, longestName)}`
}

/** What the others use up is nobody's business, until it stops somebody. */
function isShown(limit: Limit, full: Limit | undefined): boolean {
  return limit.name === 'user' || limit.name === 'tool' || limit === full
}

function listed(before: string, item: string): string {
  return before === '' ? item : `${before}, ${item}`
}
