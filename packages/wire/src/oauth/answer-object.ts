import { isObject, type JsonObject } from '../json-rpc.ts'
import { nestsTooDeep } from '../nesting.ts'

/** The JSON object that an authorization server answered with; undefined for anything else. */
export function parseObject(text: string): JsonObject | undefined {
  if (nestsTooDeep(text)) return undefined
  try {
    const parsed: unknown = JSON.parse(text)
    return isObject(parsed) ? parsed : undefined
  } catch {
    return undefined
  }
}

/** A member of it that is text. */
export function textIn(document: JsonObject | undefined, name: string): string | undefined {
  const value = document?.[name]
  return typeof value === 'string' ? value : undefined
}
