/** Which messages the exemplary server refuses, and how. Each guard looks at one thing. */
import type { Json, JsonObject } from './content.ts'
import type { Call, Plan } from './plan.ts'
import { isObject, refusal, type Reply } from './reply.ts'

export type Guard = (call: Call, plan: Plan) => Reply | undefined

const metaPrefix = 'io.modelcontextprotocol/'
const named: Readonly<Record<string, string>> = {
  'tools/call': 'name',
  'prompts/get': 'name',
  'resources/read': 'uri',
}

export const guards: readonly (readonly [name: string, Guard])[] = [
  ['shape', refuseShape],
  ['initialize', refuseInitialize],
  ['meta', refuseMissingMeta],
  ['version', refuseUnknownVersion],
  ['header', refuseOtherHeader],
  ['session', refuseSession],
  ['version-header', refuseVersionHeader],
]

function refuseShape({ message, method, era }: Call): Reply | undefined {
  const { jsonrpc, id } = message
  const isResponse = era === 'legacy' && ('result' in message || 'error' in message)
  const fits = id === undefined || typeof id === 'string' || typeof id === 'number'
  if (jsonrpc === '2.0' && fits && (method !== '' || isResponse)) return undefined
  return refusal(400, null, -32600, 'This is no JSON-RPC 2.0 message: it needs jsonrpc, a method and an id.')
}

/** Clients from before 2026-07-28 cannot move on, so they are told which versions there are. */
function refuseInitialize({ method, id }: Call, { eras, modernVersions }: Plan): Reply | undefined {
  if (eras !== 'modern' || method !== 'initialize') return undefined
  return refusal(400, id, -32022, `This server speaks MCP ${modernVersions.join(', ')} only.`, {
    supported: [...modernVersions],
  })
}

function refuseMissingMeta({ era, params, id }: Call): Reply | undefined {
  if (era !== 'modern' || id === undefined) return undefined
  const missing = ['protocolVersion', 'clientCapabilities'].find(
    (key) => metaOf(params)[metaPrefix + key] === undefined,
  )
  if (missing === undefined) return undefined
  return refusal(400, id, -32602, `params._meta lacks ${metaPrefix}${missing}. Send it with every request.`)
}

function refuseUnknownVersion({ era, params, id, headers }: Call, plan: Plan): Reply | undefined {
  const asked = metaOf(params)[`${metaPrefix}protocolVersion`]
  if (era !== 'modern' || asked === undefined || plan.modernVersions.some((each) => each === asked))
    return undefined
  const header = headers['mcp-protocol-version']
  if (header !== undefined && header !== asked) return undefined
  const supported = [...plan.modernVersions, ...(plan.eras === 'both' ? plan.legacyVersions : [])]
  return refusal(400, id, -32022, `Protocol version ${JSON.stringify(asked)} is not known here.`, {
    supported,
    requested: asked,
  })
}

function refuseOtherHeader({ era, params, method, id, headers }: Call): Reply | undefined {
  if (era !== 'modern' || id === undefined) return undefined
  const key = named[method]
  const pairs: [string, Json | undefined][] = [
    ['mcp-protocol-version', metaOf(params)[`${metaPrefix}protocolVersion`]],
    ['mcp-method', method],
    ...(key === undefined ? [] : [['mcp-name', params[key]] as [string, Json | undefined]]),
  ]
  const other = pairs.find(([header, value]) => decoded(headers[header]) !== value)
  if (!other) return undefined
  const [header] = other
  return refusal(400, id, -32020, `The header ${header} must be there and say the same as the body.`)
}

function refuseSession({ era, method, headers, id }: Call, { sessions }: Plan): Reply | undefined {
  if (era !== 'legacy' || method === 'initialize') return undefined
  const session = headers['mcp-session-id']
  if (session === undefined) {
    return refusal(400, id, -32000, 'The header Mcp-Session-Id is missing. Call initialize first.')
  }
  if (sessions.has(String(session))) return undefined
  return refusal(404, id, -32001, 'This session is not known any more. Call initialize again.')
}

function refuseVersionHeader(
  { era, method, headers, id }: Call,
  { legacyVersions }: Plan,
): Reply | undefined {
  if (era !== 'legacy' || method === 'initialize') return undefined
  const version = headers['mcp-protocol-version']
  if (version === undefined || legacyVersions.includes(String(version))) return undefined
  return refusal(
    400,
    id,
    -32000,
    `Protocol version ${String(version)} is not one of ${legacyVersions.join(', ')}.`,
  )
}

export function metaOf(params: JsonObject): JsonObject {
  const { _meta } = params
  return isObject(_meta) ? _meta : {}
}

function decoded(header: string | string[] | undefined): string | undefined {
  const text = String(header ?? '')
  const inner = /^=\?base64\?(.*)\?=$/.exec(text)?.[1]
  if (inner !== undefined) return Buffer.from(inner, 'base64').toString('utf8')
  return header === undefined ? undefined : text
}
