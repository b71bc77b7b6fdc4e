import type { ReadHeaders } from '../arrival.ts'
import { isFor, type Endpoint } from '../../catalogue/index.ts'
import { encodeHeaderValue, metaKeys } from '@connectory/wire'
import type { Caller } from '../gateway.ts'
import { answerOne, type Arrival, type HandlerDependencies } from '../handle-post.ts'
import { membersOf, replaceSpans, type Member } from '../json-span.ts'
import { liveEndpoint } from '../live-endpoint.ts'
import { isObject, parseMessage, uniqueMembers, type RequestMessage } from '../message.ts'
import { readMoreTool } from '../read-more.ts'
import type { ListedTool } from '../read-tool-list.ts'
import { argumentHeaders } from '../repeat-arguments.ts'
import { codes, Refusal } from '../rpc-error.ts'
import type { Era } from '../../telemetry/index.ts'
import { ownersOf } from './merge-lists.ts'
import { callTool, searchTool } from './own-tools.ts'
import { connectedBy } from './sources.ts'
import { isSlug, offeredName, splitName } from './tool-names.ts'

export interface MergedCall {
  readonly caller: Caller
  readonly message: RequestMessage
  readonly era: Era
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
  const { caller, message } = call
  const name = message.params['name']
  if (typeof name !== 'string') throw unknownTool('')
  if (name === readMoreTool.name) return await readOn(deps, arrival, call)
  const wanted = name === callTool.name ? wantedIn(message) : { name, argumentsText: undefined }
  const endpoint = await ownerOf(deps, caller, wanted.name)
  const tool = await toolAt(deps, { endpoint, caller }, wanted.name)
  const renamed = rename(message, tool.name, wanted.argumentsText)
  const headers = headersFor(arrival.headers, call.era, { renamed, listed: tool.listed })
  return await answerOne(
    deps,
    { headers, signal: arrival.signal },
    { endpoint, caller, message: renamed, session: 'gateway' },
  )
}

interface Wanted {
  readonly name: string
  /** The arguments inside the arguments, as they came. */
  readonly argumentsText: string | undefined
}

function wantedIn({ text, members, params }: RequestMessage): Wanted {
  const given = params['arguments']
  const name = isObject(given) ? given['name'] : undefined
  const ours: readonly unknown[] = [callTool.name, searchTool.name, readMoreTool.name]
  if (!isObject(given) || typeof name !== 'string' || ours.includes(name)) {
    throw new Refusal(
      200,
      codes.invalidParams,
      `${callTool.name} needs the name of a tool that ${searchTool.name} has found, and its arguments.`,
    )
  }
  const outer = members.get('params')
  const inside = outer && uniqueMembers(text, outer.valueStart, '"params"').get('arguments')
  const own = inside && uniqueMembers(text, inside.valueStart, '"arguments"').get('arguments')
  return { name, argumentsText: own === undefined ? '{}' : text.slice(own.valueStart, own.end) }
}

/** @throws Refusal */
async function ownerOf(deps: HandlerDependencies, caller: Caller, name: string): Promise<Endpoint> {
  const parts = splitName(name)
  if (parts === undefined) throw unknownTool(name)
  if (isSlug(parts.prefix)) {
    const endpoint = liveEndpoint(await deps.catalogue.endpointOf(parts.prefix))
    if (endpoint !== undefined && isFor(endpoint, caller)) return endpoint
    throw unknownTool(name)
  }
  const owner = ownersOf(await connectedBy(deps, caller)).get(parts.prefix)
  if (owner === undefined) throw unknownTool(name)
  return owner
}

interface Target {
  readonly name: string
  readonly listed: ListedTool | undefined
}

/** The tool under the name that its server gave it. What is in no list may still be there: its server knows. */
async function toolAt(
  deps: HandlerDependencies,
  { endpoint, caller }: { readonly endpoint: Endpoint; readonly caller: Caller },
  name: string,
): Promise<Target> {
  const { person, organisation } = caller
  const connection = await deps.connections.find({ person, organisation, listing: endpoint.listing })
  const asOffered = { name: splitName(name)?.rest ?? name, listed: undefined }
  if (connection?.state !== 'connected') return asOffered
  const { tools = [] } = await deps.lists.of({ endpoint, caller, connection: connection.id })
  const listed = tools.find((tool) => offeredName(endpoint.slug, tool.name) === name)
  return listed === undefined ? asOffered : { name: listed.name, listed }
}

function unknownTool(name: string): Refusal {
  return new Refusal(200, codes.invalidParams, `There is no tool "${name.slice(0, 200)}" here.`)
}

/** The same call under another name, everything else byte for byte but for abilities that stop at this endpoint. */
function rename(message: RequestMessage, name: string, argumentsText: string | undefined): RequestMessage {
  const { text, members } = message
  const params = members.get('params')
  if (params === undefined) throw unknownTool(name)
  const inside = uniqueMembers(text, params.valueStart, '"params"')
  const replaced = [
    ...spanOf(inside.get('name'), JSON.stringify(name)),
    ...(argumentsText === undefined ? [] : spanOf(inside.get('arguments'), argumentsText)),
    ...abilities(text, inside.get('_meta')),
  ]
  const renamed = parseMessage(Buffer.from(replaceSpans(text, replaced)))
  if (renamed.kind !== 'request') throw new Error('A renamed call is no request any more.')
  return renamed
}

function spanOf(member: Member | undefined, by: string) {
  return member === undefined ? [] : [{ start: member.valueStart, end: member.end, by }]
}

/** What a server may answer with beside results. Extensions have methods of their own, which cannot be told apart here. */
const kept = ['elicitation', 'sampling', 'roots']

function abilities(text: string, meta: Member | undefined) {
  if (meta === undefined || text[meta.valueStart] !== '{') return []
  const claimed = membersOf(text, meta.valueStart).find(({ name }) => name === metaKeys.clientCapabilities)
  if (claimed === undefined || text[claimed.valueStart] !== '{') return []
  const passed = membersOf(text, claimed.valueStart)
    .filter(({ name }) => kept.includes(name))
    .map(({ start, end }) => text.slice(start, end))
  return spanOf(claimed, `{${passed.join(',')}}`)
}

/** The headers that repeat the body: with another name, and arguments as the tool's own schema wants them. */
function headersFor(
  given: ReadHeaders,
  era: Era,
  { renamed, listed }: { readonly renamed: RequestMessage; readonly listed: ListedTool | undefined },
): Headers {
  const headers = new Headers([...given])
  if (era === 'legacy') return headers
  headers.set('mcp-name', encodeHeaderValue(String(renamed.params['name'])))
  if (listed === undefined) return headers
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
