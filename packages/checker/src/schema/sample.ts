import type { Json } from '../evidence/facts.ts'
import { keyOf } from '../parameters.ts'
import { isObject, type JsonObject } from '../raw-tool.ts'
import { fit } from './fits.ts'
import { resolveLocal } from './references.ts'
import { textsFor } from './sample-texts.ts'

const MOST_DEPTH = 12

/**
 * A value that fits a schema, the same one each time: what the schema itself names first (const, default, examples,
 * enum), else the smallest that its limits allow, and of an object only what is required. Undefined when none was
 * found: then a person must name one.
 */
export function sampleOf(schema: Json): Json | undefined {
  const made = make(schema, { root: schema, key: '', depth: 0 })
  return made === undefined || fit(schema, made).fits === false ? undefined : made
}

interface Place {
  readonly root: Json
  /** The name of the parameter, comparable; a text may follow from it. */
  readonly key: string
  readonly depth: number
}

function make(schema: Json, place: Place): Json | undefined {
  if (!isObject(schema)) return schema === false ? undefined : 'test'
  if (place.depth > MOST_DEPTH) return undefined
  const whole = flattened(schema, place)
  if (whole === undefined) return undefined
  return candidates(whole, place).find(
    (each) => fit({ ...whole, ...definitions(place.root) }, each).fits !== false,
  )
}

/** References keep their meaning when a part is judged alone. */
function definitions(root: Json): JsonObject {
  if (!isObject(root)) return {}
  const { $defs, definitions: older } = root
  return { ...($defs === undefined ? {} : { $defs }), ...(older === undefined ? {} : { definitions: older }) }
}

/** A schema with its reference and its allOf inside it. */
function flattened(schema: JsonObject, place: Place, seen = 0): JsonObject | undefined {
  const { $ref, allOf, ...own } = schema
  if (seen > MOST_DEPTH) return undefined
  const parts: (Json | undefined)[] = [
    ...(typeof $ref === 'string' ? [resolveLocal(place.root, $ref)] : []),
    ...(Array.isArray(allOf) ? allOf : []),
  ]
  let whole = own
  for (const part of parts) {
    if (!isObject(part)) return undefined
    const inner = flattened(part, place, seen + 1)
    if (inner === undefined) return undefined
    whole = merged(inner, whole)
  }
  return whole
}

function merged(one: JsonObject, other: JsonObject): JsonObject {
  const both = (key: string) =>
    isObject(one[key]) && isObject(other[key]) ? { [key]: { ...one[key], ...other[key] } } : {}
  const required = [one['required'], other['required']].flatMap((each) => (Array.isArray(each) ? each : []))
  return { ...one, ...other, ...both('properties'), ...(required.length > 0 ? { required } : {}) }
}

function candidates(schema: JsonObject, place: Place): Json[] {
  const { examples, enum: choices } = schema
  const named = [
    ...('const' in schema ? [schema['const']] : []),
    ...('default' in schema ? [schema['default']] : []),
    ...(Array.isArray(examples) ? examples.slice(0, 5) : []),
    ...(Array.isArray(choices) ? choices.slice(0, 20) : []),
  ].filter((each) => each !== undefined)
  if (Array.isArray(choices) || 'const' in schema) return named
  return [...named, ...branches(schema, place), ...ofTypes(schema, place)]
}

function branches(schema: JsonObject, place: Place): Json[] {
  const { anyOf, oneOf, ...rest } = schema
  const all = [anyOf, oneOf].flatMap((each) => (Array.isArray(each) ? each.slice(0, 10) : []))
  return all
    .toSorted((one, other) => Number(isNull(one)) - Number(isNull(other)))
    .map((branch) => {
      const inner = isObject(branch) ? flattened(branch, place) : undefined
      return inner && make(merged(rest, inner), { ...place, depth: place.depth + 1 })
    })
    .filter((each) => each !== undefined)
}

function isNull(schema: Json): boolean {
  return isObject(schema) && schema['type'] === 'null'
}

function ofTypes(schema: JsonObject, place: Place): Json[] {
  const { type } = schema
  const types = Array.isArray(type) ? type : [type ?? guessedType(schema)]
  return types
    .toSorted((one, other) => Number(one === 'null') - Number(other === 'null'))
    .flatMap((each) => ofType(each, schema, place))
    .filter((each) => each !== undefined)
}

function guessedType(schema: JsonObject): string {
  if ('properties' in schema) return 'object'
  return 'items' in schema ? 'array' : 'string'
}

function ofType(type: Json, schema: JsonObject, place: Place): (Json | undefined)[] {
  if (type === 'object') return [objectOf(schema, place)]
  if (type === 'array') return [listOf(schema, place)]
  if (type === 'number' || type === 'integer') return numbersOf(schema)
  if (type === 'boolean') return [false, true]
  return type === 'null' ? [null] : textsFor(schema, place.key)
}

function objectOf(schema: JsonObject, place: Place): JsonObject | undefined {
  const { required, properties } = schema
  const known = isObject(properties) ? properties : {}
  const made: JsonObject = {}
  for (const key of Array.isArray(required) ? required : []) {
    if (typeof key !== 'string') continue
    const inner = { root: place.root, key: keyOf(key), depth: place.depth + 1 }
    const value = make(Object.hasOwn(known, key) ? (known[key] ?? {}) : {}, inner)
    if (value === undefined) return undefined
    made[key] = value
  }
  return made
}

function listOf(schema: JsonObject, place: Place): Json[] | undefined {
  const { minItems, maxItems, items, prefixItems } = schema
  if (maxItems === 0) return []
  const length = Math.min(typeof minItems === 'number' ? Math.max(1, minItems) : 1, 20)
  const made = Array.from({ length }, (_, index) => {
    const own = Array.isArray(prefixItems) ? prefixItems[index] : undefined
    return make(own ?? (Array.isArray(items) ? (items[index] ?? {}) : (items ?? {})), {
      ...place,
      depth: place.depth + 1,
    })
  })
  return made.every((each) => each !== undefined) ? made : undefined
}

function numbersOf({
  minimum,
  maximum,
  exclusiveMinimum,
  exclusiveMaximum,
  multipleOf,
}: JsonObject): number[] {
  const low = typeof minimum === 'number' ? minimum : undefined
  const above = typeof exclusiveMinimum === 'number' ? exclusiveMinimum : undefined
  const high = typeof maximum === 'number' ? maximum : undefined
  const below = typeof exclusiveMaximum === 'number' ? exclusiveMaximum : undefined
  const step = typeof multipleOf === 'number' && multipleOf > 0 ? multipleOf : 1
  const edges = [1, step, low, above === undefined ? undefined : above + step, high, below && below - step]
  const between = low !== undefined && high !== undefined ? [(low + high) / 2] : []
  const stepped = low === undefined ? [] : [Math.ceil(low / step) * step]
  return [...edges, ...stepped, 0, ...between].filter((each) => each !== undefined)
}
