import type { Json, RawTool } from './evidence/facts.ts'
import { isObject, objectTools, type JsonObject, type NamedTool } from './raw-tool.ts'
import type { Draft } from './rule.ts'

export interface Parameter {
  readonly name: string
  /** The name in lower case without separators: "http_method" and "httpMethod" are "httpmethod". */
  readonly key: string
  readonly schema: JsonObject
  readonly required: boolean
  /** Its description and title, in lower case. */
  readonly words: string
}

const known = new WeakMap<JsonObject, readonly Parameter[]>()

/** The arguments a tool takes, as the top of its inputSchema names them; worked out once for all rules. */
export function parametersOf({ raw }: NamedTool): readonly Parameter[] {
  let parameters = known.get(raw)
  if (!parameters) known.set(raw, (parameters = parametersIn(raw)))
  return parameters
}

function parametersIn({ inputSchema }: JsonObject): Parameter[] {
  if (!isObject(inputSchema) || !isObject(inputSchema['properties'])) return []
  const required = Array.isArray(inputSchema['required']) ? inputSchema['required'] : []
  return Object.entries(inputSchema['properties']).map(([name, value]) => {
    const schema = isObject(value) ? value : {}
    const words = `${textOf(schema['title'])} ${textOf(schema['description'])}`.trim().toLowerCase()
    return { name, key: keyOf(name), schema, required: required.includes(name), words }
  })
}

/** What a rule on parameters says of each that it finds. */
interface OnParameter {
  readonly case: string
  readonly outcome?: 'needs-human'
  readonly signal?: string
  /** The excerpt shows the description of the tool too. */
  readonly described?: true
}

/** A finding for each parameter that `find` names, at its tool. */
export function* parameterDrafts(
  list: readonly RawTool[],
  { described, ...verdict }: OnParameter,
  find: (tool: NamedTool) => readonly (Parameter | undefined)[],
): Generator<Draft> {
  for (const tool of objectTools(list)) {
    for (const parameter of find(tool)) {
      if (!parameter) continue
      const { name, schema } = parameter
      yield {
        ...verdict,
        at: tool.at,
        page: tool.page,
        params: { tool: tool.name, parameter: name },
        excerpt: { ...(described && { description: descriptionOf(tool).slice(0, 300) }), [name]: schema },
      }
    }
  }
}

export function keyOf(name: string): string {
  return name.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '')
}

export function descriptionOf(tool: NamedTool): string {
  return textOf(tool.raw['description'])
}

/** The texts among which an argument must be chosen; undefined when any text may be given. */
export function choicesOf(schema: JsonObject): string[] | undefined {
  const { items } = schema
  const branches = [schema, ...branchesOf(schema), ...(isObject(items) ? [items, ...branchesOf(items)] : [])]
  const found = branches.flatMap((branch) => {
    const values = Array.isArray(branch['enum']) ? branch['enum'] : []
    return 'const' in branch ? [...values, branch['const'] ?? null] : values
  })
  const texts = found.filter((value) => typeof value === 'string')
  return texts.length > 0 ? texts : undefined
}

export function isText({ schema }: Parameter): boolean {
  const kinds = [schema, ...branchesOf(schema)].flatMap(({ type }) => (Array.isArray(type) ? type : [type]))
  return kinds.includes('string')
}

function branchesOf(schema: JsonObject): JsonObject[] {
  return ['anyOf', 'oneOf', 'allOf'].flatMap((key) => {
    const { [key]: branches } = schema
    return Array.isArray(branches) ? branches.filter((branch) => isObject(branch)) : []
  })
}

function textOf(value: Json | undefined): string {
  return typeof value === 'string' ? value : ''
}
