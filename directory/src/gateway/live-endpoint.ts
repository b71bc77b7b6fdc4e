import type { Endpoint } from '../catalogue/index.ts'

/** A connector as its callers see it; undefined when it was removed. */
export function liveEndpoint(endpoint: Endpoint | undefined): Endpoint | undefined {
  if (endpoint === undefined || endpoint.state === 'removed') return undefined
  // Who asks knows the slug; the name of what is not published is for its publisher and reviewers.
  return endpoint.state === 'published' ? endpoint : { ...endpoint, name: endpoint.slug }
}
