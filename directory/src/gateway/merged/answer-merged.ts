import type { Era } from '../../telemetry/index.ts'
import type { Posted } from '../arrival.ts'
import { agreedVersion, callerEra, knownVersions } from '../caller-era.ts'
import { addedForNewer, cacheHint } from '../carried.ts'
import { gatewayClient } from '../clean-message.ts'
import type { Caller } from '../gateway.ts'
import type { Arrival, HandlerDependencies } from '../handle-post.ts'
import { tooMany, withTurn } from '../limit-rate.ts'
import { isObject, parseMessage, type RequestMessage } from '../message.ts'
import { readBody } from '../read-body.ts'
import { codes, errorResponse, Refusal, type RpcId } from '../rpc-error.ts'
import { callOffered } from './call-offered.ts'
import { writeTool } from './merge-lists.ts'
import { ownTools, searchTool } from './own-tools.ts'
import { searchTools, writeFound } from './search-tools.ts'
import { connectedBy, mergedListOf } from './sources.ts'
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
    const era = callerEra(message, request.headers)
    if (message.kind === 'request') return await answerRequest(deps, request, { caller, message, era })
    const { headers } = request
    deps.running.cancel({ message, headers, caller, session: 'gateway' })
    return new Response(null, { status: 202 })
  } catch (error) {
    if (error instanceof Refusal) return errorResponse(error, id)
    throw error
  }
}

interface Asked {
  readonly caller: Caller
  readonly message: RequestMessage
  readonly era: Era
}

async function answerRequest(deps: HandlerDependencies, arrival: Arrival, asked: Asked): Promise<Response> {
  const { caller, message } = asked
  const { method, params } = message
  const searches = method === 'tools/call' && params['name'] === searchTool.name
  // A call is counted where its server is known.
  if (method === 'tools/call' && !searches) return await callOffered(deps, arrival, asked)
  const turn = deps.rates.take({ person: caller.person, listing: undefined, tool: undefined })
  if (turn.refused !== undefined) {
    return withTurn(errorResponse(tooMany(turn.refused, deps.config.instanceName), message.id), turn)
  }
  const result = searches ? await search(deps, asked) : await ownAnswer(deps, asked)
  return withTurn(answer(message.id, result), turn)
}

/** @returns the result as text @throws Refusal for a method that is not offered here */
async function ownAnswer(deps: HandlerDependencies, { caller, message, era }: Asked): Promise<string> {
  const { method, params } = message
  if (method === 'tools/list') return await list(deps, caller, era)
  if (era === 'legacy' && method === 'ping') return '{}'
  if (era === 'legacy' && method === 'initialize') {
    return JSON.stringify({
      protocolVersion: agreedVersion(params['protocolVersion']),
      capabilities: { tools: {} },
      serverInfo: gatewayClient,
      ...(await introduction(deps, caller)),
    })
  }
  if (era === 'modern' && method === 'server/discover') {
    return JSON.stringify({
      resultType: 'complete',
      supportedVersions: knownVersions,
      capabilities: { tools: {} },
      ...(await introduction(deps, caller)),
      ...cacheHint,
      _meta: { 'io.modelcontextprotocol/serverInfo': gatewayClient },
    })
  }
  throw new Refusal(
    era === 'modern' ? 404 : 200,
    codes.methodNotFound,
    `"${method}" is not offered at the endpoint for all connectors, which has their tools alone. A connector's own endpoint has whatever its server has.`,
  )
}

async function list(deps: HandlerDependencies, caller: Caller, era: Era): Promise<string> {
  const { tools, leftOut } = await mergedListOf(deps, caller)
  const few = tools.length <= deps.limits.mergedTools
  // What is missing can be asked for as well: a search says why it is not there.
  const own = ownTools(few && leftOut.length === 0 ? 'all' : 'some', deps.limits.continuation !== 'off')
  const written = [...(few ? tools.map(writeTool) : []), ...own]
  const members = [
    `"tools":[${written.join(',')}]`,
    ...(leftOut.length === 0 ? [] : [`"_meta":${JSON.stringify({ 'connectory/left-out': leftOut })}`]),
    ...(era === 'modern' ? addedForNewer('tools/list') : []),
  ]
  return `{${members.join(',')}}`
}

async function search(deps: HandlerDependencies, { caller, message, era }: Asked): Promise<string> {
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
  const found = searchTools(merged.tools, { text: query, connector, limit: Number(limit) })
  const envelope = era === 'modern' ? { resultType: 'complete' } : {}
  return JSON.stringify({ ...envelope, ...writeFound(merged, found, deps.limits.resultTokens) })
}

const mostNamed = 50

/** What a model is told at the beginning. */
async function introduction(
  deps: HandlerDependencies,
  caller: Caller,
): Promise<{ readonly instructions: string }> {
  const connected = (await connectedBy(deps, caller)).slice(0, mostNamed)
  const names = connected.map(({ endpoint: { slug, name } }) => `${prefixOf(slug)}__ (${name})`).toSorted()
  const sentence =
    names.length === 0
      ? `Nothing is connected yet. Connectors are found at ${deps.config.publicUrl.href}`
      : `The name of a tool begins with that of its connector: ${names.join(', ')}.`
  return {
    instructions: `Tools of the connectors that this person uses through ${deps.config.instanceName}. ${sentence}`,
  }
}

function answer(id: RpcId, result: string): Response {
  const text = `{"jsonrpc":"2.0","id":${JSON.stringify(id)},"result":${result}}`
  return new Response(text, { headers: { 'content-type': 'application/json' } })
}
