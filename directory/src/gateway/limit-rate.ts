import type { Endpoint } from '../catalogue/index.ts'
import type { Caller } from './gateway.ts'
import type { Message } from './message.ts'
import { noLimit, type RateLimits, type RateName, type Turn } from './rate-limits.ts'
import { withHeaders } from './ready-answer.ts'
import { codes, Refusal } from './rpc-error.ts'

interface Asking {
  readonly endpoint: Endpoint
  readonly caller: Caller
  readonly message: Message
}

/** Requests count; what only answers or notifies does not, for it belongs to a request that was counted. */
export function takeTurn(rates: RateLimits, { endpoint, caller, message }: Asking): Turn {
  if (message.kind !== 'request') return noLimit
  const tool = message.method === 'tools/call' ? message.params['name'] : undefined
  return rates.take({
    person: caller.person,
    listing: endpoint.listing,
    tool: typeof tool === 'string' ? tool : undefined,
  })
}

/** What a refused turn is to its caller: 429, and a sentence that says who limits and until when. */
export function tooMany({ by, rate, retryAfter }: NonNullable<Turn['refused']>, name: string): Refusal {
  const { most, seconds } = rate
  const who: Readonly<Record<RateName, string>> = {
    user: `You have made ${most} calls in ${seconds} seconds, which is the most for one person.`,
    tool: `You have called this tool ${most} times in ${seconds} seconds, which is the most for one tool.`,
    connector: `${name} gets at most ${most} calls in ${seconds} seconds from all people here together.`,
    global: `This gateway takes at most ${most} calls in ${seconds} seconds from all people together.`,
  }
  return new Refusal(429, codes.rateLimited, `${who[by]} Try again in ${retryAfter} seconds.`, {
    limit: by,
    most,
    seconds,
    retryAfter,
  })
}

/** Says on an answer what is left. */
export function withTurn(response: Response, { headers }: Turn): Response {
  return withHeaders(response, headers)
}
