import { Ajv, type ErrorObject } from 'ajv'
import { Ajv2020 } from 'ajv/dist/2020.js'
import type { Json } from './evidence/facts.ts'
import { isObject, type JsonObject } from './raw-tool.ts'
import { resolveLocal } from './schema/references.ts'

export interface SchemaFault {
  readonly name: 'missing' | 'not-object' | 'invalid' | 'reference'
  /** JSON pointer into the schema. */
  readonly where: string
  readonly problem: string
}

const MOST_DEPTH = 200
/** Keywords whose values are data and no schema. */
const data: ReadonlySet<string> = new Set(['const', 'enum', 'default', 'examples'])
const options = { strict: false, allErrors: false, validateFormats: false, logger: false } as const
// Only the meta-schemas are ever compiled: a stranger's schema is data, it becomes no code here. Each is read when the
// first tool is judged: the command must start at once.
let draft202012: Ajv | undefined
let draft07: Ajv | undefined

const known = new WeakMap<object, SchemaFault | false>()

/** The first thing wrong with a tool's inputSchema, or undefined. References to other documents are not followed. */
export function faultOf(schema: Json | undefined): SchemaFault | undefined {
  if (!isObject(schema)) return judged(schema)
  let fault = known.get(schema)
  if (fault === undefined) known.set(schema, (fault = judged(schema) ?? false))
  return fault || undefined
}

function judged(schema: Json | undefined): SchemaFault | undefined {
  if (schema === undefined || schema === null) return { name: 'missing', where: '', problem: 'is missing' }
  if (!isObject(schema)) return { name: 'invalid', where: '/', problem: 'is not an object' }
  if (schema['type'] !== 'object') return { name: 'not-object', where: '/type', problem: 'is not "object"' }
  return brokenPlace(schema) ?? brokenGrammar(schema)
}

function brokenGrammar(schema: JsonObject): SchemaFault | undefined {
  const newer = firstError(
    (draft202012 ??= new Ajv2020(options)),
    'https://json-schema.org/draft/2020-12/schema',
    schema,
  )
  if (!newer) return undefined
  const named = typeof schema['$schema'] === 'string' ? schema['$schema'] : undefined
  const mayBeOlder = named === undefined || named.includes('draft-07') || named.includes('draft-06')
  const older = mayBeOlder
    ? firstError((draft07 ??= new Ajv(options)), 'http://json-schema.org/draft-07/schema', schema)
    : newer
  if (!older) return undefined
  return { name: 'invalid', where: newer.instancePath || '/', problem: newer.message ?? 'is not allowed' }
}

function firstError(ajv: Ajv, metaSchema: string, schema: JsonObject): ErrorObject | undefined {
  ajv.validate(metaSchema, withoutDialect(schema))
  return ajv.errors?.[0]
}

/** The dialect is chosen by us; a `$schema` that nobody knows would end in "no such schema". */
function withoutDialect(schema: JsonObject): JsonObject {
  const { $schema: _dialect, ...rest } = schema
  return rest
}

/** Local references that lead nowhere, patterns that are no regular expression, nesting beyond reason. */
function brokenPlace(root: JsonObject): SchemaFault | undefined {
  const anchors = new Set<string>()
  const references: { where: string; to: string }[] = []
  const waiting: { value: Json; where: string; depth: number }[] = [{ value: root, where: '', depth: 0 }]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { value, where, depth } = next
    if (depth > MOST_DEPTH) return { name: 'invalid', where, problem: `is nested deeper than ${MOST_DEPTH}` }
    if (typeof value !== 'object' || value === null) continue
    if (isObject(value)) {
      const { $ref, $anchor, $id, pattern, enum: choices } = value
      if (typeof $ref === 'string') references.push({ where: `${where}/$ref`, to: $ref })
      if (typeof $anchor === 'string') anchors.add(`#${$anchor}`)
      if (typeof $id === 'string') anchors.add($id)
      // The meta-schemas allow it, validators refuse it: no value is ever right.
      if (Array.isArray(choices) && choices.length === 0) {
        return { name: 'invalid', where: `${where}/enum`, problem: 'has no value to choose' }
      }
      if (typeof pattern === 'string' && !isRegularExpression(pattern)) {
        return { name: 'invalid', where: `${where}/pattern`, problem: 'is not a regular expression' }
      }
    }
    for (const [key, child] of Object.entries(value)) {
      if (data.has(key)) continue
      waiting.push({ value: child, where: `${where}/${escaped(key)}`, depth: depth + 1 })
    }
  }
  const lost = references.find(({ to }) => !anchors.has(to) && resolveLocal(root, to) === undefined)
  return lost ? { name: 'reference', where: lost.where, problem: lost.to } : undefined
}

/** Unicode mode is what the specification advises; patterns from before it, such as [\\w-.], still work everywhere. */
function isRegularExpression(pattern: string): boolean {
  return ['u', ''].some((flags) => {
    try {
      return new RegExp(pattern, flags) instanceof RegExp
    } catch {
      return false
    }
  })
}

function escaped(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1')
}
