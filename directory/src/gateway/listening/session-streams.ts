import { isWireError, legacyHeaders } from '@connectory/wire'
import type { AskDependencies } from '../ask-server.ts'
import type { Call } from '../call.ts'
import { pause, type After } from '../deadline.ts'
import { eventsOf } from '../event-stream.ts'
import { isObject, type JsonObject } from '../message.ts'
import type { Opened } from '../openings.ts'
import { OwnDeadline } from '../own-deadline.ts'
import type { LiveQuestion } from '../questions/live-questions.ts'
import { passQuestion, questionIn, type OnQuestion } from '../questions/question.ts'
import { hear } from '../relay.ts'
import { codes, Refusal } from '../rpc-error.ts'
import { isStream, sendUpstream } from '../upstream.ts'
import type { Standing } from '../standing.ts'
import { messageIn } from './message-in.ts'

type Deps = AskDependencies & { readonly after: After; readonly standing: Standing }

/** Who wants to know what an older server says beside its answers. */
export interface Listener {
  hear(message: JsonObject): void
  /** The server says nothing more in this session, or never said anything: then with the reason. */
  end(why: Refusal | undefined): void
  /** The server has ended the stream, which is opened again: what it says until then is lost. */
  lost?(): void
  /** It is open again. */
  back?(): void
  /** Takes what the server asks there, if nobody else could be meant. */
  ask?: OnQuestion | undefined
  /** Of the caller who is asked, where it has one: whichever of its calls is meant, the same person is before it. */
  readonly session?: string | undefined
  /** Goes on with what another of its session has taken, whose call is over. */
  readonly adopt?: (question: LiveQuestion) => void
  /** Others like it are likely to come soon: the stream is kept for them. */
  readonly lingers?: true
}

/** The streams of the gateway's own sessions with older servers, each open while somebody listens. Per replica. */
export interface SessionStreams {
  /** @throws Refusal `no-stream` when the server has none, `lost` when it no longer knows the session */
  join(deps: Deps, call: Call, opening: Opened, listener: Listener): Promise<Joined>
}

export interface Joined {
  leave(): void
  /** Who else listens. */
  others(): readonly Listener[]
  /** How many listen for changes of a resource: the server is told of the first, and of the last that leaves. */
  readonly uses: Map<string, number>
}

interface Stream {
  readonly listeners: Set<Listener>
  readonly uses: Map<string, number>
  readonly begun: Promise<void>
  readonly stop: () => void
  /** The server has ended it, and it is not open again yet. */
  readonly isAway: () => boolean
  /** Ends the wait for somebody who listens again. */
  stopTimer: () => void
}

/**
 * So long a stream stays open after the last call that may be asked: such calls come one after the other, each wants the
 * stream before it begins, and a server has to be told nothing in between. After a subscription it ends at once.
 */
const lingerMs = 30_000

export function createSessionStreams(): SessionStreams {
  const streams = new WeakMap<Opened, Stream>()
  /** Sessions that have none: every call that may be asked would ask for it. */
  const silent = new WeakMap<Opened, Refusal>()
  return {
    async join(deps, call, opening, listener) {
      const none = silent.get(opening)
      if (none !== undefined) throw none
      let stream = streams.get(opening)
      if (stream === undefined) {
        const fresh = begin(deps, call, opening, () => {
          // Who listens again while one ends has another.
          if (streams.get(opening) === fresh) streams.delete(opening)
        })
        stream = fresh
        streams.set(opening, stream)
      }
      const { listeners, uses, begun, stop } = stream
      const own = stream
      own.stopTimer()
      listeners.add(listener)
      const leave = (): void => {
        if (!listeners.delete(listener) || listeners.size > 0) return
        const end = (): void => {
          if (streams.get(opening) === own) streams.delete(opening)
          stop()
        }
        if (listener.lingers === true) own.stopTimer = deps.after(lingerMs, end)
        else end()
      }
      try {
        await begun
      } catch (error) {
        leave()
        if (error instanceof Refusal && !isLostSession(error)) silent.set(opening, error)
        throw error
      }
      if (own.isAway()) listener.lost?.()
      return { leave, uses, others: () => [...listeners].filter((one) => one !== listener) }
    },
  }
}

/** It outlasts whatever request began it. */
const noMessage: Call['message'] = { kind: 'response', id: null, text: '', members: new Map() }

function begin(deps: Deps, first: Call, opening: Opened, onEnd: () => void): Stream {
  const deadline = new OwnDeadline(undefined)
  const call: Call = { ...first, message: noMessage, deadline }
  const listeners = new Set<Listener>()
  const begun = Promise.withResolvers<void>()
  let isOpen = false
  let isAway = false
  const onOpen = (): void => {
    isOpen = true
    stopTimer()
    begun.resolve()
    if (isAway) for (const listener of listeners) listener.back?.()
    isAway = false
  }
  const onLost = (): void => {
    isAway = true
    for (const listener of listeners) listener.lost?.()
  }
  const stopTimer = deps.after(patienceMs, onOpen)
  // It is open for all clients of this person, so none of them ends it, but it does not outlast the connection.
  const leave = deps.standing.watch({ connection: call.connection.id, grant: undefined }, () =>
    deadline.cancel(),
  )
  // Told to whoever joins; there may be nobody any more.
  begun.promise.catch(() => undefined)
  const run = async (): Promise<void> => {
    let why: Refusal | undefined
    try {
      await readOn(deps, call, opening, {
        onOpen,
        onLost,
        onMessage: (message) => [...listeners].forEach((listener) => listener.hear(message)),
        onQuestion: (question, answer) => {
          const [first, ...others] = [...listeners].filter((listener) => listener.ask !== undefined)
          const session = first?.session
          const isClear = others.every((other) => session !== undefined && other.session === session)
          return isClear ? (first?.ask?.(question, answer) ?? 'refused') : 'unclear'
        },
      })
    } catch (error) {
      begun.reject(error)
      why = error instanceof Refusal ? error : undefined
      if (!(error instanceof Refusal) && !isWireError(error)) throw error
    } finally {
      stopTimer()
      leave()
      onEnd()
      // Who could not join is told by that.
      if (isOpen) for (const listener of listeners) listener.end(why)
    }
  }
  void run()
  return {
    listeners,
    uses: new Map(),
    begun: begun.promise,
    stop: () => deadline.cancel(),
    isAway: () => isAway,
    stopTimer: () => undefined,
  }
}

interface Reading {
  /** Each time that it may be taken for open. */
  readonly onOpen: () => void
  readonly onLost: () => void
  readonly onMessage: (message: JsonObject) => void
  readonly onQuestion: OnQuestion
}

/** A refusal comes at once. Many servers send even the head of a stream only with its first event. */
const patienceMs = 300
const firstPauseMs = 1_000
const longestPauseMs = 60_000
const conflict = 409

/** Reads until it is stopped. A server may end its stream whenever it likes; one that only does that is left alone more and more. */
async function readOn(
  deps: Deps,
  call: Call,
  opening: Opened,
  { onOpen, onLost, onMessage, onQuestion }: Reading,
): Promise<void> {
  const headers = legacyHeaders(opening.protocolVersion, opening.session.id)
  let pauseMs = firstPauseMs
  for (let isFirst = true; !call.deadline.signal.aborted; isFirst = false) {
    const stopTimer = isFirst ? () => undefined : deps.after(patienceMs, onOpen)
    const response = await sendUpstream(deps, call, {
      method: 'GET',
      headers: { ...headers, accept: 'text/event-stream' },
    }).finally(stopTimer)
    if (isStream(response)) {
      onOpen()
      for await (const { data } of eventsOf(response.body, deps.limits.responseBytes)) {
        const message = messageIn(data)
        if (message === undefined) continue
        pauseMs = firstPauseMs
        hear(message['method'], call)
        const question = questionIn(message, data ?? '')
        if (question === undefined) onMessage(message)
        else passQuestion(deps, call, { question, headers }, onQuestion)
      }
      onLost()
    } else {
      await response.body.cancel()
      // A session has one stream, and one of ours that was closed a moment ago may still be open there.
      if (response.status !== conflict) throw refused(call, response.status)
    }
    await pause(deps.after, pauseMs, call.deadline.signal)
    pauseMs = Math.min(pauseMs * 2, longestPauseMs)
  }
}

function refused({ endpoint }: Call, status: number): Refusal {
  const lost = status === 404 || status === 400
  return new Refusal(
    200,
    codes.notTranslated,
    `${endpoint.name} has no stream on which it tells of changes (HTTP status ${status}).`,
    { reason: lost ? 'lost' : 'no-stream' },
    'rpc-error',
  )
}

/** Whether the server may have a stream in a new session. */
export function isLostSession(error: unknown): boolean {
  return error instanceof Refusal && isObject(error.error.data) && error.error.data['reason'] === 'lost'
}
