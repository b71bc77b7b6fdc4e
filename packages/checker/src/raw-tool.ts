import type { Json, RawTool } from './evidence/facts.ts'

export type JsonObject = { [key: string]: Json }

export interface NamedTool {
  readonly name: string
  readonly raw: JsonObject
  readonly page: number
  /** What a finding points at. */
  readonly at: string
}

/** The entries of tools/list that are objects; what is not an object is TOOL-11's business. */
export function* objectTools(list: readonly RawTool[]): Generator<NamedTool> {
  for (const { raw, page, index } of list) {
    if (!isObject(raw)) continue
    const { name } = raw
    const known = typeof name === 'string' && name !== '' ? name : `#${index}`
    yield { name: known, raw, page, at: `tools/${known}` }
  }
}

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function annotationsOf(tool: NamedTool): JsonObject {
  const { annotations } = tool.raw
  return isObject(annotations) ? annotations : {}
}

/** A tool without its schemas: what an excerpt needs to show where a hint is. */
export function withoutSchemas(tool: NamedTool): JsonObject {
  const { inputSchema: _input, outputSchema: _output, description: _description, ...rest } = tool.raw
  return rest
}
