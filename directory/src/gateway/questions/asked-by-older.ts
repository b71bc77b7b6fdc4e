import type { Reply } from '@connectory/wire'
import { ask } from '../ask-server.ts'
import type { Call } from '../call.ts'
import type { Listener } from '../listening/session-streams.ts'
import { isObject, type RequestMessage } from '../message.ts'
import { abilitiesOf } from '../openings.ts'
import { relayProgress } from '../relay-progress.ts'
import { json, relayToNewer } from '../relay-reply.ts'
import { codes, Refusal } from '../rpc-error.ts'
import { canBeAsked, covers } from './abilities.ts'
import { holdCall, type HeldCall } from './held-call.ts'
import type { HeldCalls } from './held-calls.ts'
import { hearSession, type HearDependencies } from './hear-session.ts'
import { paramsOf, type AnswerText, type Question } from './question.ts'
import { lastMembers, withoutMembers } from './raw-members.ts'
import { requireShortEnough } from './short-enough.ts'

type Deps = HearDependencies & { readonly held: HeldCalls }

/** What a newer server may answer with a question. @see MCP 2026-07-28 basic/patterns/mrtr */
const askable: ReadonlySet<string> = new Set(['tools/call', 'prompts/get', 'resources/read'])

/** Whether a request may be asked back, or is a newer caller's answer to such a question. */
export function mayBeAsked(call: Call, { method, params }: RequestMessage): boolean {
  if (!askable.has(method)) return false
  const answers = params['requestState'] !== undefined || params['inputResponses'] !== undefined
  if (answers && call.era === 'modern') return true
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
  const mayAsk = ({ method, params }: Question): boolean => canBeAsked(abilities, method, params)
  const listener: Listener = { hear: () => undefined, end: () => undefined, lingers: true }
  const { leave, moveTo } = await hearSession(deps, call, listener)
  const held = holdCall(
    call,
    (work, listen) => ask(deps, work, message, { era: 'legacy', ...listen, onReopened: moveTo }),
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
    ([name, { question }]) => `${JSON.stringify(name)}:${writeRequest(call, question)}`,
  )
  const inputRequests = `{${requests.join(',')}}`
  requireShortEnough(inputRequests, call)
  const state = deps.held.park(call, message, held)
  return answerRequired(call, message, [`"inputRequests":${inputRequests}`, `"requestState":"${state}"`])
}

function writeRequest(call: Call, question: Question): string {
  const params = paramsOf(question, call)
  const written = params === undefined ? '' : `,"params":${params}`
  return `{"method":${JSON.stringify(question.method)}${written}}`
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
