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

/** So many people, tools and connectors are remembered; whoever was away longest starts with a full quota. */
const mostKeys = 100_000

interface Bucket {
  readonly name: RateName
  readonly key: string
  readonly rate: Rate
}

/**
 * Limits in the memory of this replica. Each bucket is one number, the moment at which it would be empty again
 * (generic cell rate algorithm).
 */
export function createRateLimits(rates: Rates, now: () => Date): RateLimits {
  const unlimited = rateNames.every((name) => rates[name] === undefined)
  const emptyAt = new BoundedMap<string, number>(mostKeys)
  return {
    take(subject) {
      if (unlimited) return noLimit
      const at = now().getTime()
      const buckets = bucketsOf(rates, subject)
      const fills = buckets.map((bucket) => ({ bucket, until: Math.max(at, emptyAt.get(bucket.key) ?? 0) }))
      const full = fills.find(({ bucket, until }) => until - at > roomMs(bucket.rate))
      if (full !== undefined) {
        const { name, rate } = full.bucket
        const retryAfter = Math.max(1, Math.ceil((full.until - at - roomMs(rate)) / 1000))
        return {
          headers: { ...headersOf(shown(fills, name), at), 'retry-after': String(retryAfter) },
          refused: { by: name, rate, retryAfter },
        }
      }
      const counted = fills.map(({ bucket, until }) => ({ bucket, until: until + stepMs(bucket.rate) }))
      for (const { bucket, until } of counted) emptyAt.set(bucket.key, until)
      return { headers: headersOf(shown(counted), at) }
    },
  }
}

type Fill = { readonly bucket: Bucket; readonly until: number }

function stepMs({ most, seconds }: Rate): number {
  return (seconds * 1000) / most
}

/** A bucket that is filled beyond this takes no further call. The fraction is for the rounding of sums. */
function roomMs(rate: Rate): number {
  return rate.seconds * 1000 - stepMs(rate) + 0.001
}

function bucketsOf(rates: Rates, { person, listing, tool }: RateSubject): readonly Bucket[] {
  const keys: Readonly<Record<RateName, string | undefined>> = {
    user: person,
    tool: tool === undefined ? undefined : `${person} ${listing} ${tool.slice(0, 200)}`,
    connector: listing,
    global: '',
  }
  return rateNames.flatMap((name) => {
    const [rate, key] = [rates[name], keys[name]]
    return rate === undefined || key === undefined ? [] : [{ name, key: `${name} ${key}`, rate }]
  })
}

/** What the others use up is nobody's business, until it stops somebody. */
function shown(fills: readonly Fill[], refusedBy?: RateName): readonly Fill[] {
  return fills.filter(({ bucket: { name } }) => name === 'user' || name === 'tool' || name === refusedBy)
}

/**
 * Structured fields: the policies, and what is left of each.
 * @see draft-ietf-httpapi-ratelimit-headers-10 sections 3 and 4
 */
function headersOf(fills: readonly Fill[], at: number): Readonly<Record<string, string>> {
  if (fills.length === 0) return {}
  const policies = fills.map(({ bucket: { name, rate } }) => `"${name}";q=${rate.most};w=${rate.seconds}`)
  const left = fills.map(({ bucket: { name, rate }, until }) => {
    const remaining = Math.max(0, Math.floor((roomMs(rate) - (until - at)) / stepMs(rate)) + 1)
    return `"${name}";r=${remaining};t=${Math.ceil((until - at) / 1000)}`
  })
  return { 'ratelimit-policy': policies.join(', '), ratelimit: left.join(', ') }
}
