/** What the exemplary server can: one function for each JSON-RPC method. */
import { Ajv2020 } from 'ajv/dist/2020.js'
import { guide, promptMessages, ToolMistake, type Json, type JsonObject } from './content.ts'
import type { Call, Plan } from './plan.ts'
import { isObject, quoted } from './reply.ts'

export type Method = (call: Call, plan: Plan) => JsonObject

/** An error as JSON-RPC has it. */
export class RpcError extends Error {
  override readonly name = 'RpcError'
  readonly code: number

  constructor(code: number, message: string) {
    super(message)
    this.code = code
  }
}

const cached = { ttlMs: 60_000, cacheScope: 'public' }

export const methods: readonly (readonly [name: string, Method])[] = [
  ['initialize', initialize],
  ['ping', ping],
  ['server/discover', discover],
  ['tools/list', listTools],
  ['tools/call', callTool],
  ['prompts/list', (call, { prompts }) => listOf(call, 'prompts', prompts)],
  ['prompts/get', getPrompt],
  ['resources/list', (call, { resources }) => listOf(call, 'resources', resources)],
  ['resources/templates/list', (call) => listOf(call, 'resourceTemplates', [])],
  ['resources/read', readResource],
]

function initialize(
  { params }: Call,
  { legacyVersions, capabilities, serverInfo, instructions }: Plan,
): JsonObject {
  const asked = params['protocolVersion']
  if (typeof asked !== 'string') throw new RpcError(-32602, 'params.protocolVersion is missing.')
  return {
    protocolVersion: legacyVersions.includes(asked) ? asked : (legacyVersions[0] ?? asked),
    capabilities,
    serverInfo,
    ...(instructions === undefined ? {} : { instructions }),
  }
}

function ping({ era }: Call): JsonObject {
  if (era === 'modern') throw new RpcError(-32601, 'Method not found: ping')
  return {}
}

function discover(
  { era }: Call,
  { eras, modernVersions, legacyVersions, capabilities, instructions }: Plan,
): JsonObject {
  if (era === 'legacy') throw new RpcError(-32601, 'Method not found: server/discover')
  return {
    supportedVersions: [...modernVersions, ...(eras === 'both' ? legacyVersions : [])],
    capabilities,
    ...(instructions === undefined ? {} : { instructions }),
    ...cached,
  }
}

function listTools({ params, era }: Call, { tools, pageSize }: Plan): JsonObject {
  const start = offsetOf(params['cursor'], tools.length)
  const end = start + pageSize
  return {
    tools: tools.slice(start, end) as JsonObject[],
    ...(end < tools.length ? { nextCursor: cursorOf(end) } : {}),
    ...(era === 'modern' ? cached : {}),
  }
}

/** Other lists are short and have one page, so that no cursor can be right. */
function listOf({ params, era }: Call, name: string, entries: JsonObject[]): JsonObject {
  if (params['cursor'] !== undefined) throw new RpcError(-32602, 'This cursor is not known.')
  return { [name]: entries, ...(era === 'modern' ? cached : {}) }
}

export function cursorOf(offset: number): string {
  return Buffer.from(`from ${offset}`).toString('base64url')
}

function offsetOf(cursor: Json | undefined, count: number): number {
  if (cursor === undefined) return 0
  const text = typeof cursor === 'string' ? Buffer.from(cursor, 'base64url').toString() : ''
  const offset = Number(/^from (\d{1,6})$/.exec(text)?.[1])
  if (offset > 0 && offset < count) return offset
  throw new RpcError(-32602, 'This cursor is not known. Ask for tools/list without a cursor.')
}

function callTool({ params }: Call, { tools, runs }: Plan): JsonObject {
  const { name, arguments: given = {} } = params
  const tool = tools.find((each) => each.name === name)
  const run = runs.get(quoted(name))
  if (!tool || !run) throw new RpcError(-32602, `Unknown tool: ${quoted(name)}`)
  const wrong = wrongIn(tool.inputSchema, given)
  if (wrong !== undefined || !isObject(given)) return mistake(`${wrong ?? 'arguments must be an object'}.`)
  try {
    const result = run(given)
    const content = [{ type: 'text', text: JSON.stringify(result) }]
    return tool.outputSchema === undefined ? { content } : { content, structuredContent: result }
  } catch (error) {
    if (error instanceof ToolMistake) return mistake(error.message)
    throw error
  }
}

function mistake(text: string): JsonObject {
  return { content: [{ type: 'text', text }], isError: true }
}

const compiled = new Map<string, ReturnType<typeof compile>>()

/** What the schema says against the arguments; a schema that a fault broke says nothing. */
function wrongIn(schema: JsonObject, given: Json): string | undefined {
  const key = JSON.stringify(schema)
  const judge = compiled.has(key) ? compiled.get(key) : compile(schema)
  compiled.set(key, judge)
  return judge?.(given)
}

function compile(schema: JsonObject): ((given: Json) => string | undefined) | undefined {
  const ajv = new Ajv2020({ strict: false, validateFormats: false })
  try {
    const validate = ajv.compile(schema)
    return (given) => {
      const fits = validate(given)
      return fits ? undefined : ajv.errorsText(validate.errors, { dataVar: 'arguments' })
    }
  } catch {
    return undefined
  }
}

function getPrompt({ params }: Call, { prompts }: Plan): JsonObject {
  const { name, arguments: given = {} } = params
  if (!prompts.some((each) => each['name'] === name))
    throw new RpcError(-32602, `Unknown prompt: ${quoted(name)}`)
  if (!isObject(given) || typeof given['subject'] !== 'string')
    throw new RpcError(-32602, 'The argument subject is missing.')
  return promptMessages(given)
}

function readResource({ params, era }: Call, { resources }: Plan): JsonObject {
  const resource = resources.find((each) => each['uri'] === params['uri'])
  if (!resource)
    throw new RpcError(era === 'modern' ? -32602 : -32002, `Unknown resource: ${quoted(params['uri'])}`)
  const { uri = null, mimeType = null } = resource
  return { contents: [{ uri, mimeType, text: guide }], ...(era === 'modern' ? cached : {}) }
}
