import type { Endpoint } from '../../catalogue/index.ts'
import { codeForNewer } from '../carried.ts'
import { answerOne, type Arrival, type HandlerDependencies } from '../handle-post.ts'
import { replaceSpans } from '../json-span.ts'
import { isObject, uniqueMembers, type RequestMessage } from '../message.ts'
import { codes, Refusal } from '../rpc-error.ts'
import type { Era } from '../../telemetry/index.ts'
import { namingOf, ownParams, type MergedCall } from './call-offered.ts'
import { connectorOf, listedAs, ownerOfName } from './offered-by.ts'
import { splitUri } from './offered-uris.ts'
import { headersNaming, paramText, withParams } from './rename.ts'
import { splitName } from './tool-names.ts'

/** What goes to the one server whose prompt or resource it names. */
export const reaching: ReadonlySet<string> = new Set(['prompts/get', 'resources/read', 'completion/complete'])

/** One of these requests, the way that it would go at the connector's own endpoint. @throws Refusal when nobody has that */
export async function reachOffered(
  deps: HandlerDependencies,
  arrival: Arrival,
  call: MergedCall,
): Promise<Response> {
  const { caller, era, message, begun } = call
  const { method } = message
  const at = method === 'completion/complete' ? await completedAt(deps, call) : await namedAt(deps, call)
  const { endpoint, name } = at
  return await answerOne(
    deps,
    { headers: headersNaming(arrival.headers, era, name), signal: arrival.signal },
    { endpoint, caller, message: at.message, session: 'gateway', naming: namingOf(endpoint), begun },
  )
}

interface At {
  readonly endpoint: Endpoint
  readonly message: RequestMessage
  /** What the headers of a newer caller repeat. */
  readonly name: string | undefined
}

async function namedAt(deps: HandlerDependencies, call: MergedCall): Promise<At> {
  const { message } = call
  const member = message.method === 'prompts/get' ? 'name' : 'uri'
  const { endpoint, name } = await find(deps, call, { [member]: message.params[member] })
  const own = { ...ownParams(message, endpoint), [member]: JSON.stringify(name) }
  return { endpoint, message: withParams(message, own), name }
}

/** A completion names what it is for inside its params. */
async function completedAt(deps: HandlerDependencies, call: MergedCall): Promise<At> {
  const { message } = call
  const { ref } = message.params
  const text = paramText(message, 'ref')
  if (!isObject(ref) || text === undefined) throw unknown(call.era, undefined)
  const member = ref['type'] === 'ref/resource' ? 'uri' : 'name'
  const { endpoint, name } = await find(deps, call, { [member]: ref[member] })
  const named = uniqueMembers(text, 0, '"ref"').get(member)
  if (named === undefined) throw unknown(call.era, undefined)
  const by = JSON.stringify(name)
  const written = replaceSpans(text, [{ start: named.valueStart, end: named.end, by }])
  return { endpoint, message: withParams(message, { ref: written }), name: undefined }
}

interface Sought {
  readonly name?: unknown
  readonly uri?: unknown
}

/** @returns whose it is, and how its server calls it @throws Refusal */
async function find(
  deps: HandlerDependencies,
  { caller, era }: MergedCall,
  { name, uri }: Sought,
): Promise<{ readonly endpoint: Endpoint; readonly name: string }> {
  if (typeof name === 'string') {
    const endpoint = await ownerOfName(deps, caller, name)
    if (endpoint === undefined) throw unknown(era, `There is no prompt "${name.slice(0, 200)}" here.`)
    const listed = await listedAs(deps, { endpoint, caller, kind: 'prompts' }, name)
    return { endpoint, name: listed?.name ?? splitName(name)?.rest ?? name }
  }
  const parts = typeof uri === 'string' ? splitUri(uri) : undefined
  const endpoint = parts && (await connectorOf(deps, caller, parts.slug))
  if (typeof uri !== 'string') throw unknown(era, undefined)
  if (parts === undefined || endpoint === undefined) {
    throw unknown(era, `There is no resource "${uri.slice(0, 200)}" here.`, codes.resourceNotFound)
  }
  return { endpoint, name: parts.uri }
}

function unknown(era: Era, sentence: string | undefined, olderCode: number = codes.invalidParams): Refusal {
  const code = era === 'modern' ? codeForNewer(olderCode) : olderCode
  return new Refusal(200, code, sentence ?? 'The params name neither a prompt nor a resource.')
}
