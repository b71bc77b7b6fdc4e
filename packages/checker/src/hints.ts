import { annotationsOf, isObject, type JsonObject, type NamedTool } from './raw-tool.ts'
import type { Json } from './evidence/facts.ts'

const decisive = ['readOnlyHint', 'destructiveHint'] as const
const all = [...decisive, 'idempotentHint', 'openWorldHint'] as const

export interface Hints {
  /** readOnlyHint or destructiveHint is a boolean in `annotations`. */
  readonly declared: boolean
  /** Keys inside `annotations` whose value is no boolean. */
  readonly wrongType: readonly string[]
  /** Keys that stand beside `annotations`, or in `_meta`. */
  readonly misplaced: readonly string[]
  /** True when readOnlyHint or destructiveHint stands anywhere, however wrongly. */
  readonly mentioned: boolean
}

/** Where a tool's hints stand and of which type they are, in the JSON as it was sent. */
export function readHints(tool: NamedTool): Hints {
  const annotations = annotationsOf(tool)
  const meta = isObject(tool.raw['_meta']) ? tool.raw['_meta'] : {}
  const wrongType = all.filter((key) => key in annotations && typeof annotations[key] !== 'boolean')
  const misplaced = all.filter((key) => key in tool.raw || key in meta)
  return {
    declared: decisive.some((key) => typeof annotations[key] === 'boolean'),
    wrongType,
    misplaced,
    mentioned: decisive.some((key) => key in annotations || key in tool.raw || key in meta),
  }
}

/** The same hints as booleans where they belong; text such as "true" is read, anything else is left out. */
export function mendedAnnotations(tool: NamedTool): JsonObject {
  const meta = isObject(tool.raw['_meta']) ? tool.raw['_meta'] : {}
  const mended: JsonObject = { ...annotationsOf(tool) }
  for (const key of all) {
    const value = asBoolean(mended[key]) ?? asBoolean(tool.raw[key]) ?? asBoolean(meta[key])
    if (value === undefined) delete mended[key]
    else mended[key] = value
  }
  if (decisive.some((key) => typeof mended[key] === 'boolean')) return { annotations: mended }
  return { annotations: { ...mended, ...guessHints(tool.name) } }
}

function asBoolean(value: Json | undefined): boolean | undefined {
  if (typeof value === 'boolean') return value
  if (value === 'true' || value === 1) return true
  return value === 'false' || value === 0 ? false : undefined
}

const reading =
  words(`get list read search find fetch query lookup describe show view count check inspect explain
  preview validate resolve browse summarize analyze analyse calculate compute compare download export render`)
const adding = words('add append create insert post register subscribe upload clone copy generate')
const destroying =
  words(`delete remove drop update set write edit modify replace overwrite patch put move rename send
  archive cancel close clear reset revoke disable execute run merge publish purge truncate unsubscribe pay transfer`)
const verbs: ReadonlySet<string> = new Set([...reading, ...adding, ...destroying])

/**
 * A guess from the head verb of the name: reading verbs read, adding verbs write without destroying, and whatever is
 * unknown counts as destructive, as the specification's defaults do.
 */
function guessHints(name: string): JsonObject {
  const verb = headVerb(name)
  if (reading.has(verb)) return { readOnlyHint: true }
  return { readOnlyHint: false, destructiveHint: !adding.has(verb) }
}

/** A title for people from a name for programs: "list_open-issues" becomes "List open issues". */
export function guessTitle(name: string): string {
  const text = splitName(name).join(' ')
  return text.charAt(0).toUpperCase() + text.slice(1)
}

function headVerb(name: string): string {
  const parts = splitName(name)
  return parts.find((part) => verbs.has(part)) ?? parts[0] ?? ''
}

export function splitName(name: string): string[] {
  return name
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((part) => part !== '')
}

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(/\s+/))
}
