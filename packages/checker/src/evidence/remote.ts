import { createEvidenceLog, judgeAddress } from '@connectory/wire'
import type { CheckOptions } from '../check.ts'
import { accessOf } from './access.ts'
import { connect, type First } from './connect.ts'
import { converse } from './converse.ts'
import { isLoopbackHost } from './document.ts'
import { collectDocuments } from './documents.ts'
import { seen, type Evidence } from './evidence.ts'
import { inspect } from './inspect.ts'
import { collectLogin } from './login.ts'
import { toldConnection, toldDocuments, toldLogin, toldOpening, toldTools, type Told } from './told.ts'
import { serverFacts } from './server-facts.ts'
import { urlFacts } from './url.ts'
import { startDeadline, type Visit } from './visit.ts'

export type CollectOptions = Omit<CheckOptions, 'url' | 'policy'> & { readonly url: URL }

const defaultTimeoutMs = 60_000

/** Looks at a server once, in a fixed order, and writes down what was seen. Never throws for what a stranger did. */
export async function collectRemote(options: CollectOptions): Promise<Evidence> {
  const { url, fetch, now, timeoutMs = defaultTimeoutMs, scopes = ['passive'] } = options
  const started = now()
  const deadline = startDeadline(timeoutMs, options.signal)
  const log = createEvidenceLog({ now })
  const visit: Visit = {
    url,
    fetch,
    log,
    now,
    signal: deadline.signal,
    seconds: Math.round(timeoutMs / 1000),
  }
  try {
    const seenParts = await collectParts(visit, options)
    const { href } = urlFacts(url)
    const { setting } = seenParts.parts
    return {
      target: href,
      loopback: setting.looked && setting.value.loopback,
      scopes: [...scopes],
      startedAt: started.toISOString(),
      durationMs: Math.max(0, now().getTime() - started.getTime()),
      ...seenParts,
      exchanges: log.exchanges.map((exchange) => ({ ...exchange })),
    }
  } finally {
    deadline.end()
  }
}

async function collectParts(
  visit: Visit,
  options: CollectOptions,
): Promise<Pick<Evidence, 'parts' | 'server'>> {
  const { scopes = ['passive'], token, submission, staticClient = false } = options
  const step = stepper(options)
  const first = await step('connect', `Connecting to ${visit.url.host}`, () => connect(visit), toldConnection)
  const talk = await step(
    'open',
    'Opening a conversation in both eras',
    () => converse(visit, first),
    toldOpening,
  )
  const credentials = { scopes, ...(token === undefined ? {} : { token }) }
  const found = await step(
    'tools',
    'Reading the list of tools',
    () => inspect(visit, talk, credentials),
    toldTools,
  )
  const access = accessOf(talk, found)
  const login = await step(
    'login',
    'Reading how login works',
    () => collectLogin(visit, access, options),
    toldLogin,
  )
  const documents = await step(
    'documents',
    'Reading what the publisher names',
    () => collectDocuments(visit, submission),
    toldDocuments,
  )
  const { negotiation, listing, tools } = found
  const parts: Evidence['parts'] = {
    url: seen(urlFacts(visit.url)),
    setting: seen({ loopback: isLoopback(options, first), staticClient }),
    ...first.connection,
    openings: talk.openings,
    negotiation,
    access,
    listing,
    tools,
    instructions: instructionsOf(tools),
    ...login,
    ...documents,
  }
  return { parts, server: serverFacts(talk, parts) }
}

/** They come with the opening, so whoever saw the tools saw them too. */
function instructionsOf(tools: Evidence['parts']['tools']): Evidence['parts']['instructions'] {
  if (!tools.looked) return tools
  const { instructions: text } = tools.value
  return seen(text === undefined ? {} : { text })
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

type Stepper = <Result>(
  id: string,
  summary: string,
  run: () => Promise<Result>,
  tell: (result: Result) => Told,
) => Promise<Result>

function stepper({ onStep }: CollectOptions): Stepper {
  return async (id, summary, run, tell) => {
    onStep?.({ id, state: 'running', summary })
    const result = await run()
    const { worked, summary: what } = tell(result)
    onStep?.({ id, state: worked ? 'done' : 'failed', summary: what })
    return result
  }
}
