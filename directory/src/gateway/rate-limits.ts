import { BoundedMap, type ListingId, type PersonId } from '../kernel/index.ts'

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

/** One number: the moment at which it would be empty again, in milliseconds since 1970. Never before now. */
interface Bucket {
  emptyAt: number
}

interface Limit {
  readonly name: RateName
  readonly rate: Rate
  /** By what one call fills a bucket. */
  readonly stepMs: number
  /** A bucket that is filled beyond this takes no further call. */
  readonly roomMs: number
  readonly policy: string
  readonly buckets: BoundedMap<string, Bucket>
}

/** Limits in the memory of this replica: for each bucket the generic cell rate algorithm. */
export function createRateLimits(rates: Rates, now: () => Date): RateLimits {
  const limits = rateNames.flatMap((name) => limitOf(name, rates[name]))
  return {
    take(subject) {
      if (limits.length === 0) return noLimit
      const at = now().getTime()
      const fills = fillsOf(limits, subject, at)
      const full = fills.find(({ limit, bucket }) => bucket.emptyAt - at > limit.roomMs)
      if (full !== undefined) {
        const { name, rate, roomMs } = full.limit
        const retryAfter = Math.max(1, Math.ceil((full.bucket.emptyAt - at - roomMs) / 1000))
        return {
          headers: { ...headersOf(shown(fills, name), at), 'retry-after': String(retryAfter) },
          refused: { by: name, rate, retryAfter },
        }
      }
      for (const { limit, key, bucket, isNew } of fills) {
        bucket.emptyAt += limit.stepMs
        if (isNew) limit.buckets.set(key, bucket)
      }
      return { headers: headersOf(shown(fills), at) }
    },
  }
}

function limitOf(name: RateName, rate: Rate | undefined): readonly Limit[] {
  if (rate === undefined) return []
  const { most, seconds } = rate
  const stepMs = (seconds * 1000) / most
  // The fraction is for the rounding of sums.
  const roomMs = seconds * 1000 - stepMs + 0.001
  const policy = `"${name}";q=${most};w=${seconds}`
  return [{ name, rate, stepMs, roomMs, policy, buckets: new BoundedMap(mostKeys) }]
}

interface Fill {
  readonly limit: Limit
  readonly key: string
  readonly bucket: Bucket
  /** Kept only if the call counts: refused ones must not crowd out who is remembered. */
  readonly isNew: boolean
}

function fillsOf(limits: readonly Limit[], subject: RateSubject, at: number): readonly Fill[] {
  const fills: Fill[] = []
  for (const limit of limits) {
    const key = keyOf(limit.name, subject)
    if (key === undefined) continue
    const known = limit.buckets.get(key)
    const bucket = known ?? { emptyAt: at }
    bucket.emptyAt = Math.max(bucket.emptyAt, at)
    fills.push({ limit, key, bucket, isNew: known === undefined })
  }
  return fills
}

function keyOf(name: RateName, { person, listing, tool }: RateSubject): string | undefined {
  switch (name) {
    case 'user':
      return person
    case 'tool':
      return tool === undefined ? undefined : `${person} ${listing} ${tool.slice(0, 200)}`
    case 'connector':
      return listing
    case 'global':
      return ''
  }
}

/** What the others use up is nobody's business, until it stops somebody. */
function shown(fills: readonly Fill[], refusedBy?: RateName): readonly Fill[] {
  return fills.filter(({ limit: { name } }) => name === 'user' || name === 'tool' || name === refusedBy)
}

/**
 * Structured fields: the policies, and what is left of each.
 * @see draft-ietf-httpapi-ratelimit-headers-10 sections 3 and 4
 */
function headersOf(fills: readonly Fill[], at: number): Readonly<Record<string, string>> {
  if (fills.length === 0) return {}
  const left = fills.map(({ limit: { name, stepMs, roomMs }, bucket: { emptyAt } }) => {
    const remaining = Math.max(0, Math.floor((roomMs - (emptyAt - at)) / stepMs) + 1)
    return `"${name}";r=${remaining};t=${Math.ceil((emptyAt - at) / 1000)}`
  })
  return { 'ratelimit-policy': fills.map(({ limit }) => limit.policy).join(', '), ratelimit: left.join(', ') }
}
