import { isWireError, modernHeaders, modernParams } from '@connectory/wire'
import { BoundedMap, type ConnectionId } from '../../kernel/index.ts'
import type { AskDependencies } from '../ask-server.ts'
import type { Call } from '../call.ts'
import { gatewayClient } from '../clean-message.ts'
import type { After } from '../deadline.ts'
import { eventsOf } from '../event-stream.ts'
import { isObject, type JsonObject, type RequestMessage } from '../message.ts'
import { OwnDeadline } from '../own-deadline.ts'
import { hear } from '../relay.ts'
import { codes, Refusal } from '../rpc-error.ts'
import { isStream, sendUpstream } from '../upstream.ts'
import {
  filterOf,
  heardWith,
  listsToldBy,
  mostUris,
  tooManyUris,
  writeFilter,
  type Filter,
} from './filter.ts'
import { messageIn } from './message-in.ts'
import { openerOf, openOwnStream, type OwnStream } from './own-stream.ts'

type Deps = AskDependencies & { readonly after: After; readonly listening: Listening }

/** The open streams of older callers' sessions with newer servers, by the session's name. Per replica. */
export interface Listening {
  readonly streams: BoundedMap<string, Listener>
  /** Who waits for the stream of a session. */
  readonly waiting: Map<string, Set<() => void>>
}

interface Listener {
  readonly connection: ConnectionId
  readonly uris: Set<string>
  /** Listens anew, with the resources that are in the set by now. @returns what the server has agreed to */
  readonly renew: () => Promise<Filter>
}

const mostStreams = 10_000

export function createListening(): Listening {
  return { streams: new BoundedMap(mostStreams), waiting: new Map() }
}

/**
 * The stream of an older caller's session with a newer server: a subscription there, to all that the server tells of.
 * @throws Refusal
 */
export async function listenAtNewer(deps: Deps, call: Call, session: string): Promise<Response> {
  const lists = listsToldBy((await deps.openings.of(call)).capabilities)
  // Asked in the same moment as the entry is made: else two could open at once.
  if (deps.listening.streams.get(session) !== undefined) throw openAlready()
  const early: object[] = []
  let stream: OwnStream | undefined
  let current: Subscription | undefined
  let turn: Promise<unknown> = Promise.resolve()
  const uris = new Set<string>()
  const change = async (): Promise<Filter> => {
    let own: Subscription | undefined
    const wanted = { lists, uris: [...uris] }
    own = await subscribe(deps, call, {
      wanted,
      say: (message) => (stream === undefined ? void early.push(message) : stream.say(message)),
      // Its caller opens another when it likes.
      onEnd: () => void (own !== undefined && current === own && stream?.end()),
    })
    current?.stop()
    current = own
    return own.agreed
  }
  const renew = (): Promise<Filter> => {
    const changed = turn.then(change)
    turn = changed.catch(() => undefined)
    return changed
  }
  const listener: Listener = { connection: call.connection.id, uris, renew }
  deps.listening.streams.set(session, listener)
  const forget = (): void => {
    deps.listening.streams.delete(session, listener)
    current?.stop()
  }
  try {
    await renew()
  } catch (error) {
    forget()
    throw error
  }
  stream = openOwnStream(openerOf(call), forget)
  for (const message of early) stream.say(message)
  if (current?.isOver() === true) stream.end()
  for (const arrived of deps.listening.waiting.get(session) ?? []) arrived()
  return stream.response
}

/**
 * An older caller subscribes to a resource of a newer server, on the stream of its session.
 * @returns undefined for another method @throws Refusal
 */
export async function changeSubscription(
  deps: Deps,
  call: Call,
  { message, session }: { readonly message: RequestMessage; readonly session: string | undefined },
): Promise<{ readonly result: JsonObject } | undefined> {
  const { method, params } = message
  if (method !== 'resources/subscribe' && method !== 'resources/unsubscribe') return undefined
  const { uri } = params
  if (typeof uri !== 'string') throw new Refusal(200, codes.invalidParams, `"${method}" needs a uri.`)
  const listener = session === undefined ? undefined : await streamOf(deps, session)
  if (listener?.connection !== call.connection.id) throw noStream()
  const { uris, renew } = listener
  const subscribes = method === 'resources/subscribe'
  if (subscribes === uris.has(uri)) return { result: {} }
  if (!subscribes) {
    uris.delete(uri)
    await renew()
    return { result: {} }
  }
  if (uris.size >= mostUris) throw tooManyUris()
  uris.add(uri)
  const agreed = await renew().catch((error: unknown) => {
    uris.delete(uri)
    throw error
  })
  if (agreed.uris.includes(uri)) return { result: {} }
  uris.delete(uri)
  throw new Refusal(
    200,
    codes.invalidParams,
    `${call.endpoint.name} does not tell of changes of this resource.`,
    undefined,
    'rpc-error',
  )
}

/** Clients open their stream and go on before it is open. */
const patienceMs = 1_000

async function streamOf({ listening, after }: Deps, session: string): Promise<Listener | undefined> {
  const { streams, waiting } = listening
  const open = streams.get(session)
  if (open !== undefined) return open
  const { promise, resolve } = Promise.withResolvers<void>()
  const others = waiting.get(session) ?? new Set()
  waiting.set(session, others.add(resolve))
  const stop = after(patienceMs, resolve)
  await promise
  stop()
  others.delete(resolve)
  if (others.size === 0) waiting.delete(session)
  return streams.get(session)
}

/** Only the process that has the stream can say more on it. */
function noStream(): Refusal {
  return new Refusal(
    200,
    codes.notTranslated,
    'Changes of resources are told on the stream of the session. Open it first (GET), at the process of the gateway that gets this request.',
    { reason: 'no-stream' },
  )
}

function notOffered({ endpoint }: Call): Refusal {
  return new Refusal(405, codes.invalidRequest, `${endpoint.name} tells of no changes. Use POST.`)
}

function openAlready(): Refusal {
  return new Refusal(409, codes.invalidRequest, 'This session has an open stream already.')
}

interface Subscription {
  readonly agreed: Filter
  /** Whether the server has ended it. */
  isOver(): boolean
  stop(): void
}

interface Subscribing {
  readonly wanted: Filter
  readonly say: (message: object) => void
  readonly onEnd: () => void
}

/** @throws Refusal when the server does not agree */
async function subscribe(
  deps: Deps,
  first: Call,
  { wanted, say, onEnd }: Subscribing,
): Promise<Subscription> {
  const deadline = new OwnDeadline(undefined)
  const call: Call = { ...first, deadline }
  const response = await sendUpstream(deps, call, {
    method: 'POST',
    headers: {
      ...modernHeaders('subscriptions/listen', {}),
      accept: 'application/json, text/event-stream',
      'content-type': 'application/json',
    },
    body: JSON.stringify({
      jsonrpc: '2.0',
      id: 1,
      method: 'subscriptions/listen',
      params: modernParams({ notifications: writeFilter(wanted) }, gatewayClient),
    }),
  })
  if (!isStream(response)) {
    await response.body.cancel()
    throw notOffered(call)
  }
  let isOver = false
  const acknowledged = Promise.withResolvers<Filter>()
  const read = async (): Promise<void> => {
    let agreed: Filter | undefined
    for await (const { data } of eventsOf(response.body, deps.limits.responseBytes)) {
      const message = messageIn(data)
      if (message === undefined) continue
      if (agreed === undefined) {
        agreed = agreedIn(message)
        if (agreed === undefined) throw notOffered(call)
        acknowledged.resolve(agreed)
        continue
      }
      hear(message['method'], call)
      const news = heardWith(agreed, message)
      if (news !== undefined) say({ jsonrpc: '2.0', ...news })
    }
  }
  read()
    .catch((error: unknown) => {
      acknowledged.reject(error)
      if (!(error instanceof Refusal) && !isWireError(error)) throw error
    })
    .finally(() => {
      isOver = true
      acknowledged.reject(notOffered(call))
      onEnd()
    })
  const stop = (): void => deadline.cancel()
  try {
    return { agreed: await acknowledged.promise, isOver: () => isOver, stop }
  } catch (error) {
    stop()
    throw error
  }
}

/** What the server has agreed to, in its first message; undefined when that is none. */
function agreedIn({ method, params }: JsonObject): Filter | undefined {
  if (method !== 'notifications/subscriptions/acknowledged' || !isObject(params)) return undefined
  return isObject(params['notifications']) ? filterOf(params['notifications']) : undefined
}
