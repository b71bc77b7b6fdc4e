import type { Json } from './evidence/facts.ts'
import { isObject, type JsonObject } from './raw-tool.ts'

/** One schema inside a schema. */
export interface SchemaPlace {
  readonly schema: Json
  /** JSON pointer from the root; '' is the root itself. */
  readonly where: string
  /** The number of schemas around this one. */
  readonly depth: number
  /** True when only `properties` lead here: the place stands in every call. */
  readonly plain: boolean
}

const MOST_PLACES = 20_000
const one: readonly string[] = [
  'items',
  'additionalProperties',
  'not',
  'if',
  'then',
  'else',
  'contains',
  'propertyNames',
]
const several: readonly string[] = ['anyOf', 'oneOf', 'allOf', 'prefixItems', 'items']
const named: readonly string[] = ['$defs', 'definitions', 'patternProperties', 'dependentSchemas']

/** A schema and every schema in it, in the order in which they stand; at most 20,000. */
export function* schemaPlaces(root: JsonObject): Generator<SchemaPlace> {
  const waiting: SchemaPlace[] = [{ schema: root, where: '', depth: 0, plain: true }]
  let count = 0
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (++count > MOST_PLACES) return
    yield next
    if (isObject(next.schema)) waiting.push(...within(next, next.schema).toReversed())
  }
}

function within(place: SchemaPlace, schema: JsonObject): SchemaPlace[] {
  const found: SchemaPlace[] = []
  const add = (child: Json | undefined, path: string, plain: boolean): void => {
    if (child === undefined) return
    found.push({ schema: child, where: `${place.where}/${path}`, depth: place.depth + 1, plain })
  }
  const { properties } = schema
  for (const [name, child] of entriesOf(properties)) add(child, `properties/${escaped(name)}`, place.plain)
  for (const key of one) if (key in schema && !Array.isArray(schema[key])) add(schema[key], key, false)
  for (const key of several) {
    const { [key]: list } = schema
    if (Array.isArray(list)) for (const [index, child] of list.entries()) add(child, `${key}/${index}`, false)
  }
  for (const key of named) {
    for (const [name, child] of entriesOf(schema[key])) add(child, `${key}/${escaped(name)}`, false)
  }
  return found
}

function entriesOf(value: Json | undefined): [string, Json][] {
  return isObject(value) ? Object.entries(value) : []
}

function escaped(key: string): string {
  return key.slice(0, 80).replaceAll('~', '~0').replaceAll('/', '~1')
}
