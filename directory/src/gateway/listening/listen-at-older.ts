import { isWireError } from '@connectory/wire'
import { ask, type AskDependencies } from '../ask-server.ts'
import type { Call } from '../call.ts'
import type { After } from '../deadline.ts'
import type { ListKind } from '../list-kinds.ts'
import { parseMessage, type JsonObject, type RequestMessage } from '../message.ts'
import { OwnDeadline } from '../own-deadline.ts'
import { Refusal } from '../rpc-error.ts'
import type { ServerLists } from '../server-lists.ts'
import type { Standing } from '../standing.ts'
import { StopSwitch } from '../stop-switch.ts'
import { filterIn, heardWith, toldBy, writeFilter, type Filter, type Notification } from './filter.ts'
import { openerOf, openOwnStream, type OwnStream } from './own-stream.ts'
import { isLostSession, type Joined, type Listener, type SessionStreams } from './session-streams.ts'
import { createMissed } from './tell-missed.ts'

/** What may come before the subscription is acknowledged. */
const mostEarly = 1_000
const unsubscribeMs = 30_000

type Deps = AskDependencies & {
  readonly after: After
  readonly streams: SessionStreams
  readonly standing: Standing
  readonly lists: Readonly<Record<ListKind, ServerLists>>
}

const idKey = 'io.modelcontextprotocol/subscriptionId'

/**
 * A newer caller's subscription at an older server: what that says on the stream of its session, as far as it was asked
 * for, under the id of the caller. @throws Refusal when the server has no such stream
 * @see MCP 2026-07-28 basic/patterns/subscriptions
 */
export async function listenAtOlder(deps: Deps, call: Call, message: RequestMessage): Promise<Response> {
  const told = toldBy(filterIn(message), (await deps.openings.of(call)).capabilities)
  const _meta = { [idKey]: message.id }
  const early: JsonObject[] = []
  let filter = told
  let stream: OwnStream | undefined
  let over: { readonly why: Refusal | undefined } | undefined
  const say = ({ method, params }: Notification): void => {
    const passed = { jsonrpc: '2.0', method, params: { ...params, _meta } }
    if (stream !== undefined) stream.say(passed)
    else if (early.length < mostEarly) early.push(passed)
  }
  const gone = new StopSwitch()
  const missed = createMissed({ ...deps, log: call.policy.log, say, gone })
  const { endpoint, caller, connection } = call
  const heard = () => ({ subject: { endpoint, caller, connection: connection.id }, filter })
  const listener: Listener = {
    hear(said) {
      const news = heardWith(filter, said)
      if (news !== undefined) say(news)
    },
    lost: () => missed.lost(heard()),
    back: () => missed.back(heard()),
    end(why) {
      over = { why }
      const last = why === undefined ? { result: { resultType: 'complete', _meta } } : { error: why.error }
      stream?.end({ jsonrpc: '2.0', id: message.id, ...last })
    },
  }
  const joined = isNothing(told) ? undefined : await joinAgain(deps, call, listener)
  const uris = joined === undefined ? [] : await subscribe(deps, call, { joined, uris: told.uris })
  filter = { ...told, uris }
  stream = openOwnStream(openerOf(call), () => {
    gone.raise()
    if (joined !== undefined) leave(deps, call, { joined, uris })
  })
  const acknowledged = { notifications: writeFilter(filter), _meta }
  stream.say({ jsonrpc: '2.0', method: 'notifications/subscriptions/acknowledged', params: acknowledged })
  for (const news of early) stream.say(news)
  if (over !== undefined) listener.end(over.why)
  return stream.response
}

function isNothing({ lists, uris }: Filter): boolean {
  return lists.length === 0 && uris.length === 0
}

/** In a new session where the server has lost the one that was open. */
async function joinAgain(deps: Deps, call: Call, listener: Listener): Promise<Joined> {
  const opening = await deps.openings.of(call)
  try {
    return await deps.streams.join(deps, call, opening, listener)
  } catch (error) {
    if (!isLostSession(error)) throw error
    deps.openings.drop(call, opening)
    return await deps.streams.join(deps, call, await deps.openings.of(call), listener)
  }
}

interface Subscribed {
  readonly joined: Joined
  readonly uris: readonly string[]
}

/** @returns those that the server has agreed to */
async function subscribe(deps: Deps, call: Call, { joined, uris }: Subscribed): Promise<readonly string[]> {
  const agreed: string[] = []
  try {
    for (const uri of uris) {
      const uses = joined.uses.get(uri) ?? 0
      if (uses === 0 && !(await askFor(deps, call, 'resources/subscribe', uri))) continue
      joined.uses.set(uri, (joined.uses.get(uri) ?? 0) + 1)
      agreed.push(uri)
    }
    return agreed
  } catch (error) {
    leave(deps, call, { joined, uris: agreed })
    throw error
  }
}

/** Nobody waits for what it tells the server. */
function leave(deps: Deps, call: Call, { joined, uris }: Subscribed): void {
  joined.leave()
  const work = { ...call, deadline: new OwnDeadline(unsubscribeMs) }
  for (const uri of uris) {
    const uses = (joined.uses.get(uri) ?? 1) - 1
    joined.uses.set(uri, uses)
    if (uses > 0) continue
    joined.uses.delete(uri)
    askFor(deps, work, 'resources/unsubscribe', uri).catch((error: unknown) => {
      if (!(error instanceof Refusal) && !isWireError(error)) throw error
    })
  }
}

async function askFor(deps: Deps, call: Call, method: string, uri: string): Promise<boolean> {
  const message = parseMessage(
    Buffer.from(JSON.stringify({ jsonrpc: '2.0', id: 0, method, params: { uri } })),
  )
  if (message.kind !== 'request') throw new Error('A request of ours is none.')
  const { error } = await ask(deps, call, message, { era: 'legacy', onMessage: () => undefined })
  return error === undefined
}
