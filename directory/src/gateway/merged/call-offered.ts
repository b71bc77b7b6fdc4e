import type { ReadHeaders } from '../arrival.ts'
import type { Endpoint } from '../../catalogue/index.ts'
import type { BegunSession, Naming } from '../call.ts'
import type { Caller } from '../gateway.ts'
import { answerOne, type Arrival, type HandlerDependencies } from '../handle-post.ts'
import { isObject, uniqueMembers, type RequestMessage } from '../message.ts'
import { readMoreTool } from '../read-more.ts'
import type { Listed } from '../read-list.ts'
import { argumentHeaders } from '../repeat-arguments.ts'
import { codes, Refusal } from '../rpc-error.ts'
import type { Era } from '../../telemetry/index.ts'
import { listedAs, ownerOfName } from './offered-by.ts'
import { questionWithOfferedUris, withOfferedUris, withOwnUris } from './offered-uris.ts'
import { callTool, searchTool } from './own-tools.ts'
import { connectedBy } from './sources.ts'
import { headersNaming, paramText, withParams } from './rename.ts'
import { splitName } from './tool-names.ts'

export interface MergedCall {
  readonly caller: Caller
  readonly message: RequestMessage
  readonly era: Era
  /** The session of an older caller, if it has begun one. */
  readonly begun: BegunSession | undefined
}

/**
 * A call of an offered tool goes the way that it would go at the connector's own endpoint, under the tool's own name:
 * with its holds, rates, caps, records and links to connect.
 * @throws Refusal when there is no such tool
 */
export async function callOffered(
  deps: HandlerDependencies,
  arrival: Arrival,
  call: MergedCall,
): Promise<Response> {
  const { caller, message, begun } = call
  const name = message.params['name']
  if (typeof name !== 'string') throw unknownTool('')
  if (name === readMoreTool.name) return await readOn(deps, arrival, call)
  const wanted = name === callTool.name ? wantedIn(message) : { name, argumentsText: undefined }
  const endpoint = await ownerOf(deps, caller, wanted.name)
  const tool = await toolAt(deps, { endpoint, caller }, wanted.name)
  const renamed = withParams(message, {
    ...ownParams(message, endpoint),
    name: JSON.stringify(tool.name),
    ...(wanted.argumentsText !== undefined && {
      arguments: withOwnUris(wanted.argumentsText, endpoint.slug),
    }),
  })
  const headers = headersFor(arrival.headers, call.era, { renamed, listed: tool.listed })
  return await answerOne(
    deps,
    { headers, signal: arrival.signal },
    { endpoint, caller, message: renamed, session: 'gateway', naming: namingOf(endpoint), begun },
  )
}

/** Resources in what a server answers and asks are named as they are offered here. */
export function namingOf({ slug }: Endpoint): Naming {
  return {
    answer: (text, answer) => withOfferedUris(text, answer, slug),
    question: (params) => questionWithOfferedUris(params, slug),
    given: (given) => withOwnUris(given, slug),
  }
}

/** Params in which a client may name resources by the URIs that it was told, as its server knows them. */
export function ownParams(message: RequestMessage, { slug }: Endpoint): Record<string, string> {
  const given = ['arguments', 'inputResponses'].flatMap((name) => {
    const text = paramText(message, name)
    return text === undefined ? [] : [[name, withOwnUris(text, slug)]]
  })
  return Object.fromEntries(given)
}

interface Wanted {
  readonly name: string
  /** As they came; undefined where they stand where they should. */
  readonly argumentsText: string | undefined
}

function wantedIn(message: RequestMessage): Wanted {
  const given = message.params['arguments']
  const name = isObject(given) ? given['name'] : undefined
  const ours: readonly unknown[] = [callTool.name, searchTool.name, readMoreTool.name]
  if (!isObject(given) || typeof name !== 'string' || ours.includes(name)) {
    throw new Refusal(
      200,
      codes.invalidParams,
      `${callTool.name} needs the name of a tool that ${searchTool.name} has found, and its arguments.`,
    )
  }
  const outer = paramText(message, 'arguments') ?? '{}'
  const own = uniqueMembers(outer, 0, '"arguments"').get('arguments')
  return { name, argumentsText: own === undefined ? '{}' : outer.slice(own.valueStart, own.end) }
}

/** @throws Refusal */
async function ownerOf(deps: HandlerDependencies, caller: Caller, name: string): Promise<Endpoint> {
  const owner = await ownerOfName(deps, caller, name)
  if (owner === undefined) throw unknownTool(name)
  return owner
}

interface Target {
  readonly name: string
  readonly listed: Listed | undefined
}

/** The tool under the name that its server gave it. */
async function toolAt(
  deps: HandlerDependencies,
  { endpoint, caller }: { readonly endpoint: Endpoint; readonly caller: Caller },
  name: string,
): Promise<Target> {
  const listed = await listedAs(deps, { endpoint, caller, kind: 'tools' }, name)
  return { name: listed?.name ?? splitName(name)?.rest ?? name, listed }
}

function unknownTool(name: string): Refusal {
  return new Refusal(200, codes.invalidParams, `There is no tool "${name.slice(0, 200)}" here.`)
}

/** The headers that repeat the body: with another name, and arguments as the tool's own schema wants them. */
function headersFor(
  given: ReadHeaders,
  era: Era,
  { renamed, listed }: { readonly renamed: RequestMessage; readonly listed: Listed | undefined },
): Headers {
  const headers = headersNaming(given, era, String(renamed.params['name']))
  if (era === 'legacy' || listed === undefined) return headers
  const callers = headers.keys().filter((name) => name.startsWith('mcp-param-'))
  for (const name of callers.toArray()) headers.delete(name)
  const repeated = argumentHeaders(listed, renamed.params['arguments'])
  for (const [name, value] of Object.entries(repeated)) headers.set(name, value)
  return headers
}

/** The rest of a cut result is with the connection that it came over. */
async function readOn(deps: HandlerDependencies, arrival: Arrival, call: MergedCall): Promise<Response> {
  const { caller, message } = call
  const given = message.params['arguments']
  const name = isObject(given) ? String(given['continuation']) : ''
  const connected = await connectedBy(deps, caller)
  const source = connected.find(({ connection: { id } }) => deps.rests.read(id, name) !== undefined)
  const { endpoint } = source ?? connected[0] ?? {}
  if (endpoint === undefined || deps.limits.continuation === 'off') throw unknownTool(readMoreTool.name)
  // Without a source any of them says that the rest is gone.
  return await answerOne(deps, arrival, { endpoint, caller, message, session: 'gateway' })
}
