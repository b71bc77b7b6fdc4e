import type { Posted } from './arrival.ts'
import type { Wanted } from './list-kinds.ts'
import type { Endpoint } from '../catalogue/index.ts'
import { newMeter, recordOnce, type Call } from './call.ts'
import { callerEra } from './caller-era.ts'
import { connectionOf } from './connection-of.ts'
import { startDeadline, type After, type CallTime } from './deadline.ts'
import type { Caller, GatewayDependencies, GatewayLimits } from './gateway.ts'
import type { Listening } from './listening/listen-at-newer.ts'
import type { SessionStreams } from './listening/session-streams.ts'
import type { LogLevels } from './log-level.ts'
import { parseMessage, type JsonObject, type Message } from './message.ts'
import type { Openings } from './openings.ts'
import { capOf } from './answer-policy.ts'
import { passLegacy, passModern, type EndedSessions, type RenewedSessions } from './pass-through.ts'
import { refuseHeld } from './hold-call.ts'
import { takeTurn, tooMany, withTurn } from './limit-rate.ts'
import { noLimit, type RateLimits } from './rate-limits.ts'
import type { HeldCalls } from './questions/held-calls.ts'
import type { OpenQuestions } from './questions/open-questions.ts'
import { readBody } from './read-body.ts'
import { readMore } from './read-more.ts'
import type { Rests } from './rests.ts'
import type { SealedSessions } from './sealed-session.ts'
import { errorResponse, Refusal, type RpcId } from './rpc-error.ts'
import type { RunningCalls } from './running-calls.ts'
import { legacyInOurSession, legacyToModern, modernToLegacy } from './translate.ts'
import type { Standing } from './standing.ts'
import { takePlace } from './take-place.ts'
import type { ServerLists } from './server-lists.ts'
import type { UpstreamQueue } from './upstream-queue.ts'
import type { CallStatus, Era } from '../telemetry/index.ts'
import { answerByLevel } from './ask-person.ts'
import { stillNeedsReconnect } from './upstream.ts'
import { withReference } from './with-reference.ts'

export interface HandlerDependencies extends Omit<GatewayDependencies, 'limits' | 'after'> {
  readonly limits: GatewayLimits
  readonly openings: Openings
  /** The address of a connector's endpoint. */
  readonly endpointUrl: (slug: string) => URL
  readonly sessions: SealedSessions
  readonly renewed: RenewedSessions
  readonly ended: EndedSessions
  readonly running: RunningCalls
  readonly standing: Standing
  readonly rests: Rests
  readonly rates: RateLimits
  readonly lists: Readonly<Record<Wanted, ServerLists>>
  readonly queue: UpstreamQueue
  readonly after: After
  readonly held: HeldCalls
  readonly questions: OpenQuestions
  readonly streams: SessionStreams
  readonly listening: Listening
  readonly logLevels: LogLevels
}

/** One message of a caller whose token was checked. */
export async function handlePost(
  deps: HandlerDependencies,
  request: Posted,
  endpoint: Endpoint,
  caller: Caller,
): Promise<Response> {
  let id: RpcId = null
  try {
    const message = parseMessage(await readBody(request, deps.limits.requestBytes))
    if (message.kind === 'request') id = message.id
    return await answerOne(deps, request, { endpoint, caller, message, session: 'caller' })
  } catch (error) {
    if (error instanceof Refusal) return errorResponse(error, id)
    throw error
  }
}

/** A message to one server with all that it goes through, whatever endpoint it came to. A refusal is an answer too. */
export function answerOne(
  deps: HandlerDependencies,
  arrival: Arrival,
  incoming: Incoming,
): Promise<Response> {
  const { message, endpoint } = incoming
  const turn = takeTurn(deps.rates, incoming)
  if (turn.refused !== undefined) {
    return Promise.resolve(withTurn(errorResponse(tooMany(turn.refused, endpoint.name), idOf(message)), turn))
  }
  const answered = handleMessage(deps, arrival, incoming)
  return turn === noLimit ? answered : answered.then((answer) => withTurn(answer, turn))
}

function idOf(message: Message): RpcId {
  return message.kind === 'request' ? message.id : null
}

/** What a message came with. */
export type Arrival = Pick<Posted, 'headers' | 'signal'>

export type Incoming = Pick<Call, 'endpoint' | 'caller' | 'message' | 'session' | 'naming' | 'begun'>

async function handleMessage(
  deps: HandlerDependencies,
  { headers, signal }: Arrival,
  { endpoint, caller, message, session, naming, begun }: Incoming,
): Promise<Response> {
  const lists = message.kind === 'request' && message.method === 'tools/list'
  // A subscription is meant to stay open; everything else has its time.
  const listens = message.kind === 'request' && message.method === 'subscriptions/listen'
  const deadline = startDeadline(listens ? undefined : timeOf(deps, caller), signal, deps.after)
  const meter = newMeter()
  const record = recordOnce(deps, { endpoint, caller, message, deadline, meter })
  let leave = (): void => undefined
  let over = false
  const finish: Call['finish'] = (status) => {
    over = true
    leave()
    record(status)
  }
  try {
    const era = callerEra(message, headers)
    meter.callerEra = era
    refuseHeld(deps, endpoint, message)
    const found = connectionOf(deps, endpoint, caller)
    const connection = found instanceof Promise ? await found : found
    meter.connection = connection.id
    const away: Call['away'] = async (work) => {
      leave()
      const result = await work()
      leave = await takePlace(deps.queue, deps.limits.queue, call)
      // Its server may have answered meanwhile.
      if (over) leave()
      refuseHeld(deps, endpoint, message)
      return result
    }
    const call: Call = {
      endpoint,
      caller,
      message,
      session,
      naming,
      begun,
      era,
      connection,
      deadline,
      meter,
      headers,
      compare: lists ? await deps.holds.comparison(endpoint) : undefined,
      policy: deps,
      away,
      finish,
    }
    if (connection.state === 'needs-reconnect') throw await stillNeedsReconnect(deps, call)
    const more = readOn(deps, call)
    if (more !== undefined) return answerOurselves(call, more)
    // Almost always nothing is said, and then nothing is asked.
    const unasked = connection.levels === undefined ? undefined : await answerByLevel(deps, call)
    if (unasked !== undefined) return answerOurselves(call, unasked, 'refused')
    const place = takePlace(deps.queue, deps.limits.queue, call)
    leave = typeof place === 'function' ? place : await place
    // What stood in line may have been stopped meanwhile.
    refuseHeld(deps, endpoint, message)
    // The gateway's own conversation is in one era; what a caller begins goes on in the caller's, where there are both.
    const upstream = session === 'caller' ? deps.openings.eraFor(call) : deps.openings.eraOf(call)
    meter.upstreamEra = upstream instanceof Promise ? await upstream : upstream
    return await dispatch(deps, call, meter.upstreamEra)
  } catch (error) {
    finish(error instanceof Refusal ? error.outcome : 'upstream-error')
    if (!(error instanceof Refusal)) throw error
    return errorResponse(await withReference(deps, { caller, endpoint }, error), idOf(message))
  }
}

function readOn({ limits, rests }: HandlerDependencies, call: Call): JsonObject | undefined {
  if (limits.continuation === 'off') return undefined
  return readMore(limits.continuation, call, { rests, capOf })
}

function dispatch(deps: HandlerDependencies, call: Call, upstream: Era): Promise<Response> {
  if (call.era === 'legacy') {
    if (upstream === 'modern') return legacyToModern(deps, call)
    return call.session === 'caller' ? passLegacy(deps, call, deps.renewed) : legacyInOurSession(deps, call)
  }
  return upstream === 'legacy' ? modernToLegacy(deps, call) : modernToModern(deps, call)
}

async function modernToModern(deps: HandlerDependencies, call: Call): Promise<Response> {
  try {
    const response = await passModern(deps, call)
    // What an older server says to a request that it does not understand; a newer one loses nothing by being asked.
    if (oldAnswers.has(response.status)) deps.openings.forgetEra(call)
    return response
  } catch (error) {
    if (error instanceof Refusal && error.outcome === 'upstream-error') deps.openings.forgetEra(call)
    throw error
  }
}

function timeOf({ limits }: HandlerDependencies, { client }: Caller): CallTime {
  const own = Object.hasOwn(limits.clientMs, client) ? limits.clientMs[client] : undefined
  return { silenceMs: limits.callMs, wholeMs: own ?? limits.callMs }
}

/** An answer that no server was asked for. */
function answerOurselves(call: Call, result: JsonObject, status: CallStatus = 'ok'): Response {
  const id = idOf(call.message)
  const bytes = Buffer.from(JSON.stringify({ jsonrpc: '2.0', id, result }))
  call.meter.responseBytes += bytes.byteLength
  call.finish(status)
  return new Response(bytes, { headers: { 'content-type': 'application/json' } })
}

const oldAnswers: ReadonlySet<number> = new Set([400, 404, 405, 406])
