import { createEvidenceLog, judgeAddress } from '@connectory/wire'
import type { CheckOptions } from '../check.ts'
import type { SubmissionFacts } from '../submission.ts'
import { accessOf } from './access.ts'
import { connect, type First } from './connect.ts'
import { collectCalls, type CallParts } from './collect-calls.ts'
import { converse, type Conversation } from './converse.ts'
import { isLoopbackHost } from './document.ts'
import { collectDocuments } from './documents.ts'
import { seen, type Evidence } from './evidence.ts'
import { collectForm } from './form.ts'
import { createPages } from './page.ts'
import { groundOf } from './ground.ts'
import { behindLogin, inspect, inspectSignedIn, type Inspection } from './inspect.ts'
import { orProbed } from './authorize-probe.ts'
import { loginExchanges } from './login-exchanges.ts'
import { collectLogin } from './login.ts'
import { listening, type Heard } from './heard.ts'
import { collectHeard } from './heard-parts.ts'
import { tryOddRequests } from './odd-requests.ts'
import { clientInfo } from './openings.ts'
import { collectProtocol } from './protocol.ts'
import {
  toldCalls,
  toldConnection,
  toldDocuments,
  toldLeaving,
  toldLogin,
  toldOddRequests,
  toldOpening,
  toldProtocol,
  toldSignIn,
  toldTools,
  type Told,
} from './told.ts'
import { collectReach } from './reach.ts'
import { requestLimitsOf } from './request-limits.ts'
import { infoOf, serverFacts } from './server-facts.ts'
import { urlFacts } from './url.ts'
import { startDeadline, type Deadline, type Visit } from './visit.ts'
import { withWeakWays } from './weak-ways.ts'
import { withHeaders, withoutSecrets } from './secrets.ts'
import { enter, type SignedIn } from './sign-in.ts'

export type CollectOptions = Omit<CheckOptions, 'url' | 'policy'> & { readonly url: URL }

const defaultTimeoutMs = 60_000

/** Looks at a server once, in a fixed order, and writes down what was seen. Never throws for what a stranger did. */
export async function collectRemote(options: CollectOptions): Promise<Evidence> {
  const { url, fetch, now, timeoutMs = defaultTimeoutMs, scopes = ['passive'] } = options
  const started = now()
  const deadline = startDeadline(timeoutMs, options.signal)
  const { headers = {} } = options
  const sendsHeaders = (to: string): boolean => URL.canParse(to) && new URL(to).origin === url.origin
  const addedHeaders = (to: string): string[] => (sendsHeaders(to) ? Object.keys(headers) : [])
  const { log, heard } = listening(createEvidenceLog({ now, addedHeaders }))
  for (const value of Object.values(headers)) log.hide(value)
  const visit: Visit = {
    url,
    fetch: withHeaders(fetch, url, headers),
    log,
    now,
    signal: deadline.signal,
    seconds: Math.round(timeoutMs / 1000),
  }
  try {
    const seenParts = withoutSecrets(await collectParts(visit, heard, deadline, options), log)
    const { href } = urlFacts(url)
    const { setting } = seenParts.parts
    return {
      target: href,
      loopback: setting.looked && setting.value.loopback,
      scopes: [...scopes],
      startedAt: started.toISOString(),
      durationMs: Math.max(0, now().getTime() - started.getTime()),
      ...seenParts,
      ...(Object.keys(headers).length > 0 && { sentHeaders: Object.keys(headers) }),
      exchanges: log.exchanges.map((exchange) => ({ ...exchange })),
    }
  } finally {
    deadline.end()
  }
}

async function collectParts(
  visit: Visit,
  heard: readonly Heard[],
  deadline: Deadline,
  options: CollectOptions,
): Promise<Pick<Evidence, 'parts' | 'server'>> {
  const { submission, staticClient = false, scopes = ['passive'] } = options
  const step = stepper(options)
  const first = await step('connect', `Connecting to ${visit.url.host}`, () => connect(visit), toldConnection)
  const talk = await step(
    'open',
    'Opening a conversation in both eras',
    () => converse(visit, first),
    toldOpening,
  )
  const anonymous = await step('tools', 'Reading the list of tools', () => inspect(visit, talk), toldTools)
  const { me, found } = await logIn(visit, step, anonymous, { ...options, deadline })
  const protocol = await step(
    'protocol',
    'Asking what the protocol settles',
    () => collectProtocol(me.visit, found, me.token),
    toldProtocol,
  )
  const access = accessOf(talk, found, options.headers)
  const login = await step(
    'login',
    'Reading how login works',
    () => collectLogin(visit, access, talk, { ...options, token: me.token, failed: me.failed }),
    toldLogin,
  )
  const odd = await step(
    'odd-requests',
    'Trying odd requests',
    () => {
      const ground = groundOf(visit, talk, found, access, options.directoryOrigin)
      return tryOddRequests(ground, { tools: anonymous.tools, info: infoOf(talk.results) })
    },
    toldOddRequests,
  )
  const documents = await step(
    'documents',
    'Reading what the publisher names',
    () => collectNamed(visit, talk.openings, submission),
    toldDocuments,
  )
  const { burst, ...calls } = await step(
    options.scopes?.includes('call') && 'call',
    'Calling tools',
    () => callTools(me, talk, found, deadline, options),
    toldCalls,
  )
  // Last, because a careful server ends the login upon what is tried here.
  const life = await step(
    me.token && 'leave',
    'Looking at the life of the login',
    () => me.leave(),
    toldLeaving,
  )
  const { negotiation, listing, tools } = found
  const loopback = isLoopback(options, first)
  const parts: Evidence['parts'] = {
    url: seen(urlFacts(visit.url)),
    setting: seen({ loopback, staticClient }),
    ...first.connection,
    tls: await withWeakWays(visit, first.connection.tls, loopback),
    reach: await collectReach(visit, first.look, options.directory),
    openings: talk.openings,
    negotiation,
    access,
    listing,
    tools,
    instructions: instructionsOf(tools),
    ...protocol,
    ...(await collectHeard(heard, visit.url, found)),
    ...login,
    ...life,
    authorizationAnswer: orProbed(life.authorizationAnswer, login),
    ...loginExchanges(visit, access, login, scopes.includes('login')),
    ...odd,
    ...documents,
    ...calls,
    requestLimits: requestLimitsOf(burst, submission?.requestLimits),
  }
  return { parts, server: serverFacts(talk, parts) }
}

/** All that the publisher names and answers, at most two pages at a time. */
async function collectNamed(
  visit: Visit,
  openings: Evidence['parts']['openings'],
  submission?: SubmissionFacts,
) {
  const pages = createPages(visit)
  const [documents, form] = await Promise.all([
    collectDocuments(visit, pages, submission),
    collectForm(visit, pages, openings, submission),
  ])
  return { ...documents, ...form }
}

/** They come with the opening, so whoever saw the tools saw them too. */
function instructionsOf(tools: Evidence['parts']['tools']): Evidence['parts']['instructions'] {
  if (!tools.looked) return tools
  const { instructions: text } = tools.value
  return seen(text === undefined ? {} : { text })
}

/** Logs in and looks at the tools again, where the scope allows it. */
async function logIn(
  visit: Visit,
  step: Stepper,
  anonymous: Inspection,
  wanted: Parameters<typeof enter>[2],
): Promise<{ readonly me: SignedIn; readonly found: Inspection }> {
  const asked = wanted.scopes?.includes('login') === true
  const me = await step(asked && 'sign-in', 'Logging in', () => enter(visit, anonymous, wanted), toldSignIn)
  const found = await step(
    me.token && 'tools-signed-in',
    'Reading the list of tools with the login',
    () => inspectAs(me, anonymous),
    toldTools,
  )
  return { me, found }
}

async function inspectAs({ visit, token, failed }: SignedIn, anonymous: Inspection): Promise<Inspection> {
  if (token !== undefined) return await inspectSignedIn(visit, anonymous, token)
  return failed ? behindLogin(anonymous, failed) : anonymous
}

/** Calls tools in the way in which they were listed; calls have a time of their own. */
async function callTools(
  { visit, token }: SignedIn,
  { openings }: Conversation,
  { tools }: Inspection,
  deadline: Deadline,
  options: CollectOptions,
): Promise<CallParts> {
  const modern = openings.looked && openings.value.discover?.outcome === 'result'
  const how =
    token === undefined ? ({ era: modern ? 'modern' : 'legacy' } as const) : ({ era: 'auto', token } as const)
  const resume = deadline.pause()
  try {
    return await collectCalls(visit, tools, { clientInfo, ...how }, options)
  } finally {
    resume()
  }
}

/** True when the target is this machine and the caller allowed that. */
function isLoopback(
  { url, fetch, allowLoopback = fetch.allowLoopback }: CollectOptions,
  first: First,
): boolean {
  if (!allowLoopback) return false
  if (isLoopbackHost(url.hostname)) return true
  const { addresses } = first.connection
  if (!addresses.looked) return false
  return addresses.value.addresses.some(({ address }) => judgeAddress(address).kind === 'loopback')
}

/** A step without a name is not told. */
type Stepper = <Result>(
  id: string | false | undefined,
  summary: string,
  run: () => Promise<Result>,
  tell: (result: Result) => Told,
) => Promise<Result>

function stepper({ onStep }: CollectOptions): Stepper {
  return async (id, summary, run, tell) => {
    if (id) onStep?.({ id, state: 'running', summary })
    const result = await run()
    const { worked, summary: what } = tell(result)
    if (id) onStep?.({ id, state: worked ? 'done' : 'failed', summary: what })
    return result
  }
}
