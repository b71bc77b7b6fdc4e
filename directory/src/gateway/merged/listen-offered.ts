import { isWireError, modernHeaders, modernParams } from '@connectory/wire'
import { gatewayClient } from '../clean-message.ts'
import { pause, startDeadline } from '../deadline.ts'
import { eventsOf } from '../event-stream.ts'
import type { Connection } from '../../connections/index.ts'
import type { Caller } from '../gateway.ts'
import { answerOne, type Arrival, type HandlerDependencies } from '../handle-post.ts'
import {
  changesOf,
  everyList,
  filterIn,
  heardWith,
  toldBy,
  writeFilter,
  type Filter,
  type Notification,
} from '../listening/filter.ts'
import { messageIn } from '../listening/message-in.ts'
import { openOwnStream, type Opener } from '../listening/own-stream.ts'
import { createMissed, type Missed } from '../listening/tell-missed.ts'
import { isObject, parseMessage, type RequestMessage } from '../message.ts'
import { codes, Refusal } from '../rpc-error.ts'
import { accessEnded, lookMs } from '../stay-open.ts'
import { StopSwitch } from '../stop-switch.ts'
import { mediaType } from '../upstream.ts'
import { offeredUri, splitUri } from './offered-uris.ts'
import { announcedBy, connectedBy, type Announced, type Connected } from './sources.ts'

const idKey = 'io.modelcontextprotocol/subscriptionId'

/**
 * A stream of what all connected servers say of their changes: a newer caller's subscription, or the stream that an older
 * caller opens (GET). What the person connects or disconnects meanwhile is a change of every list.
 * @param message the subscription; undefined for an older caller, who hears of all lists
 */
export async function listenOffered(
  deps: HandlerDependencies,
  arrival: Arrival,
  { caller, message }: { readonly caller: Caller; readonly message: RequestMessage | undefined },
): Promise<Response> {
  const wanted = message === undefined ? everyList : filterIn(message)
  const connected = await connectedBy(deps, caller)
  const announced = await announcedBy(deps, caller, connected)
  const told = new Set(
    announced.flatMap((one) => partOf(wanted, one).uris.map((uri) => offeredUri(one.endpoint.slug, uri))),
  )
  const agreed = { ...wanted, uris: wanted.uris.filter((uri) => told.has(uri)) }
  const _meta = message && { [idKey]: message.id }
  const say = ({ method, params }: Notification): void =>
    stream.say({ jsonrpc: '2.0', method, params: { ...params, ...(_meta && { _meta }) } })
  const sources = createSources(deps, caller, { filter: agreed, say })
  const deadline = startDeadline(undefined, arrival.signal, deps.after)
  const opener: Opener = {
    signal: deadline.signal,
    id: message?.id,
    sent: () => undefined,
    finish: () => deadline[Symbol.dispose](),
    watch: (seen) => watch(deps, caller, { seen, look: () => sources.look() }),
    why: () => Promise.resolve(undefined),
  }
  const stream = openOwnStream(opener, () => sources.end())
  if (message !== undefined) {
    say({
      method: 'notifications/subscriptions/acknowledged',
      params: { notifications: writeFilter(agreed) },
    })
  }
  sources.begin(connected, announced)
  return stream.response
}

interface Looking {
  readonly seen: (why: Refusal | undefined) => void
  readonly look: () => Promise<void>
}

/** Every server's own stream is watched for itself; this one ends with the access of its caller. */
function watch(deps: HandlerDependencies, caller: Caller, { seen, look }: Looking): () => void {
  let stopTimer = (): void => undefined
  const next = (): void => {
    stopTimer = deps.after(lookMs, () => {
      next()
      seen(undefined)
      look().catch((error: unknown) =>
        deps.log.error({ err: error }, 'Who is connected could not be looked up'),
      )
    })
  }
  next()
  const leave = deps.standing.watch({ connection: undefined, grant: caller.grant }, () => {
    stopTimer()
    seen(accessEnded())
  })
  return () => {
    stopTimer()
    leave()
  }
}

/** What of it one server can tell of, in that server's own names. */
function partOf({ lists, uris }: Filter, { endpoint, capabilities }: Announced): Filter {
  const own = uris.flatMap((uri) => {
    const parts = splitUri(uri)
    return parts?.slug === endpoint.slug ? [parts.uri] : []
  })
  return toldBy({ lists, uris: own }, Object.fromEntries(capabilities))
}

interface Sources {
  begin(connected: readonly Connected[], announced: readonly Announced[]): void
  /** Whether others are connected by now, or streams have ended that were open. */
  look(): Promise<void>
  end(): void
}

interface Heard {
  readonly filter: Filter
  readonly say: (news: Notification) => void
}

/** What came of listening to a server: it has no stream, said nothing on it or could not be reached, or was heard. */
type Outcome = 'refused' | 'silent' | 'spoke'

/** Who says nothing is asked again at the next look, then less and less often. */
const longestPauseMs = 16 * lookMs

function createSources(deps: HandlerDependencies, caller: Caller, { filter, say }: Heard): Sources {
  const gone = new StopSwitch()
  /** Of whom is heard, who has nothing to tell, and who is left alone for a while, by connection. */
  const joined = new Set<string>()
  /** How long who says nothing is left alone next time, by connection. */
  const pauses = new Map<string, number>()
  /** By connection. */
  const missed = new Map<string, Missed>()
  let known = ''
  const missedAt = ({ id }: Connection, { endpoint }: Announced): Missed => {
    const tell = (news: Notification): void => say(outward(news, endpoint.slug))
    const one = missed.get(id) ?? createMissed({ ...deps, say: tell, gone })
    missed.set(id, one)
    return one
  }
  const hear = async (connection: Connection, source: Announced, part: Filter): Promise<Outcome> => {
    const opened = await open(deps, { caller, source, part, gone })
    if (opened === 'refused') return opened
    const away = missedAt(connection, source)
    const at = { subject: { endpoint: source.endpoint, caller, connection: connection.id }, filter: part }
    if (opened === 'silent') {
      away.lost(at)
      return opened
    }
    away.back(at)
    let outcome: Outcome = 'silent'
    try {
      for await (const { data } of eventsOf(opened, deps.limits.responseBytes)) {
        const message = messageIn(data) ?? {}
        if ('method' in message) outcome = 'spoke'
        const news = heardWith(part, message)
        if (news !== undefined) say(outward(news, source.endpoint.slug))
      }
    } catch (error) {
      if (!isWireError(error)) throw error
    } finally {
      away.lost(at)
    }
    return outcome
  }
  const leaveAlone = async (connection: string): Promise<void> => {
    const pauseMs = pauses.get(connection) ?? 0
    pauses.set(connection, Math.min(2 * pauseMs + lookMs, longestPauseMs))
    if (pauseMs > 0) await pause(deps.after, pauseMs, gone)
  }
  const join = async (connection: Connection, source: Announced): Promise<void> => {
    const part = partOf(filter, source)
    const { id } = connection
    if (gone.aborted || joined.has(id) || !source.isKnown) return
    joined.add(id)
    if (isNothing(part)) return
    const outcome = await hear(connection, source, part).catch((error: unknown): Outcome => {
      deps.log.error({ err: error, listing: source.endpoint.listing }, 'A server could not be listened to')
      return 'silent'
    })
    if (outcome === 'refused') return
    if (outcome === 'spoke') pauses.delete(id)
    else await leaveAlone(id)
    joined.delete(id)
  }
  const joinAll = (connected: readonly Connected[], announced: readonly Announced[]): void => {
    connected.forEach(({ connection }, at) => {
      const source = announced[at]
      if (source !== undefined) void join(connection, source)
    })
  }
  return {
    begin(connected, announced) {
      known = namesOf(connected)
      joinAll(connected, announced)
    },
    async look() {
      const connected = await connectedBy(deps, caller)
      if (gone.aborted) return
      const names = namesOf(connected)
      if (known !== names) changesOf(filter.lists).forEach(say)
      known = names
      if (connected.every(({ connection }) => joined.has(connection.id))) return
      joinAll(connected, await announcedBy(deps, caller, connected))
    },
    end: () => gone.raise(),
  }
}

function isNothing({ lists, uris }: Filter): boolean {
  return lists.length === 0 && uris.length === 0
}

function namesOf(connected: readonly Connected[]): string {
  return connected
    .map(({ connection, endpoint }) => `${connection.id} ${connection.state} ${endpoint.version}`)
    .toSorted()
    .join()
}

function outward({ method, params }: Notification, slug: string): Notification {
  const { uri } = params
  return typeof uri === 'string'
    ? { method, params: { ...params, uri: offeredUri(slug, uri) } }
    : { method, params }
}

interface Opening {
  readonly caller: Caller
  readonly source: Announced
  readonly part: Filter
  readonly gone: StopSwitch
}

/** Why there is no stream now though there may be one later. */
const passing: ReadonlySet<unknown> = new Set([
  codes.notConnected,
  codes.upstreamTimeout,
  codes.upstreamFault,
  codes.rateLimited,
  codes.upstreamBusy,
  codes.stopped,
])

/** One server's stream, in the way of every call; or what it is instead. */
async function open(
  deps: HandlerDependencies,
  { caller, source: { endpoint }, part, gone }: Opening,
): Promise<AsyncIterable<Uint8Array> | Exclude<Outcome, 'spoke'>> {
  const method = 'subscriptions/listen'
  const params = modernParams({ notifications: writeFilter(part) }, gatewayClient)
  const message = parseMessage(Buffer.from(JSON.stringify({ jsonrpc: '2.0', id: 'gateway', method, params })))
  const arrival = { headers: new Headers(modernHeaders(method, {})), signal: gone }
  const response = await answerOne(deps, arrival, { endpoint, caller, message, session: 'gateway' })
  if (mediaType(response.headers.get('content-type')) === 'text/event-stream' && response.body !== null) {
    return response.body
  }
  const { error } = messageIn(await response.text()) ?? {}
  return isObject(error) && passing.has(error['code']) ? 'silent' : 'refused'
}
