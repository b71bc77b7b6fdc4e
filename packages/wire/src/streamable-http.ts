import { common, conversation, endSession, type Opening, type OpenOptions } from './conversation.ts'
import { isWireError, WireError } from './errors.ts'
import { isObject, type JsonObject } from './json-rpc.ts'
import { postMessage, requireAnswer, type PostOutcome } from './post-message.ts'
import {
  metaKeys,
  modernErrors,
  modernHeaders,
  modernParams,
  modernVersion,
  type ClientInfo,
} from './protocol/2026-07-28.ts'
import { initializeParams, legacyHeaders, legacyVersions, newestLegacyVersion } from './protocol/legacy.ts'
import { replyOf, rpcError, type Reply } from './reply.ts'

const defaultClientInfo: ClientInfo = { name: 'connectory', version: '0.1.0' }

/**
 * Opens a server of either era: `server/discover` first, and `initialize` when the answer is not a modern one.
 * A silent, broken or odd answer to the probe means "try legacy"; 429 never does.
 * @throws WireError unauthorized (facts.challenge), rate-limited, the connection's codes, or what was wrong with
 *   the answer; facts.probe keeps the probe's own failure
 * @see MCP 2026-07-28 basic/versioning
 */
export async function openServer(url: string, options: OpenOptions): Promise<Opening> {
  const era = options.era ?? 'auto'
  if (era === 'legacy') return openLegacy(url, options)
  const probe = await probeModern(url, options, era === 'auto')
  if (probe.opening !== undefined) return probe.opening
  if (era === 'modern') throw probe.problem
  try {
    return await openLegacy(url, options)
  } catch (error) {
    if (!isWireError(error)) throw error
    // A newer server may let `initialize` pass its guard only to refuse it: the login comes first all the same.
    if (probe.problem.code === 'unauthorized') throw probe.problem
    const facts = { ...error.facts, probe: { code: probe.problem.code, message: probe.problem.message } }
    throw new WireError(error.code, error.message, facts, { cause: error })
  }
}

type Probe =
  | { readonly opening: Opening; readonly problem?: never }
  | { readonly opening?: never; readonly problem: WireError }

/** Codes after which a second attempt in another language cannot succeed. */
const final: ReadonlySet<string> = new Set([
  'rate-limited',
  'cancelled',
  'dns-failed',
  'private-address',
  'mixed-addresses',
  'connection-refused',
  'unreachable',
  'tls-failed',
  'connect-timeout',
  'bad-url',
  'bad-request',
  'unsupported-scheme',
  'insecure-scheme',
  'credentials-in-url',
  'obscured-host',
])

async function probeModern(url: string, options: OpenOptions, impatient: boolean): Promise<Probe> {
  const timeoutMs = impatient ? (options.probeTimeoutMs ?? 8_000) : options.timeoutMs
  let outcome: PostOutcome
  try {
    const params = modernParams({}, options.clientInfo ?? defaultClientInfo)
    outcome = await postMessage(
      url,
      { jsonrpc: '2.0', id: 1, method: 'server/discover', params },
      {
        ...common(options),
        timeoutMs,
        headers: { ...options.headers, ...modernHeaders('server/discover', params) },
      },
    )
  } catch (error) {
    if (!isWireError(error) || final.has(error.code)) throw error
    return { problem: error }
  }
  if (outcome.problem?.code === 'rate-limited' || outcome.problem?.code === 'cancelled') throw outcome.problem
  return judgeProbe(url, options, outcome)
}

function judgeProbe(url: string, options: OpenOptions, outcome: PostOutcome): Probe {
  if (outcome.answer === undefined) return { problem: outcome.problem ?? notModern(url, outcome.status) }
  const reply = replyOf(outcome)
  const { error, result } = reply
  if (error !== undefined) {
    const problem = rpcError(url, 'server/discover', reply)
    const versions = isObject(error.data) ? stringsIn(error.data['supported']) : []
    // -32020 and -32021 are said by modern servers only: falling back would hide their complaint.
    if (error.code === modernErrors.headerMismatch || error.code === modernErrors.missingCapability)
      throw problem
    if (
      error.code === modernErrors.unsupportedVersion &&
      versions.length > 0 &&
      !versions.some((each) => legacyVersions.includes(each))
    ) {
      throw unknownVersion(url, versions)
    }
    return {
      problem: outcome.status === 401 || outcome.status === 403 ? (outcome.problem ?? problem) : problem,
    }
  }
  if (!isObject(result)) return { problem: notModern(url, outcome.status) }
  const supportedVersions = stringsIn(result['supportedVersions'])
  if (!supportedVersions.includes(modernVersion)) return { problem: notModern(url, outcome.status) }
  return { opening: modernOpening(url, options, outcome, reply, result, supportedVersions) }
}

function modernOpening(
  url: string,
  options: OpenOptions,
  outcome: PostOutcome,
  opened: Reply,
  result: JsonObject,
  supportedVersions: readonly string[],
): Opening {
  const meta = isObject(result['_meta']) ? result['_meta'] : {}
  const talk = conversation(url, options, (method, params) => {
    const full = modernParams(params, options.clientInfo ?? defaultClientInfo)
    return { params: full, headers: modernHeaders(method, full) }
  })
  return {
    ...describe(url, outcome, opened, result),
    ...talk,
    era: 'modern',
    protocolVersion: modernVersion,
    versionKnown: true,
    serverInfo: meta[metaKeys.serverInfo] ?? result['serverInfo'],
    session: {},
    supportedVersions,
    close: () => Promise.resolve(),
  }
}

async function openLegacy(url: string, options: OpenOptions): Promise<Opening> {
  const params = initializeParams(
    options.clientInfo ?? defaultClientInfo,
    newestLegacyVersion,
    options.capabilities,
  )
  const outcome = await postMessage(
    url,
    { jsonrpc: '2.0', id: 1, method: 'initialize', params },
    { ...common(options), headers: { ...options.headers } },
  )
  requireAnswer(outcome)
  const opened = replyOf(outcome)
  if (opened.error !== undefined)
    throw outcome.status === 401 && outcome.problem ? outcome.problem : rpcError(url, 'initialize', opened)
  const { result } = opened
  if (!isObject(result) || typeof result['protocolVersion'] !== 'string') {
    throw new WireError(
      'not-json-rpc',
      `${url} answers initialize without a protocolVersion. Return an InitializeResult.`,
      { url, result },
    )
  }
  const protocolVersion = result['protocolVersion']
  const sessionId = outcome.headers.get('mcp-session-id') ?? undefined
  const headers = legacyHeaders(protocolVersion, sessionId)
  const talk = conversation(url, options, (_method, given) => ({ params: given, headers }))
  // Some servers answer it with an error and work all the same; the evidence keeps it.
  await talk.notify('notifications/initialized').catch(() => undefined)
  return {
    ...describe(url, outcome, opened, result),
    ...talk,
    era: 'legacy',
    protocolVersion,
    versionKnown: legacyVersions.includes(protocolVersion),
    serverInfo: result['serverInfo'],
    session: { ...(sessionId !== undefined && { id: sessionId }) },
    close: () => endSession(url, options, headers, sessionId),
  }
}

function describe(url: string, outcome: PostOutcome, opened: Reply, result: JsonObject) {
  const instructions = result['instructions']
  return {
    url,
    opened,
    capabilities: result['capabilities'],
    ...(typeof instructions === 'string' && { instructions }),
    address: outcome.address,
    ...(outcome.tls && { tls: outcome.tls }),
  }
}

function notModern(url: string, status: number): WireError {
  return new WireError(
    'unknown-version',
    `${url} does not answer server/discover as MCP ${modernVersion} does.`,
    { url, status },
  )
}

function unknownVersion(url: string, versions: readonly string[]): WireError {
  return new WireError(
    'unknown-version',
    `${url} speaks only MCP ${versions.join(', ')}; we speak ${modernVersion} and ${legacyVersions.join(', ')}.`,
    { url, versions },
  )
}

function stringsIn(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : []
}
