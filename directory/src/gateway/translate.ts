import type { Reply } from '@connectory/wire'
import type { Endpoint } from '../catalogue/index.ts'
import { ask, type AskDependencies } from './ask-server.ts'
import type { Call } from './call.ts'
import { agreedVersion, knownVersions } from './caller-era.ts'
import { cacheHint, carriedCapabilities, isCarried } from './carried.ts'
import type { After } from './deadline.ts'
import { changeSubscription, type Listening } from './listening/listen-at-newer.ts'
import { listenAtOlder } from './listening/listen-at-older.ts'
import type { SessionStreams } from './listening/session-streams.ts'
import type { ListKind } from './list-kinds.ts'
import { levels, logLevelIn, logs, wantAtOlder, type LogLevels } from './log-level.ts'
import { isObject, type JsonObject, type RequestMessage } from './message.ts'
import { abilitiesOf, type Opened } from './openings.ts'
import { callersSession, type EndedSessions } from './pass-through.ts'
import { abilitiesIn } from './questions/abilities.ts'
import { answeredInRounds } from './questions/asked-by-newer.ts'
import { answeredLive } from './questions/asked-live.ts'
import { askWithQuestions, mayBeAsked } from './questions/asked-by-older.ts'
import type { HeldCalls } from './questions/held-calls.ts'
import type { OpenQuestions } from './questions/open-questions.ts'
import { relayProgress } from './relay-progress.ts'
import { answer, relayReply, relayToNewer } from './relay-reply.ts'
import { repeatArguments } from './repeat-arguments.ts'
import { codes, Refusal } from './rpc-error.ts'
import type { RunningCalls } from './running-calls.ts'
import { noSession, type SealedSessions } from './sealed-session.ts'
import type { Standing } from './standing.ts'
import type { ServerLists } from './server-lists.ts'

export interface TranslateDependencies extends AskDependencies {
  readonly running: RunningCalls
  readonly lists: Readonly<Record<ListKind, ServerLists>>
  readonly sessions: SealedSessions
  readonly ended: EndedSessions
  readonly held: HeldCalls
  readonly questions: OpenQuestions
  readonly streams: SessionStreams
  readonly standing: Standing
  readonly listening: Listening
  readonly logLevels: LogLevels
  readonly after: After
}

/** A caller of 2026-07-28 and a server of before. @throws Refusal */
export async function modernToLegacy(deps: TranslateDependencies, call: Call): Promise<Response> {
  const { message } = call
  if (message.kind !== 'request') return dropped(call)
  if (message.method === 'server/discover') {
    return answer(call, { result: discovered(await deps.openings.of(call)) })
  }
  if (message.method === 'subscriptions/listen') return await listenAtOlder(deps, call, message)
  if (!isCarried(message.method)) throw notCarried(call, message.method, 404)
  await wantAtOlder(deps, call)
  if (mayBeAsked(call, message)) return await askWithQuestions(deps, call, message)
  return await relayProgress(call, async (onMessage) =>
    relayToNewer(call, message, await ask(deps, call, message, { era: 'legacy', onMessage })),
  )
}

/** A caller of before and a server of 2026-07-28. @throws Refusal */
export async function legacyToModern(deps: TranslateDependencies, call: Call): Promise<Response> {
  const { message } = call
  if (message.kind !== 'request') {
    deps.running.cancel(call)
    deps.questions.answer(call)
    return dropped(call)
  }
  if (message.method === 'ping') return answer(call, { result: {} })
  if (message.method === 'initialize') return await initialize(deps, call, message)
  // At the endpoint for everything it is no session with this server.
  const session = call.session === 'caller' ? callersSession(deps, call) : undefined
  const changed = await changeSubscription(deps, call, { message, session: session?.sealed })
  if (changed !== undefined) return answer(call, changed)
  if (message.method === 'logging/setLevel' && session !== undefined) {
    return await setLevel(deps, call, { message, session: session.sealed })
  }
  if (!isCarried(message.method)) throw notCarried(call, message.method, 200)
  const abilities = session === undefined ? abilitiesOf(call) : abilitiesIn(session.upstream.capabilities)
  const logLevel = session && deps.logLevels.get(session.sealed)
  return await relayProgress(
    call,
    async (onMessage, say) => {
      const asked = { era: 'modern', onMessage, abilities, logLevel } as const
      const send = (more: readonly string[]): Promise<Reply> =>
        repeatArguments(deps.lists.tools, call, message, (headers) =>
          ask(deps, call, message, { ...asked, headers, more }),
        )
      const reply = await deps.running.during(call, () =>
        answeredInRounds(deps, call, { abilities, say, ask: send }),
      )
      return relayReply(call, message, reply, (members) => members)
    },
    logLevel,
  )
}

/** A newer server is told with each request; until then this replica keeps it. */
async function setLevel(
  deps: TranslateDependencies,
  call: Call,
  { message, session }: { readonly message: RequestMessage; readonly session: string },
): Promise<Response> {
  if (!logs((await deps.openings.of(call)).capabilities)) throw notCarried(call, message.method, 200)
  const level = logLevelIn(message.params['level'])
  if (level === undefined)
    throw new Refusal(200, codes.invalidParams, `params.level must be one of ${levels.join(', ')}.`)
  deps.logLevels.set(session, level)
  return answer(call, { result: {} })
}

/** A caller of before without a session of its own with the server, and a server of before. @throws Refusal */
export async function legacyInOurSession(deps: TranslateDependencies, call: Call): Promise<Response> {
  const { message } = call
  if (message.kind !== 'request') return dropped(call)
  return await relayProgress(call, async (onMessage, say) => {
    const asked = { era: 'legacy', onMessage } as const
    const reply = await deps.running.during(call, () =>
      mayBeAsked(call, message)
        ? answeredLive(deps, call, message, { onMessage, say })
        : ask(deps, call, message, asked),
    )
    return relayReply(call, message, reply, (members) => members)
  })
}

function discovered(opening: Opened): JsonObject {
  return {
    resultType: 'complete',
    supportedVersions: knownVersions,
    capabilities: carriedCapabilities(opening.capabilities),
    ...(opening.instructions !== undefined && { instructions: opening.instructions }),
    ...cacheHint,
    _meta: { 'io.modelcontextprotocol/serverInfo': opening.serverInfo ?? null },
  }
}

/** The session is all in its name: what its caller can be asked, sealed. */
async function initialize(
  deps: TranslateDependencies,
  call: Call,
  { params }: RequestMessage,
): Promise<Response> {
  const opening = await deps.openings.of(call)
  const result = initialized(opening, call.endpoint, params['protocolVersion'])
  const answered = answer(call, { result })
  const capabilities = abilitiesIn(params['capabilities'])
  const upstream = { id: noSession, protocolVersion: result.protocolVersion, capabilities }
  answered.headers.set('mcp-session-id', deps.sessions.seal(call.connection.id, upstream))
  return answered
}

function initialized(opening: Opened, endpoint: Endpoint, wanted: unknown) {
  return {
    protocolVersion: agreedVersion(wanted),
    capabilities: carriedCapabilities(opening.capabilities),
    serverInfo: isObject(opening.serverInfo)
      ? opening.serverInfo
      : { name: endpoint.slug, version: `${endpoint.version}.0.0` },
    ...(opening.instructions !== undefined && { instructions: opening.instructions }),
  }
}

function dropped(call: Call): Response {
  call.finish('ok')
  return new Response(null, { status: 202 })
}

/** What the other era has in another form, or not at all. */
const instead: ReadonlyMap<string | undefined, string> = new Map([
  [
    'logging',
    ' The level of messages stands in each request of 2026-07-28; an older client sets it for its session, where the server writes any.',
  ],
  [
    'tasks',
    ' Tasks of one version are none in the other. Call the tool without one and wait for its result.',
  ],
])

function notCarried({ endpoint, era }: Call, method: string, status: number): Refusal {
  const theirs = era === 'modern' ? 'a version before 2026-07-28' : '2026-07-28'
  return new Refusal(
    status,
    codes.methodNotFound,
    `${endpoint.name} speaks ${theirs} of the protocol, and "${method}" is not translated.${instead.get(method.split('/')[0]) ?? ''}`,
  )
}
