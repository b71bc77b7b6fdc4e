import type { IncomingMessage, ServerResponse } from 'node:http'
import type { SafeFetch } from '@connectory/wire'
import type { Hono } from 'hono'
import type { Catalogue } from '../catalogue/index.ts'
import type { Connections } from '../connections/index.ts'
import type { Holds } from '../holds/index.ts'
import type { AppEnv, Clock, Ids, Log, OrganisationId, PersonId, Soon, Vault } from '../kernel/index.ts'
import type { After } from './deadline.ts'
import type { QueueLimits } from './upstream-queue.ts'
import type { Rates } from './rate-limits.ts'
import type { ContinuationKind } from './read-more.ts'
import type { Telemetry } from '../telemetry/index.ts'

/** Whom a token of our authorization server speaks for, at one endpoint. */
export interface Caller {
  readonly person: PersonId
  readonly organisation: OrganisationId
  /** The MCP client that holds the token. */
  readonly client: string
  readonly scopes: ReadonlySet<string>
  /** What the token belongs to: when that is ended, so is what is open. */
  readonly grant: string
}

export interface GatewayDependencies {
  readonly clock: Clock
  readonly ids: Ids
  readonly vault: Vault
  readonly fetch: SafeFetch
  readonly log: Log
  readonly config: {
    readonly publicUrl: URL
    readonly gatewayUrl: URL
    /** Issuer of the tokens that the gateway takes; named in the protected resource metadata. */
    readonly authIssuer: URL
    readonly instanceName: string
  }
  readonly catalogue: Pick<Catalogue, 'endpointOf' | 'endpointsOf'>
  readonly connections: Pick<
    Connections,
    | 'find'
    | 'standing'
    | 'list'
    | 'level'
    | 'access'
    | 'refused'
    | 'markUsed'
    | 'connectPath'
    | 'noteFailure'
    | 'lastFailure'
  >
  readonly holds: Pick<Holds, 'forbidding' | 'warning' | 'comparison'>
  readonly telemetry: Pick<Telemetry, 'record'>
  /**
   * Checks a bearer token for exactly this endpoint.
   * @returns `refused`: a sentence for the developer of the client, without the token.
   */
  readonly verifyAccessToken: (token: string, endpoint: URL) => Soon<Caller | { readonly refused: string }>
  /** Which of these grants stand now. */
  readonly grantsStanding: (grants: readonly string[]) => Promise<ReadonlySet<string>>
  readonly limits?: Partial<GatewayLimits>
  /** Timers; default those of the platform. */
  readonly after?: After
}

export interface GatewayLimits {
  /** Whole time of one call, progress or not, unless its client has a time of its own. Default 300,000 (FAQ 3). */
  readonly callMs: number
  /**
   * Whole time of a call by id of the client. A longer time than `callMs` lasts only while the server reports progress
   * at least every `callMs`. Default: none.
   */
  readonly clientMs: Readonly<Record<string, number>>
  /** How long a question waits for an answer when its caller has to come back with it. Default 600,000. */
  readonly answerMs: number
  /** The line before every server. Default: 64 at a time, 10 s of waiting, 100 waiting calls of one person. */
  readonly queue: QueueLimits
  /** Most bytes of a request. Default 4 MiB. */
  readonly requestBytes: number
  /** Most bytes of an answer that is read whole or streamed. Default 4 MiB. */
  readonly responseBytes: number
  /** Most tokens of a tool's result. Default 25,000 (FAQ 3). */
  readonly resultTokens: number
  /** The other profile: most characters of a tool's result, in place of tokens. Default undefined. */
  readonly resultCharacters: number | undefined
  /** Most calls per person, tool, connector and in all, in the memory of this replica. Default: no limits. */
  readonly rates: Rates
  /** How a model reads on after a cut. Default `off`; the product's is RESULT_CONTINUATION. */
  readonly continuation: ContinuationKind
  /** With more tools than this the endpoint for everything offers a search in place of them. Default 64. */
  readonly mergedTools: number
  /** How long a list at the endpoint for everything waits for one of its servers, in milliseconds. Default 5,000. */
  readonly listWaitMs: number
  /** How long a server that speaks only the older protocol is remembered as such. Default 24 h. */
  readonly legacyForMs: number
}

export interface Gateway {
  /** Whether a request is a call of one connector: then it goes to `nodeHandler`, past Hono. */
  handles(request: IncomingMessage): boolean
  nodeHandler(request: IncomingMessage, response: ServerResponse): Promise<void>
  /** `https://…/c/{slug}/mcp`: the address that clients are given, and the audience of their tokens. */
  endpoint(slug: string): URL
  /** `https://…/mcp`: everything that its caller has connected; another audience than each of them. */
  readonly mergedEndpoint: URL
  /**
   * `/c/{slug}/mcp`, `/mcp`, and the protected resource metadata of both. Mount outside the middleware of pages:
   * no session, no form token, no language.
   */
  routes(): Hono<AppEnv>
}
