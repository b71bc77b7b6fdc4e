import { isWireError, type Reply } from '@connectory/wire'
import { ask, type AskDependencies } from '../ask-server.ts'
import type { Call } from '../call.ts'
import type { After } from '../deadline.ts'
import { startOf } from '../json-span.ts'
import type { Listener, SessionStreams } from '../listening/session-streams.ts'
import { isObject, type RequestMessage } from '../message.ts'
import { abilitiesOf } from '../openings.ts'
import { relayProgress } from '../relay-progress.ts'
import { json, relayToNewer } from '../relay-reply.ts'
import { codes, Refusal } from '../rpc-error.ts'
import type { Standing } from '../standing.ts'
import { covers, neededFor } from './abilities.ts'
import { holdCall, type HeldCall } from './held-call.ts'
import type { HeldCalls } from './held-calls.ts'
import type { AnswerText, Question } from './question.ts'
import { lastMembers, withoutMembers } from './raw-members.ts'
import { requireShortEnough } from './short-enough.ts'

type Deps = AskDependencies & {
  readonly after: After
  readonly held: HeldCalls
  readonly streams: SessionStreams
  readonly standing: Standing
}

/** What a newer server may answer with a question. @see MCP 2026-07-28 basic/patterns/mrtr */
const askable: ReadonlySet<string> = new Set(['tools/call', 'prompts/get', 'resources/read'])

/** Whether a newer caller's request may be asked back, or is the answer to such a question. */
export function mayBeAsked(call: Call, { method, params }: RequestMessage): boolean {
  if (!askable.has(method)) return false
  if (params['requestState'] !== undefined || params['inputResponses'] !== undefined) return true
  return Object.keys(abilitiesOf(call)).length > 0
}

/**
 * A newer caller's request to an older server, which asks its client in the middle of its work: the caller is answered
 * with the questions, the server's work is held, and the caller's next request goes on with it. @throws Refusal
 */
export async function askWithQuestions(deps: Deps, call: Call, message: RequestMessage): Promise<Response> {
  const found = message.params['requestState'] === undefined ? undefined : deps.held.find(call, message)
  const given = found === undefined ? noResponses : responsesIn(message)
  found?.take()
  return await relayProgress(call, async (onMessage) => {
    const held = found?.held ?? (await begin(deps, call, message))
    held.attach(call, onMessage)
    try {
      await answerOpen(held, given)
      const next = await held.next()
      return next === 'asked' ? park(deps, call, { message, held }) : relay(call, message, next)
    } catch (error) {
      held.stop('cancelled')
      throw error
    } finally {
      held.detach()
    }
  })
}

async function begin(deps: Deps, call: Call, message: RequestMessage): Promise<HeldCall> {
  const abilities = abilitiesOf(call)
  const mayAsk = ({ method, params }: Question): boolean => {
    const needed = neededFor(method, params)
    return needed !== undefined && covers(abilities, needed)
  }
  const listener: Listener = { hear: () => undefined, end: () => undefined, lingers: true }
  const leave = await hearSession(deps, call, listener)
  const held = holdCall(
    call,
    (work, listen) => ask(deps, work, message, { era: 'legacy', ...listen }),
    mayAsk,
  )
  listener.ask = held.ask
  const over = (): void => {
    listener.ask = undefined
    leave()
  }
  held.reply.then(over, over)
  return held
}

/** A server whose stream shows no sign of life is not waited for longer. */
const patienceMs = 100

/**
 * Many older servers ask on the stream of their session, without a word about the call in which they ask: it is this
 * one's if no other could be meant. So the stream is open before the call. Where there is none, nothing is asked on it.
 * @returns what ends the listening
 */
async function hearSession(deps: Deps, call: Call, listener: Listener): Promise<() => void> {
  const joined = deps.streams.join(deps, call, await deps.openings.of(call), listener)
  const settled = joined.catch((error: unknown) => {
    if (!(error instanceof Refusal) && !isWireError(error)) throw error
    return undefined
  })
  const { promise, resolve } = Promise.withResolvers<undefined>()
  const stop = deps.after(patienceMs, () => resolve(undefined))
  await Promise.race([settled, promise])
  stop()
  return () => void settled.then((one) => one?.leave())
}

type Responses = ReadonlyMap<string, AnswerText>

const noResponses: Responses = new Map()

/** What belongs to the newer era, or to somebody between the two. */
const ofResponse: ReadonlySet<string> = new Set(['_meta', 'resultType'])

/** @throws Refusal */
function responsesIn({ text, members, params }: RequestMessage): Responses {
  const { inputResponses } = params
  if (inputResponses === undefined) return noResponses
  const outer = members.get('params')
  const inside = outer && lastMembers(text, outer.valueStart).get('inputResponses')
  if (!isObject(inputResponses) || inside === undefined) throw noSuchResponses()
  const responses = new Map<string, AnswerText>()
  for (const { name, valueStart } of lastMembers(text, inside.valueStart).values()) {
    if (text[valueStart] !== '{') throw noSuchResponses()
    responses.set(name, `"result":${withoutMembers(text, valueStart, ofResponse)}`)
  }
  return responses
}

function noSuchResponses(): Refusal {
  return new Refusal(
    200,
    codes.invalidParams,
    'inputResponses must be an object that has an object for each of the inputRequests.',
  )
}

/** What is missing is asked for again; what nobody has asked is left out. @throws Refusal */
async function answerOpen(held: HeldCall, given: Responses): Promise<void> {
  const answered = [...held.open].flatMap(([name, { answer }]) => {
    const text = given.get(name)
    if (text === undefined) return []
    held.open.delete(name)
    return [answer(text)]
  })
  const sent = Promise.all(answered)
  // A server that has given up waiting may have answered already, and then takes no answer.
  await Promise.race([sent, held.reply.then(() => sent.catch(() => undefined))])
}

/** @throws Refusal when the questions are too long, or too many calls wait */
function park(
  deps: Deps,
  call: Call,
  { message, held }: { readonly message: RequestMessage; readonly held: HeldCall },
): Response {
  const requests = [...held.open].map(
    ([name, { question }]) => `${JSON.stringify(name)}:${writeRequest(question)}`,
  )
  const inputRequests = `{${requests.join(',')}}`
  requireShortEnough(inputRequests, call)
  const state = deps.held.park(call, message, held)
  return answerRequired(call, message, [`"inputRequests":${inputRequests}`, `"requestState":"${state}"`])
}

/** Of the older era alone, or of who asks: none of it helps to answer. */
const ofQuestion: ReadonlySet<string> = new Set(['_meta', 'task', 'elicitationId'])

function writeRequest({ method, text }: Question): string {
  const params = lastMembers(text, startOf(text)).get('params')
  const has = params !== undefined && text[params.valueStart] === '{'
  const written = has ? `,"params":${withoutMembers(text, params.valueStart, ofQuestion)}` : ''
  return `{"method":${JSON.stringify(method)}${written}}`
}

function answerRequired(call: Call, { id }: RequestMessage, members: readonly string[]): Response {
  const result = `{"resultType":"input_required",${members.join(',')}}`
  return json(call, `{"jsonrpc":"2.0","id":${JSON.stringify(id)},"result":${result}}`, 'ok')
}

/** An older server that needs a page visited first says so as an error, and is called again afterwards. */
const urlRequired = -32042

function relay(call: Call, message: RequestMessage, reply: Reply): Response {
  const { error } = reply
  const data = error?.code === urlRequired && isObject(error.data) ? error.data['elicitations'] : undefined
  const pages = Array.isArray(data) ? data.filter(isObject) : []
  const canVisit = covers(abilitiesOf(call), 'elicitation.url')
  if (pages.length === 0 || !canVisit) return relayToNewer(call, message, reply)
  const requests = pages.map(({ message: words, url }, index) => {
    const params = { mode: 'url', message: words, url }
    return [`page-${index + 1}`, { method: 'elicitation/create', params }] as const
  })
  const inputRequests = JSON.stringify(Object.fromEntries(requests))
  requireShortEnough(inputRequests, call)
  return answerRequired(call, message, [`"inputRequests":${inputRequests}`])
}
