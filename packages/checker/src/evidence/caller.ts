import {
  isObject,
  isWireError,
  openServer,
  parameterHeaders,
  type Opening,
  type OpenOptions,
  type WireError,
} from '@connectory/wire'
import type { CallOutcome } from './call-facts.ts'
import { cleaned } from './clean.ts'
import type { Json } from './facts.ts'
import { leaksIn } from './leaks.ts'
import { textOfResult } from './result-size.ts'
import type { NamedTool } from '../raw-tool.ts'
import type { Visit } from './visit.ts'

/** One call as it went. `words` are those of an error, unmasked: they must not be stored as they are. */
export interface Called {
  readonly outcome: CallOutcome
  readonly tookMs: number
  readonly status?: number
  readonly code?: number
  readonly result?: Json
  readonly words: string
  readonly problem?: string
}

export interface CallOptions {
  /** Name of the exchange in the evidence. */
  readonly step: string
  readonly timeoutMs: number
  readonly headers?: Readonly<Record<string, string>>
}

export interface Caller {
  call(tool: string, input: Json, options: CallOptions): Promise<Called>
  /** Opens the conversation anew after it broke. False when the server does not answer any more. */
  reopen(): Promise<boolean>
  close(): Promise<void>
}

export interface CallerOptions extends Pick<OpenOptions, 'era' | 'token' | 'headers' | 'clientInfo'> {
  /** Their schemas say which arguments a call of the modern era repeats as headers. */
  readonly tools?: readonly NamedTool[]
}

/** Opens a conversation to call tools in. @throws WireError when none can be opened */
export async function openCaller(visit: Visit, { tools = [], ...options }: CallerOptions): Promise<Caller> {
  const schemas = new Map(tools.map(({ name, raw }) => [name, raw['inputSchema']]))
  const { fetch, log: evidence, signal } = visit
  const open = (): Promise<Opening> =>
    openServer(visit.url.href, { ...options, fetch, evidence, signal, timeoutMs: 15_000 })
  let opening = await open()
  const attempt = (tool: string, input: Json, how: CallOptions): Promise<Called> => {
    const mirrored = opening.era === 'modern' ? parameterHeaders(schemas.get(tool), input) : {}
    return callOnce(visit, opening, tool, input, { ...how, headers: { ...how.headers, ...mirrored } })
  }
  const reopen = async (): Promise<boolean> => {
    try {
      opening = await open()
      return true
    } catch (error) {
      if (!isWireError(error)) throw error
      return false
    }
  }
  return {
    reopen,
    async call(tool, input, how) {
      const first = await attempt(tool, input, how)
      const again = first.problem === sessionLost && !visit.signal.aborted && (await reopen())
      return again ? attempt(tool, input, how) : first
    },
    close: () => opening.close(),
  }
}

const sessionLost = 'the session was lost'

async function callOnce(
  visit: Visit,
  opening: Opening,
  tool: string,
  input: Json,
  { step, timeoutMs, headers }: CallOptions,
): Promise<Called> {
  const begun = visit.now().getTime()
  const tookMs = (): number => Math.max(0, visit.now().getTime() - begun)
  try {
    const params = { name: tool, arguments: input }
    const reply = await opening.request('tools/call', params, {
      step,
      timeoutMs,
      signal: visit.signal,
      sayCancelled: true,
      record: shortened,
      ...(headers === undefined ? {} : { headers }),
    })
    const { status, error, result } = reply
    const about = { tookMs: tookMs(), status }
    if (status === 429) return { ...about, outcome: 'rate-limited', words: error?.message ?? '' }
    if (error) {
      const data = error.data === undefined ? '' : `\n${asText(error.data)}`
      return { ...about, outcome: 'rpc-error', code: error.code, words: `${error.message}${data}` }
    }
    if (!isObject(result))
      return { ...about, outcome: 'broken', words: '', problem: 'the result is no object' }
    // Parsed from JSON a moment ago, so it is nothing else.
    const value = result as Json
    const failed = result['isError'] === true
    return { ...about, outcome: failed ? 'tool-error' : 'result', result: value, words: textOfResult(value) }
  } catch (error) {
    return notAnswered(visit, error, tookMs())
  }
}

const MOST_RECORDED = 1_000

/** What a tool gives may be somebody's letters: the record keeps its beginning, without what looks like a secret. */
function shortened(body: string): string {
  return cleaned(body, leaksIn(body).secrets, MOST_RECORDED)
}

function asText(data: unknown): string {
  return typeof data === 'string' ? data : JSON.stringify(data)
}

function notAnswered(visit: Visit, error: unknown, tookMs: number): Called {
  if (!isWireError(error)) throw error
  const { status, excerpt } = error.facts
  return {
    tookMs,
    outcome: outcomeOf(visit, error),
    words: typeof excerpt === 'string' ? excerpt : '',
    problem: error.code === 'session-lost' ? sessionLost : error.message,
    ...(typeof status === 'number' ? { status } : {}),
  }
}

const outcomes: { readonly [Code in WireError['code']]?: CallOutcome } = {
  timeout: 'not-ended',
  'headers-timeout': 'not-ended',
  'body-too-large': 'too-large',
  'rate-limited': 'rate-limited',
  'http-status': 'http-error',
  unauthorized: 'http-error',
  'redirect-refused': 'http-error',
}

function outcomeOf(visit: Visit, { code }: WireError): CallOutcome {
  if (visit.signal.aborted) return 'stopped'
  return outcomes[code] ?? 'broken'
}
