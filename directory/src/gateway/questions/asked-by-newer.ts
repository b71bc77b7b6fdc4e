import type { Reply } from '@connectory/wire'
import type { Call } from '../call.ts'
import { pause, type After } from '../deadline.ts'
import { resultIn } from '../json-span.ts'
import { isObject, type JsonObject } from '../message.ts'
import { codes, Refusal, upstreamFault } from '../rpc-error.ts'
import { covers, neededFor, type Abilities } from './abilities.ts'
import type { Asked as Waiting, OpenQuestions } from './open-questions.ts'
import { lastMembers, withoutMembers } from './raw-members.ts'
import { requireShortEnough } from './short-enough.ts'

interface Deps {
  readonly questions: OpenQuestions
  readonly after: After
}

interface Asking {
  /** What the caller said, when it began its session, that it can be asked. */
  readonly abilities: Abilities
  /** Sends a message to the caller before its answer. */
  readonly say: (text: string) => void
  /** Asks the server, with these members of the params beside the caller's own. */
  readonly ask: (more: readonly string[]) => Promise<Reply>
}

const mostRounds = 10

/**
 * A newer server answers an older caller's request with questions: they are asked on the stream of the call, and the
 * request is repeated with the answers until there is a result. @throws Refusal
 */
export async function answeredInRounds(
  deps: Deps,
  call: Call,
  { abilities, say, ask }: Asking,
): Promise<Reply> {
  let more: readonly string[] = []
  for (let round = 1; round <= mostRounds; round += 1) {
    const reply = await ask(more)
    const { result } = reply
    if (!isObject(result) || isComplete(result)) return reply
    if (result['resultType'] !== 'input_required') throw unreadable(call, result['resultType'])
    const { requestState } = result
    const questions = questionsIn(reply, call)
    if (questions.length === 0 && requestState === undefined) throw asksNothing(call)
    const answers = await call.away(async () => {
      if (questions.length > 0) return await askCaller(deps, call, { questions, abilities, say })
      // Who asks nothing wants to be asked again later; not at once, and ever more rarely.
      await pause(deps.after, 1_000 * round, call.deadline.signal)
      return []
    })
    more = [
      ...(answers.length === 0 ? [] : [`"inputResponses":{${answers.join(',')}}`]),
      ...(requestState === undefined ? [] : [`"requestState":${JSON.stringify(requestState)}`]),
    ]
  }
  throw upstreamFault(`${call.endpoint.name} asked for input ${mostRounds} times and gave no result.`)
}

function isComplete({ resultType }: JsonObject): boolean {
  return resultType === undefined || resultType === 'complete'
}

interface Asked {
  readonly name: string
  readonly method: string
  readonly params: JsonObject
  /** Its params as JSON, byte for byte but for what belongs to the hop between the server and us. */
  readonly text: string
}

const ofHop: ReadonlySet<string> = new Set(['_meta'])

/** @throws Refusal for what is no question */
function questionsIn({ text, result }: Reply, call: Call): readonly Asked[] {
  const requests = isObject(result) ? result['inputRequests'] : undefined
  if (requests === undefined) return []
  const outer = resultIn(text)
  const inside = outer && lastMembers(text, outer.valueStart).get('inputRequests')
  if (!isObject(requests) || inside === undefined) throw asksNothing(call)
  return lastMembers(text, inside.valueStart)
    .values()
    .map(({ name, valueStart }) => {
      const request = requests[name]
      if (!isObject(request) || typeof request['method'] !== 'string') throw asksNothing(call)
      const { method, params = {} } = request
      if (!isObject(params)) throw asksNothing(call)
      const own = lastMembers(text, valueStart).get('params')
      const written = own ? withoutMembers(text, own.valueStart, ofHop) : '{}'
      return { name, method, params, text: call.naming?.question(written) ?? written }
    })
    .toArray()
}

interface Round extends Pick<Asking, 'abilities' | 'say'> {
  readonly questions: readonly Asked[]
}

/** @returns members of inputResponses @throws Refusal */
async function askCaller(deps: Deps, call: Call, { questions, abilities, say }: Round) {
  for (const question of questions) requireAskable(question, call, abilities)
  const asked: { readonly question: Asked; readonly waiting: Waiting }[] = []
  try {
    for (const question of questions) asked.push({ question, waiting: deps.questions.ask(call) })
    for (const { question, waiting } of asked) {
      const { method } = question
      const params = paramsFor(question, waiting.id)
      say(`{"jsonrpc":"2.0","id":"${waiting.id}","method":${JSON.stringify(method)},"params":${params}}`)
    }
    return await Promise.all(
      asked.map(
        async ({ question, waiting }) =>
          `${JSON.stringify(question.name)}:${resultOf(await waiting.answer, call)}`,
      ),
    )
  } finally {
    // Where one question ends the call, nobody waits for the answers to the others.
    for (const { waiting } of asked) waiting.drop()
  }
}

/** The older era names each page that is to be visited. @see MCP 2025-11-25 client/elicitation */
function paramsFor({ params, text }: Asked, id: string): string {
  if (params['mode'] !== 'url' || params['elicitationId'] !== undefined) return text
  return `${text.slice(0, -1)},"elicitationId":"${id}"}`
}

/** @throws Refusal */
function requireAskable({ method, params, text }: Asked, call: Call, abilities: Abilities): void {
  const { name } = call.endpoint
  const needed = neededFor(method, params)
  if (needed === undefined)
    throw upstreamFault(`${name} asks for "${method}", which is no request for input.`)
  requireShortEnough(text, call)
  if (covers(abilities, needed)) return
  throw cannotBeAsked(call, [needed])
}

/** What a caller is told that has not said that it can be asked. */
export function cannotBeAsked({ endpoint }: Call, needed: readonly string[]): Refusal {
  const what = needed.length === 0 ? 'more than this client can do' : `"${needed.join('", "')}"`
  return new Refusal(
    200,
    codes.notTranslated,
    `${endpoint.name} needs ${what} to answer, which this client did not declare among its capabilities in this session. Use a client that does.`,
    needed.length === 0 ? undefined : { requiredCapabilities: needed },
    'rpc-error',
  )
}

/** @throws Refusal when the client answered with an error: a newer server has no word for that */
function resultOf(message: Call['message'], { endpoint, naming }: Call): string {
  const result = message.members.get('result')
  if (result !== undefined && message.text[result.valueStart] === '{') {
    const given = withoutMembers(message.text, result.valueStart, ofHop)
    return naming?.given(given) ?? given
  }
  const error = message.members.get('error')
  const said: unknown = error && JSON.parse(message.text.slice(error.valueStart, error.end))
  const { code, message: words } = isObject(said) ? said : {}
  throw new Refusal(
    200,
    codes.notTranslated,
    `${endpoint.name} asked for input, and this client answered with an error (${String(code)}: ${String(words).slice(0, 300)}), so the call cannot go on.`,
    undefined,
    'rpc-error',
  )
}

function asksNothing({ endpoint }: Call): Refusal {
  return upstreamFault(`${endpoint.name} asks for input in a form that is none (input_required).`)
}

function unreadable({ endpoint }: Call, type: unknown): Refusal {
  return new Refusal(
    200,
    codes.notTranslated,
    `${endpoint.name} answered with a result of type "${String(type).slice(0, 100)}", which a client of this protocol version cannot read. Use a client of version 2026-07-28.`,
    undefined,
    'rpc-error',
  )
}
