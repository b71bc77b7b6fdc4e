import type { OpenAPIHono } from '@hono/zod-openapi'
import type { SafeFetch } from '@connectory/wire'
import type { AppEnv, Clock, PersonId } from '../kernel/index.ts'
import { egressApi } from './api.ts'

export interface EgressDependencies {
  readonly clock: Clock
  readonly fetch: SafeFetch
  readonly config: {
    readonly publicUrl: URL
    readonly egressAddresses: readonly string[]
    readonly allowLoopback: boolean
  }
  /** Port of the authorization server: who holds this token, when it is for this resource. */
  readonly verifyAccessToken: (
    token: string,
    resource: string,
  ) => Promise<{ readonly person: PersonId } | 'refused'>
}

export interface Egress {
  /** What a token for the look from here is for (RFC 8707). */
  readonly reachResource: string
  routes(): OpenAPIHono<AppEnv>
}

export function createEgress(deps: EgressDependencies): Egress {
  const reachResource = new URL('/api/v1/reach', deps.config.publicUrl).href
  return { reachResource, routes: () => egressApi({ ...deps, reachResource }) }
}
