import type { ReadHeaders } from './arrival.ts'
import type { Endpoint } from '../catalogue/index.ts'
import type { Connection } from '../connections/index.ts'
import type { CallId } from '../kernel/index.ts'
import type { CallRecord, CallStatus, Era } from '../telemetry/index.ts'
import type { Deadline } from './deadline.ts'
import type { AnswerPolicy } from './answer-policy.ts'
import type { Caller, GatewayDependencies } from './gateway.ts'
import type { JsonObject, Message } from './message.ts'
import type { Abilities } from './questions/abilities.ts'

/** What the record will say of a call; filled in while it goes on. */
export interface Meter {
  connection: Connection['id'] | null
  callerEra: Era | null
  upstreamEra: Era | null
  responseBytes: number
  responseTokens: number | null
  cut: boolean
}

/** How a server's names go out and come in, where they are others than its own. */
export interface Naming {
  /** @param answer the same as data @returns the text as it goes out */
  answer(text: string, answer: JsonObject): string
  /** @param params of what the server asks, as JSON */
  question(params: string): string
  /** @param given what its caller answers to that, as JSON @returns what the server gets */
  given(given: string): string
}

/** What an older caller said when it began its session with the gateway itself: that of the endpoint for everything. */
export interface BegunSession {
  /** As its caller carries it; of no other session. */
  readonly name: string
  readonly abilities: Abilities
}

/** One message of one caller on its way to one server. */
export interface Call {
  readonly endpoint: Endpoint
  readonly caller: Caller
  readonly message: Message
  /** Whose session an older server sees: one that this caller began, or the gateway's own for this connection. */
  readonly session: 'caller' | 'gateway'
  readonly era: Era
  readonly connection: Connection
  readonly deadline: Deadline
  readonly meter: Meter
  /** Takes the tools of a relayed list, where one was asked for. */
  readonly compare: ((tools: readonly unknown[]) => void) | undefined
  /** Headers of the caller's request. */
  readonly headers: ReadHeaders
  /** What its answer goes through. */
  readonly policy: AnswerPolicy
  /** Undefined where its server's names are its caller's too. */
  readonly naming?: Naming | undefined
  /** Undefined where a session of its caller is one with the server, or there is none. */
  readonly begun?: BegunSession | undefined
  /** While its caller is asked, others may have its place at the server. @throws Refusal when there is none afterwards */
  away<Result>(work: () => Promise<Result>): Promise<Result>
  /** Ends the call, once: frees its timer and writes its record. */
  finish(status: CallStatus): void
}

type Deps = Pick<GatewayDependencies, 'clock' | 'ids' | 'telemetry' | 'connections'>

interface Started {
  readonly endpoint: Endpoint
  readonly caller: Caller
  readonly message: Message
  readonly deadline: Deadline
  readonly meter: Meter
}

export function newMeter(): Meter {
  return {
    connection: null,
    callerEra: null,
    upstreamEra: null,
    responseBytes: 0,
    responseTokens: null,
    cut: false,
  }
}

/** Makes `finish` for a call that begins now. Only requests are recorded: nothing else is a call. */
export function recordOnce(
  deps: Deps,
  { endpoint, caller, message, deadline, meter }: Started,
): Call['finish'] {
  const at = deps.clock.now()
  let over = false
  return (status) => {
    if (over) return
    over = true
    deadline[Symbol.dispose]()
    if (meter.connection !== null) deps.connections.markUsed(meter.connection)
    if (message.kind !== 'request') return
    const tool = message.method === 'tools/call' ? message.params['name'] : undefined
    const record: CallRecord = {
      id: deps.ids.next<CallId>(),
      at,
      organisation: caller.organisation,
      person: caller.person,
      listing: endpoint.listing,
      method: message.method,
      tool: typeof tool === 'string' ? tool : null,
      status,
      durationMs: Math.max(0, deps.clock.now().getTime() - at.getTime()),
      requestBytes: Buffer.byteLength(message.text),
      // One by one: spread, they take as long as all else that is recorded.
      connection: meter.connection,
      callerEra: meter.callerEra,
      upstreamEra: meter.upstreamEra,
      responseBytes: meter.responseBytes,
      responseTokens: meter.responseTokens,
      cut: meter.cut,
    }
    deps.telemetry.record(record)
  }
}
