import { isOpen, type Endpoint } from '../catalogue/index.ts'
import { codes, Refusal } from './rpc-error.ts'

/** A connector as its callers see it; undefined when there is none for them. */
export function liveEndpoint(endpoint: Endpoint | undefined): Endpoint | undefined {
  if (endpoint === undefined || endpoint.state === 'closed') return undefined
  // Who asks knows the slug; the name of what was never listed is for its publisher and reviewers.
  const known = isOpen(endpoint) || endpoint.state === 'delisted' || endpoint.state === 'removed'
  return known ? endpoint : { ...endpoint, name: endpoint.slug }
}

export function unknownEndpoint(): Refusal {
  return new Refusal(404, codes.invalidRequest, 'There is no connector at this address.')
}
