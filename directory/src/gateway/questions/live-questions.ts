import type { Call } from '../call.ts'
import type { Listener } from '../listening/session-streams.ts'
import { isObject } from '../message.ts'
import { abilitiesOf } from '../openings.ts'
import type { Say } from '../relay-progress.ts'
import { codes, Refusal } from '../rpc-error.ts'
import { canBeAsked } from './abilities.ts'
import { lendPlace, type LentPlace } from './lend-place.ts'
import type { Asked, OpenQuestions } from './open-questions.ts'
import { answerUnwaited, paramsOf, type AnswerText, type OnQuestion, type Question } from './question.ts'
import { withoutMembers } from './raw-members.ts'
import { requireShortEnough } from './short-enough.ts'

/** What an older server asks during one call of an older caller. */
export interface LiveQuestions {
  /** Takes what it asks on the stream of the call. */
  readonly ask: OnQuestion
  /** Takes what it asks on the stream of its session, where it may mean another call of the same caller. */
  readonly listener: Listener
  /** A server may give up its question, or say that the page was visited to which it led. */
  readonly hear: Listener['hear']
  /** Fails with what makes it impossible that a question is answered. */
  readonly broken: Promise<never>
  isOpen(): boolean
  /** The call ends: what another of these may have asked is theirs from now on. */
  handOver(others: readonly Listener[]): void
  /** Nobody answers any more what is still open. */
  close(): void
}

/** A question that its caller has got and not answered. */
export interface LiveQuestion {
  /** As its server gave it. */
  readonly id: Question['id']
  readonly asked: Asked
  readonly answer: (text: AnswerText) => Promise<void>
  readonly isOfCall: boolean
  owner: Owner
}

/** The call on whose stream a question was put, or which goes on with it. */
interface Owner {
  readonly open: Map<unknown, LiveQuestion>
  readonly place: LentPlace
  readonly fail: (error: unknown) => void
}

/** @param say puts a message on the stream of the call */
export function createLiveQuestions(questions: OpenQuestions, call: Call, say: Say): LiveQuestions {
  const abilities = abilitiesOf(call)
  const { promise: broken, reject: fail } = Promise.withResolvers<never>()
  broken.catch(() => undefined)
  /** By the ids that their server gave them. */
  const open = new Map<unknown, LiveQuestion>()
  const own: Owner = { open, place: lendPlace(call), fail }
  /** The ids under which the caller knows pages to visit, by those of their server. */
  const pages = new Map<unknown, string>()
  let isOver = false
  const put = (question: Question, answer: LiveQuestion['answer'], isOfCall: boolean): void => {
    const params = paramsOf(question, call) ?? '{}'
    requireShortEnough(params, call)
    const asked = questions.ask(call)
    const { id, method } = question
    own.place.lend()
    const one = { id, asked, answer, isOfCall, owner: own }
    open.set(id, one)
    const { mode, elicitationId } = question.params
    const page = mode === 'url' ? elicitationId : undefined
    if (page !== undefined) pages.set(page, asked.id)
    say(write(method, page === undefined ? params : withPage(params, asked.id), asked.id))
    void bringAnswer(one, call)
  }
  const take =
    (isOfCall: boolean): OnQuestion =>
    (question, answer) => {
      if (isOver || !canBeAsked(abilities, question.method, question.params)) return 'refused'
      // What is said twice is asked once.
      if (open.has(question.id)) return 'taken'
      try {
        put(question, answer, isOfCall)
      } catch (error) {
        if (isOfCall || !(error instanceof Refusal)) fail(error)
        // Another call may be meant, which would wait; this one may well go on without.
        else answerUnwaited(answer, `"error":${JSON.stringify(error.error)}`)
      }
      return 'taken'
    }
  const withdraw = (question: unknown): void => {
    const one = open.get(question)
    if (one === undefined) return
    open.delete(question)
    one.asked.drop()
    say(notify('notifications/cancelled', { requestId: one.asked.id }))
    own.place.takeBack().catch(fail)
  }
  const hear: Listener['hear'] = ({ method, params }) => {
    // The stream of a call that has ended takes nothing more.
    if (isOver || !isObject(params)) return
    if (method === 'notifications/cancelled') withdraw(params['requestId'])
    const page = pages.get(params['elicitationId'])
    if (method !== 'notifications/elicitation/complete' || page === undefined) return
    pages.delete(params['elicitationId'])
    say(notify(method, { elicitationId: page }))
  }
  const session = call.begun?.name
  const listener: Listener = {
    hear,
    end: () => undefined,
    ask: take(false),
    session,
    adopt(question) {
      open.set(question.id, question)
      question.asked.moveTo(call)
      question.owner = own
      own.place.lend()
    },
    lingers: true,
  }
  return {
    ask: take(true),
    listener,
    hear,
    broken,
    isOpen: () => open.size > 0,
    handOver(others) {
      isOver = true
      listener.ask = undefined
      const alike = others.filter((other) => session !== undefined && other.session === session)
      const heir = alike.find(({ ask }) => ask !== undefined)
      if (heir?.adopt === undefined) return
      for (const question of [...open.values()].filter(({ isOfCall }) => !isOfCall)) {
        open.delete(question.id)
        heir.adopt(question)
      }
    },
    close() {
      for (const { asked, answer } of open.values()) {
        asked.drop()
        answerUnwaited(answer, callIsOver)
      }
      open.clear()
    },
  }
}

/** To the server, from whichever call has the question by then. */
async function bringAnswer(one: LiveQuestion, call: Call): Promise<void> {
  try {
    const text = answerIn(await one.asked.answer, call)
    one.owner.open.delete(one.id)
    const placed = one.owner.place.takeBack()
    // What was asked on the stream of the session may be for another call, which has its place.
    await Promise.all([placed, one.isOfCall ? placed.then(() => one.answer(text)) : one.answer(text)])
  } catch (error) {
    one.owner.fail(error)
  }
}

/** Its server may have meant another call of this session, and would wait. */
const callIsOver: AnswerText = `"error":${JSON.stringify({
  code: codes.invalidRequest,
  message: 'The call in which this was asked is over.',
})}`

function write(method: string, params: string, id: string): string {
  return `{"jsonrpc":"2.0","id":"${id}","method":${JSON.stringify(method)},"params":${params}}`
}

/** Servers choose the ids of their pages alone, and two may choose the same. What leads to a page has a mode at least. */
function withPage(params: string, page: string): string {
  return `${params.slice(0, -1)},"elicitationId":"${page}"}`
}

function notify(method: string, params: object): string {
  return JSON.stringify({ jsonrpc: '2.0', method, params })
}

const ofHop: ReadonlySet<string> = new Set(['_meta'])

/** What the caller answered, a refusal too: the server knows what to make of it. */
function answerIn({ text, members }: Call['message'], { naming }: Call): AnswerText {
  const error = members.get('error')
  if (error !== undefined) return `"error":${text.slice(error.valueStart, error.end)}`
  const result = members.get('result')
  const start = result?.valueStart ?? 0
  const given = text[start] === '{' ? withoutMembers(text, start, ofHop) : text.slice(start, result?.end)
  return `"result":${naming?.given(given) ?? given}`
}
