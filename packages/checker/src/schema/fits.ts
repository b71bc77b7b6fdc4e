import type { Json } from '../evidence/facts.ts'
import { isObject, type JsonObject } from '../raw-tool.ts'
import { keywordFault } from './keywords.ts'
import { resolveLocal } from './references.ts'
import { Unjudged } from './unjudged.ts'

/** Where a value breaks a schema: a JSON pointer into the value, and what is wrong there. */
export interface Misfit {
  readonly where: string
  readonly problem: string
}

/** `fits` is undefined when the schema is one that we cannot judge by; `problem` says why. */
export type Fit =
  | { readonly fits: true }
  | ({ readonly fits: false } & Misfit)
  | { readonly fits: undefined; readonly problem: string }

/** One judging: what every step of it shares. */
export interface Walk {
  readonly root: Json
  left: number
  inside(schema: Json, value: Json, where: string): Misfit | undefined
}

const MOST_STEPS = 100_000
const MOST_DEPTH = 150

/**
 * Judges a value by a stranger's JSON Schema (2020-12, and what draft-07 has otherwise) without making code of it,
 * within a bounded number of steps. Formats are annotations, as the specification has it.
 */
export function fit(schema: Json, value: Json): Fit {
  let depth = 0
  const walk: Walk = {
    root: schema,
    left: MOST_STEPS,
    inside(part, inner, where) {
      walk.left -= 1
      depth += 1
      if (walk.left < 0 || depth > MOST_DEPTH) throw new Unjudged('it leads to work without end')
      const found = misfit(walk, part, inner, where)
      depth -= 1
      return found
    },
  }
  try {
    const found = walk.inside(schema, value, '')
    return found ? { fits: false, ...found } : { fits: true }
  } catch (error) {
    if (error instanceof Unjudged) return { fits: undefined, problem: error.message }
    throw error
  }
}

const beyondUs = ['$dynamicRef', '$recursiveRef', 'unevaluatedProperties', 'unevaluatedItems']

function misfit(walk: Walk, schema: Json, value: Json, where: string): Misfit | undefined {
  if (schema === true) return undefined
  if (schema === false) return { where, problem: 'is not allowed' }
  if (!isObject(schema)) throw new Unjudged('a part of it is no schema')
  const problem = keywordFault(schema, value)
  if (problem !== undefined) return { where, problem }
  const found =
    followed(walk, schema, value, where) ??
    combined(walk, schema, value, where) ??
    nested(walk, schema, value, where)
  const beyond = found ? undefined : beyondUs.find((key) => key in schema)
  if (beyond !== undefined) throw new Unjudged(`it uses ${beyond}`)
  return found
}

function followed(walk: Walk, { $ref }: JsonObject, value: Json, where: string): Misfit | undefined {
  if (typeof $ref !== 'string') return undefined
  const target = resolveLocal(walk.root, $ref)
  if (target === undefined) throw new Unjudged('it refers to something outside itself')
  return walk.inside(target, value, where)
}

function combined(walk: Walk, schema: JsonObject, value: Json, where: string): Misfit | undefined {
  const { allOf, anyOf, oneOf, not } = schema
  const fitting = (all: Json[]) => all.filter((each) => walk.inside(each, value, where) === undefined).length
  for (const each of Array.isArray(allOf) ? allOf : []) {
    const found = walk.inside(each, value, where)
    if (found) return found
  }
  if (Array.isArray(anyOf) && fitting(anyOf) === 0) return { where, problem: 'fits no branch of anyOf' }
  if (Array.isArray(oneOf) && fitting(oneOf) !== 1)
    return { where, problem: 'does not fit exactly one branch of oneOf' }
  if (not !== undefined && walk.inside(not, value, where) === undefined)
    return { where, problem: 'is what "not" forbids' }
  if (schema['if'] === undefined) return undefined
  const next = walk.inside(schema['if'], value, where) === undefined ? schema['then'] : schema['else']
  return next === undefined ? undefined : walk.inside(next, value, where)
}

function nested(walk: Walk, schema: JsonObject, value: Json, where: string): Misfit | undefined {
  if (Array.isArray(value)) return inList(walk, schema, value, where)
  return isObject(value) ? inObject(walk, schema, value, where) : undefined
}

function inList(walk: Walk, schema: JsonObject, value: Json[], where: string): Misfit | undefined {
  const { items, contains } = schema
  const tuple = Array.isArray(schema['prefixItems'])
    ? schema['prefixItems']
    : Array.isArray(items)
      ? items
      : []
  const rest = Array.isArray(items) ? schema['additionalItems'] : items
  for (const [index, each] of value.entries()) {
    const own = tuple[index] ?? rest
    const found = own === undefined ? undefined : walk.inside(own, each, `${where}/${index}`)
    if (found) return found
  }
  if (contains === undefined) return undefined
  const { minContains = 1, maxContains = Infinity } = schema
  const held = value.filter((each) => walk.inside(contains, each, where) === undefined).length
  return held < Number(minContains) || held > Number(maxContains)
    ? { where, problem: 'does not contain what it must' }
    : undefined
}

function inObject(walk: Walk, schema: JsonObject, value: JsonObject, where: string): Misfit | undefined {
  const { properties, patternProperties, additionalProperties, propertyNames } = schema
  const named = isObject(properties) ? properties : {}
  const patterns = isObject(patternProperties) ? Object.entries(patternProperties) : []
  // Which keys a pattern takes cannot be told safely for every key of a large object.
  if (patterns.length > 0) throw new Unjudged('it uses patternProperties')
  for (const [key, each] of Object.entries(value)) {
    const at = `${where}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`
    const own = Object.hasOwn(named, key) ? named[key] : additionalProperties
    const found =
      (propertyNames === undefined ? undefined : walk.inside(propertyNames, key, at)) ??
      (own === undefined ? undefined : walk.inside(own, each, at))
    if (found) return found
  }
  return dependent(walk, schema, value, where)
}

function dependent(walk: Walk, schema: JsonObject, value: JsonObject, where: string): Misfit | undefined {
  for (const keyword of ['dependentRequired', 'dependentSchemas', 'dependencies']) {
    const { [keyword]: named } = schema
    if (!isObject(named)) continue
    for (const [key, demand] of Object.entries(named)) {
      if (!Object.hasOwn(value, key)) continue
      const found = Array.isArray(demand)
        ? missingIn(demand, value, where)
        : walk.inside(demand, value, where)
      if (found) return found
    }
  }
  return undefined
}

function missingIn(required: Json[], value: JsonObject, where: string): Misfit | undefined {
  const missing = required.find((key) => typeof key === 'string' && !Object.hasOwn(value, key))
  return missing === undefined ? undefined : { where, problem: `lacks ${JSON.stringify(missing)}` }
}
