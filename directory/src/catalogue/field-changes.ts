import type { Json, Tool } from './model.ts'
import { canonical } from './tool-digest.ts'

export interface FieldChange {
  /** The way to the value, such as `inputSchema.properties.query.type`. */
  readonly path: string
  /** Null: it was not there. */
  readonly before: string | null
  readonly after: string | null
}

/** Strangers' tools may be endless; the longest list of changes, and the longest text of each. */
export interface FieldLimits {
  readonly fields: number
  readonly text: number
}

const longestPath = 200
/** What is deeper is compared as a whole: nobody reads such a path. */
const deepest = 12

/** What differs between two states of a tool, member by member. Of a new tool all that it says. */
export function fieldChanges(before: Tool | undefined, now: Tool, most: FieldLimits): readonly FieldChange[] {
  const found: FieldChange[] = []
  const walk = (path: readonly string[], one: Json | undefined, other: Json | undefined): void => {
    if (found.length >= most.fields || isSame(one, other)) return
    if (isObject(one) && isObject(other) && path.length < deepest) {
      for (const name of new Set([...Object.keys(one), ...Object.keys(other)])) {
        walk([...path, name], one[name], other[name])
      }
      return
    }
    found.push({
      path: path.join('.').slice(0, longestPath),
      before: written(one, most.text),
      after: written(other, most.text),
    })
  }
  walk([], members(before), members(now))
  return found
}

/** Null says of a member that the server did not send it. */
function members(tool: Tool | undefined): Json {
  return Object.fromEntries(Object.entries(tool ?? {}).filter(([, value]) => value !== null))
}

function isSame(one: Json | undefined, other: Json | undefined): boolean {
  if (one === undefined || other === undefined) return one === other
  return canonical(one) === canonical(other)
}

function isObject(value: Json | undefined): value is Readonly<Record<string, Json>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function written(value: Json | undefined, longest: number): string | null {
  if (value === undefined) return null
  const text = typeof value === 'string' ? value : canonical(value)
  return text.length <= longest ? text : `${text.slice(0, longest)}…`
}
