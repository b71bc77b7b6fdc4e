/** From a message to its HTTP answer: the era, the guards, the method, and the form that the caller reads. */
import type { IncomingHttpHeaders } from 'node:http'
import type { Json, JsonObject } from './content.ts'
import { metaOf } from './guards.ts'
import { RpcError } from './methods.ts'
import type { Call, Plan } from './plan.ts'
import { isObject, jsonReply, type Reply } from './reply.ts'

export function answerTo(plan: Plan, headers: IncomingHttpHeaders, message: Json): [Reply, Call?] {
  if (Array.isArray(message)) return [batch(plan, headers, message)]
  const call = callOf(plan, headers, isObject(message) ? message : {})
  for (const guard of plan.guards.values()) {
    const refused = guard(call, plan)
    if (refused) return [refused, call]
  }
  if (call.id === undefined || call.method === '') return [{ status: 202, headers: {}, body: '' }, call]
  return [dressed(messageFor(plan, call), call, plan), call]
}

/** Only a server without the gate "batch" comes here. */
function batch(plan: Plan, headers: IncomingHttpHeaders, messages: readonly Json[]): Reply {
  const replies = messages.map((each) => answerTo(plan, headers, each)[0].body.toString())
  const answers = replies.filter((body) => body !== '').map((body) => JSON.parse(body) as Json)
  return answers.length > 0 ? jsonReply(200, answers) : { status: 202, headers: {}, body: '' }
}

function callOf(plan: Plan, headers: IncomingHttpHeaders, message: JsonObject): Call {
  const params = isObject(message['params']) ? message['params'] : {}
  const method = typeof message['method'] === 'string' ? message['method'] : ''
  const era = eraOf(plan, headers, method, params)
  return { era, headers, message, method, params, id: message['id'] }
}

/** A server of both eras tells them apart by what only one of them sends. */
function eraOf(
  { eras, modernVersions }: Plan,
  headers: IncomingHttpHeaders,
  method: string,
  params: JsonObject,
): Call['era'] {
  if (eras !== 'both') return eras
  if (method === 'initialize' || headers['mcp-session-id'] !== undefined) return 'legacy'
  const version = String(headers['mcp-protocol-version'] ?? '')
  const marked =
    headers['mcp-method'] !== undefined || Object.keys(metaOf(params)).some((key) => key.startsWith('io.'))
  return marked || method === 'server/discover' || modernVersions.includes(version) ? 'modern' : 'legacy'
}

function messageFor(plan: Plan, call: Call): JsonObject {
  const answer: JsonObject = { jsonrpc: '2.0', id: call.id ?? null, ...outcomeOf(plan, call) }
  for (const change of plan.onAnswer) change(answer, call)
  return answer
}

function outcomeOf(plan: Plan, call: Call): JsonObject {
  const { era, method: name } = call
  const method = era === 'modern' && name === 'initialize' ? undefined : plan.methods.get(name)
  if (!method) return { error: { code: -32601, message: `Method not found: ${name}` } }
  try {
    const result = structuredClone(method(call, plan))
    if (era === 'legacy') return { result }
    const _meta = { 'io.modelcontextprotocol/serverInfo': plan.serverInfo }
    return { result: { resultType: 'complete', ...result, _meta } }
  } catch (error) {
    if (error instanceof RpcError) return { error: { code: error.code, message: error.message } }
    throw error
  }
}

/** As JSON, or as an event stream for those who read nothing else; with a session where one begins. */
function dressed(answer: JsonObject, call: Call, plan: Plan): Reply {
  const { accept = '*/*' } = call.headers
  const unknown = call.era === 'modern' && isObject(answer['error']) && answer['error']['code'] === -32601
  const reply = jsonReply(unknown ? 404 : 200, answer)
  if (!/application\/(json|\*)|\*\/\*/.test(accept)) stream(reply)
  if (call.method === 'initialize' && 'result' in answer) {
    const session = plan.newSession()
    plan.sessions.add(session)
    reply.headers['mcp-session-id'] = session
  }
  return reply
}

/** Turns an answer into an event stream of one event. */
export function stream(reply: Reply): void {
  Object.assign(reply.headers, {
    'content-type': 'text/event-stream',
    'cache-control': 'no-cache',
    'x-accel-buffering': 'no',
  })
  reply.body = `event: message\ndata: ${reply.body.toString()}\n\n`
}
