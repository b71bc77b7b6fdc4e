import type { Era } from '../../telemetry/index.ts'
import type { Posted } from '../arrival.ts'
import { agreedVersion, callerEra, knownVersions } from '../caller-era.ts'
import { addedForNewer, cacheHint } from '../carried.ts'
import { gatewayClient } from '../clean-message.ts'
import type { Caller } from '../gateway.ts'
import type { Arrival, HandlerDependencies } from '../handle-post.ts'
import { tooMany, withTurn } from '../limit-rate.ts'
import { isObject, parseMessage, type JsonObject } from '../message.ts'
import { readBody } from '../read-body.ts'
import { codes, errorResponse, Refusal, type RpcId } from '../rpc-error.ts'
import { beginSession, begunSession } from './begin-session.ts'
import { callOffered, type MergedCall } from './call-offered.ts'
import { listenOffered } from './listen-offered.ts'
import { listedBy, listOffered } from './list-offered.ts'
import { writeOffered } from './merge-lists.ts'
import { ownTools, searchTool } from './own-tools.ts'
import { reaching, reachOffered } from './reach-offered.ts'
import { searchTools, writeFound } from './search-tools.ts'
import { announcedBy, connectedBy, mergedListOf, type Announced } from './sources.ts'
import { prefixOf } from './tool-names.ts'

/** One message of a caller to the endpoint for everything that they have connected. */
export async function answerMerged(
  deps: HandlerDependencies,
  request: Posted,
  caller: Caller,
): Promise<Response> {
  let id: RpcId = null
  try {
    const message = parseMessage(await readBody(request, deps.limits.requestBytes))
    if (message.kind === 'request') id = message.id
    const { headers } = request
    const era = callerEra(message, headers)
    if (message.kind === 'request') {
      const opens = era === 'modern' || message.method === 'initialize'
      const begun = opens ? undefined : await begunSession(deps, caller, headers)
      return await answerRequest(deps, request, { caller, message, era, begun })
    }
    const told = { message, headers, caller, session: 'gateway' } as const
    deps.running.cancel(told)
    deps.questions.answer(told)
    return new Response(null, { status: 202 })
  } catch (error) {
    if (error instanceof Refusal) return errorResponse(error, id)
    throw error
  }
}

async function answerRequest(
  deps: HandlerDependencies,
  arrival: Arrival,
  asked: MergedCall,
): Promise<Response> {
  const { caller, message, era } = asked
  const { method, params } = message
  const searches = method === 'tools/call' && params['name'] === searchTool.name
  // A call is counted where its server is known.
  if (method === 'tools/call' && !searches) return await callOffered(deps, arrival, asked)
  if (era === 'modern' && method === 'subscriptions/listen') return await listenOffered(deps, arrival, asked)
  if (reaching.has(method)) return await reachOffered(deps, arrival, asked)
  const turn = deps.rates.take({ person: caller.person, listing: undefined, tool: undefined })
  if (turn.refused !== undefined) {
    return withTurn(errorResponse(tooMany(turn.refused, deps.config.instanceName), message.id), turn)
  }
  const result = searches ? await search(deps, asked) : await ownAnswer(deps, asked)
  const answered = withTurn(answer(message.id, result), turn)
  if (era === 'legacy' && method === 'initialize') {
    answered.headers.set('mcp-session-id', beginSession(deps, caller, params))
  }
  return answered
}

/** @returns the result as text @throws Refusal for a method that is not offered here */
async function ownAnswer(deps: HandlerDependencies, asked: MergedCall): Promise<string> {
  const { caller, message, era } = asked
  const { method, params } = message
  const kind = listedBy.get(method)
  if (kind !== undefined) return await listOffered(deps, asked, kind)
  if (method === 'tools/list') return await list(deps, caller, era)
  if (era === 'legacy' && method === 'ping') return '{}'
  if (era === 'legacy' && method === 'initialize') {
    return JSON.stringify({
      protocolVersion: agreedVersion(params['protocolVersion']),
      serverInfo: gatewayClient,
      ...(await introduction(deps, caller, era)),
    })
  }
  if (era === 'modern' && method === 'server/discover') {
    return JSON.stringify({
      resultType: 'complete',
      supportedVersions: knownVersions,
      ...(await introduction(deps, caller, era)),
      ...cacheHint,
      _meta: { 'io.modelcontextprotocol/serverInfo': gatewayClient },
    })
  }
  throw new Refusal(
    era === 'modern' ? 404 : 200,
    codes.methodNotFound,
    `"${method}" is not offered at the endpoint for all connectors, which has their tools, prompts and resources. A connector's own endpoint has whatever its server has.`,
  )
}

async function list(deps: HandlerDependencies, caller: Caller, era: Era): Promise<string> {
  const { items, leftOut } = await mergedListOf(deps, caller)
  const few = items.length <= deps.limits.mergedTools
  // What is missing can be asked for as well: a search says why it is not there.
  const own = ownTools(few && leftOut.length === 0 ? 'all' : 'some', deps.limits.continuation !== 'off')
  const written = [...(few ? items.map(writeOffered) : []), ...own]
  const members = [
    `"tools":[${written.join(',')}]`,
    ...(leftOut.length === 0 ? [] : [`"_meta":${JSON.stringify({ 'connectory/left-out': leftOut })}`]),
    ...(era === 'modern' ? addedForNewer('tools/list') : []),
  ]
  return `{${members.join(',')}}`
}

async function search(deps: HandlerDependencies, { caller, message, era }: MergedCall): Promise<string> {
  const given = message.params['arguments']
  const { query, connector, limit = 8 } = isObject(given) ? given : {}
  const fits = typeof query === 'string' && (connector === undefined || typeof connector === 'string')
  if (!fits || !Number.isInteger(limit) || Number(limit) < 1 || Number(limit) > 25) {
    throw new Refusal(
      200,
      codes.invalidParams,
      `${searchTool.name} needs a query, and a limit from 1 to 25 if any.`,
    )
  }
  const merged = await mergedListOf(deps, caller)
  const found = searchTools(merged.items, { text: query, connector, limit: Number(limit) })
  const envelope = era === 'modern' ? { resultType: 'complete' } : {}
  return JSON.stringify({ ...envelope, ...writeFound(merged, found, deps.limits.resultTokens) })
}

const mostNamed = 50

/** What the endpoint has, and what a model is told at the beginning. */
async function introduction(
  deps: HandlerDependencies,
  caller: Caller,
  era: Era,
): Promise<{ readonly capabilities: JsonObject; readonly instructions: string }> {
  const connected = await connectedBy(deps, caller)
  const named = connected.slice(0, mostNamed)
  const names = named.map(({ endpoint: { slug, name } }) => `${prefixOf(slug)}__ (${name})`).toSorted()
  const sentence =
    names.length === 0
      ? `Nothing is connected yet. Connectors are found at ${deps.config.publicUrl.href}`
      : `The name of a tool or prompt begins with that of its connector: ${names.join(', ')}.`
  return {
    capabilities: capabilitiesOf(await announcedBy(deps, caller, connected), era),
    instructions: `Tools, prompts and resources of the connectors that this person uses through ${deps.config.instanceName}. ${sentence}`,
  }
}

/** Tools are here in any case, if only to search them; the rest is here when some connector has it. */
function capabilitiesOf(announced: readonly Announced[], era: Era): JsonObject {
  const has = (name: string): boolean => announced.some(({ capabilities }) => capabilities.has(name))
  const subscribe =
    era === 'modern' && announced.some(({ capabilities }) => subscribes(capabilities.get('resources')))
  return {
    tools: { listChanged: true },
    ...(has('prompts') && { prompts: { listChanged: true } }),
    ...(has('resources') && { resources: { listChanged: true, ...(subscribe && { subscribe }) } }),
    ...(has('completions') && { completions: {} }),
  }
}

function subscribes(said: unknown): boolean {
  return isObject(said) && said['subscribe'] === true
}

function answer(id: RpcId, result: string): Response {
  const text = `{"jsonrpc":"2.0","id":${JSON.stringify(id)},"result":${result}}`
  return new Response(text, { headers: { 'content-type': 'application/json' } })
}
