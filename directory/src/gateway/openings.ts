import { isWireError, metaKeys, openServer, type Opening, type WireErrorCode } from '@connectory/wire'
import { endSession } from './end-session.ts'
import { BoundedMap, type ConnectionId, type Soon } from '../kernel/index.ts'
import type { Endpoint } from '../catalogue/index.ts'
import type { Era } from '../telemetry/index.ts'
import type { Call } from './call.ts'
import { gatewayClient } from './clean-message.ts'
import type { GatewayDependencies } from './gateway.ts'
import { isObject } from './message.ts'
import { abilitiesIn, noAbilities, type Abilities } from './questions/abilities.ts'
import { asksForMore, withToken } from './upstream.ts'

type Deps = Pick<GatewayDependencies, 'clock' | 'connections' | 'fetch' | 'config' | 'log'> & {
  readonly limits: { readonly callMs: number; readonly legacyForMs: number }
}

/** What is known of servers, per replica. All of it is a cache: forgetting it costs a handshake. */
export interface Openings {
  /** Which era the server speaks; asked once, then remembered (a legacy verdict for a day) and said at once. */
  eraOf(call: Call): Soon<Era>
  /**
   * The era in which a call goes on: its caller's wherever the server speaks that too, for nothing is lost then. Many
   * servers of 2026-07-28 speak an older version besides; they are asked once, and the answer is kept for a day.
   */
  eraFor(call: Call): Soon<Era>
  /** A conversation in the name of this connection; with a session where the server keeps one. */
  of(call: Call): Promise<Opened>
  /** The conversation is dead; the next caller opens another, and asks for the era again. */
  drop(call: Call, opening: Opened): void
  /** The server did not behave as its era does: ask again before the next call. */
  forgetEra(call: Call): void
}

/** What was learnt when a conversation was opened. Not what it was opened with: that is a token. */
export type Opened = Pick<
  Opening,
  'era' | 'protocolVersion' | 'serverInfo' | 'capabilities' | 'instructions' | 'session'
>

interface Kept {
  readonly opening: Promise<Opened>
  readonly connection: ConnectionId
  readonly serverUrl: string
}

/** By what the server was told that its client can be asked: an older server is told once, when a session begins. */
type Conversations = Map<string, Kept>

interface Verdict {
  readonly era: Era
  readonly until: number
}

interface OlderToo {
  readonly spoken: Promise<boolean>
  readonly until: number
}

const mostServers = 10_000
const mostOpenings = 1_000
/** Conversations of one connection at a time: one for each set of abilities that its callers have said. */
const mostOfOne = 8

export function createOpenings(deps: Deps): Openings {
  const verdicts = new BoundedMap<string, Verdict>(mostServers)
  const end = ({ opening, ...where }: Kept): void => {
    // What never opened needs no end; who opened it was told.
    opening.then(
      (opened) =>
        endSession(deps, where, opened).catch((error: unknown) =>
          deps.log.error({ err: error }, 'A session could not be ended'),
        ),
      () => undefined,
    )
  }
  const openings = new BoundedMap<ConnectionId, Conversations>(mostOpenings, (kept) => {
    for (const one of kept.values()) end(one)
  })
  const olderToo = new BoundedMap<string, OlderToo>(mostServers)
  const forgetterOf = new WeakMap<Opened, () => void>()
  const forget = (call: Call): void => {
    verdicts.delete(serverKey(call))
    olderToo.delete(serverKey(call))
    openings.delete(call.connection.id)
  }
  const known = (call: Call): Era | undefined => {
    const verdict = verdicts.get(serverKey(call))
    if (verdict === undefined || verdict.until > deps.clock.now().getTime()) return verdict?.era
    // An open conversation would only repeat what was found when it was opened.
    forget(call)
    return undefined
  }
  const conversationsOf = ({ connection: { id } }: Call): Conversations => {
    const running = openings.get(id)
    if (running !== undefined) return running
    const none: Conversations = new Map()
    openings.set(id, none)
    return none
  }
  const open = (call: Call): Promise<Opened> => {
    const abilities = abilitiesOf(call)
    const key = keyOf(abilities)
    const running = openings.get(call.connection.id)?.get(key)
    if (running !== undefined) return running.opening
    const era = known(call)
    const conversations = conversationsOf(call)
    const opening = openAs(deps, call, { era, abilities }).then((opened) => {
      const until = opened.era === 'legacy' ? deps.clock.now().getTime() + deps.limits.legacyForMs : Infinity
      verdicts.set(serverKey(call), { era: opened.era, until })
      return opened
    })
    const kept = { opening, connection: call.connection.id, serverUrl: call.endpoint.serverUrl }
    const [oldest] = conversations
    if (oldest !== undefined && conversations.size >= mostOfOne) {
      conversations.delete(oldest[0])
      end(oldest[1])
    }
    conversations.set(key, kept)
    const forgetIt = (): void => {
      if (conversations.get(key) === kept) conversations.delete(key)
    }
    opening.then((opened) => forgetterOf.set(opened, forgetIt), forgetIt)
    return opening
  }
  const eraOf = (call: Call): Soon<Era> => known(call) ?? open(call).then(({ era }) => era)
  const speaksOlder = async (call: Call): Promise<boolean> => {
    const key = serverKey(call)
    const now = deps.clock.now().getTime()
    const running = olderToo.get(key)
    if (running !== undefined && running.until > now) return await running.spoken
    const asked = { spoken: takesInitialize(deps, call), until: now + deps.limits.legacyForMs }
    olderToo.set(key, asked)
    asked.spoken.catch(() => olderToo.delete(key, asked))
    return await asked.spoken
  }
  const callersEra = async (call: Call, server: Soon<Era>): Promise<Era> =>
    (await server) === 'modern' && !(await speaksOlder(call)) ? 'modern' : 'legacy'
  return {
    eraOf,
    eraFor(call) {
      const era = eraOf(call)
      return call.era === 'modern' || era === 'legacy' ? era : callersEra(call, era)
    },
    of: open,
    drop(call, opening) {
      forgetterOf.get(opening)?.()
      verdicts.delete(serverKey(call))
    },
    forgetEra: forget,
  }
}

/** Every call of a second has the same object, and a text that is put together for each takes longer than all else here. */
const keys = new WeakMap<Endpoint, string>()

/** Another address may be another server: its verdict is another one. */
function serverKey({ endpoint }: Call): string {
  const known = keys.get(endpoint)
  if (known !== undefined) return known
  const key = `${endpoint.listing} ${endpoint.serverUrl}`
  keys.set(endpoint, key)
  return key
}

/**
 * A newer caller says with each request what it can be asked, an older one when it begins a session with the gateway; for
 * others the gateway promises nothing.
 */
export function abilitiesOf({ message, era, begun }: Pick<Call, 'message' | 'era' | 'begun'>): Abilities {
  if (era === 'legacy') return begun?.abilities ?? noAbilities
  if (message.kind !== 'request') return noAbilities
  const { params } = message
  return abilitiesIn(isObject(params['_meta']) ? params['_meta'][metaKeys.clientCapabilities] : undefined)
}

/** What can be answered by nobody is what most callers say, and needs no writing. */
function keyOf(abilities: Abilities): string {
  return abilities === noAbilities ? '{}' : JSON.stringify(abilities)
}

interface OpenedAs {
  readonly era: Era | undefined
  readonly abilities: Abilities
}

async function openAs(deps: Deps, call: Call, { era, abilities }: OpenedAs): Promise<Opened> {
  const opened = await withToken(deps, call, (authorization, fetch) =>
    openServer(call.endpoint.serverUrl, {
      fetch,
      headers: authorization,
      era: era ?? 'auto',
      clientInfo: gatewayClient,
      capabilities: abilities,
      timeoutMs: Math.min(30_000, deps.limits.callMs),
    }),
  )
  const { protocolVersion, serverInfo, capabilities, instructions, session } = opened
  return {
    era: opened.era,
    protocolVersion,
    serverInfo,
    capabilities,
    ...(instructions !== undefined && { instructions }),
    session,
  }
}

/** What a server says that does not know `initialize`; everything else leaves the question open. */
const refusals: ReadonlySet<WireErrorCode> = new Set([
  'rpc-error',
  'http-status',
  'unknown-version',
  'not-json',
  'not-json-rpc',
  'wrong-content-type',
])

async function takesInitialize(deps: Deps, call: Call): Promise<boolean> {
  return await withToken(deps, call, async (authorization, fetch) => {
    try {
      const timeoutMs = Math.min(30_000, deps.limits.callMs)
      const options = { fetch, headers: authorization, clientInfo: gatewayClient, timeoutMs } as const
      const opened = await openServer(call.endpoint.serverUrl, { ...options, era: 'legacy' })
      await opened.close().catch(() => undefined)
      return true
    } catch (error) {
      if (isWireError(error) && refusals.has(error.code) && !asksForMore(error)) return false
      throw error
    }
  })
}
