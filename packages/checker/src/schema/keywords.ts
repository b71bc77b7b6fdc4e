import { isDeepStrictEqual } from 'node:util'
import type { Json } from '../evidence/facts.ts'
import { isObject, type JsonObject } from '../raw-tool.ts'
import { matches } from './pattern.ts'
import { Unjudged } from './unjudged.ts'

/** What is wrong with a value by the keywords that look at it alone, not into it. */
export function keywordFault(schema: JsonObject, value: Json): string | undefined {
  const { type, enum: choices } = schema
  const types = Array.isArray(type) ? type : type === undefined ? [] : [type]
  if (types.length > 0 && !types.some((each) => isOfType(each, value)))
    return `is ${kindOf(value)} and not ${types.map((each) => (typeof each === 'string' ? each : '?')).join(' or ')}`
  if ('const' in schema && !isDeepStrictEqual(schema['const'], value)) return 'is not the constant'
  if (Array.isArray(choices) && !choices.some((each) => isDeepStrictEqual(each, value)))
    return 'is none of the choices'
  if (typeof value === 'number') return numberFault(schema, value)
  if (typeof value === 'string') return textFault(schema, value)
  if (Array.isArray(value)) return listFault(schema, value)
  return isObject(value) ? objectFault(schema, value) : undefined
}

function isOfType(type: Json, value: Json): boolean {
  if (type === 'integer') return typeof value === 'number' && Number.isInteger(value)
  return type === kindOf(value)
}

export function kindOf(value: Json): string {
  if (value === null) return 'null'
  return Array.isArray(value) ? 'array' : typeof value
}

function numberFault(schema: JsonObject, value: number): string | undefined {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf } = schema
  if (typeof minimum === 'number' && value < minimum) return `is less than ${minimum}`
  if (typeof maximum === 'number' && value > maximum) return `is more than ${maximum}`
  if (typeof exclusiveMinimum === 'number' && value <= exclusiveMinimum)
    return `is not more than ${exclusiveMinimum}`
  if (typeof exclusiveMaximum === 'number' && value >= exclusiveMaximum)
    return `is not less than ${exclusiveMaximum}`
  if (typeof multipleOf !== 'number' || multipleOf <= 0) return undefined
  const times = value / multipleOf
  return Math.abs(times - Math.round(times)) > 1e-9 ? `is no multiple of ${multipleOf}` : undefined
}

function textFault(schema: JsonObject, value: string): string | undefined {
  const { minLength, maxLength, pattern } = schema
  // The specification counts characters of Unicode, not what a reader sees as one.
  const length = () => Array.from(value).length
  if (typeof minLength === 'number' && length() < minLength) return `is shorter than ${minLength} characters`
  if (typeof maxLength === 'number' && length() > maxLength) return `is longer than ${maxLength} characters`
  if (typeof pattern !== 'string') return undefined
  const found = matches(pattern, value)
  if (found === undefined) throw new Unjudged('it has a pattern that cannot be tried in a short time')
  return found ? undefined : 'does not match the pattern'
}

function listFault({ minItems, maxItems, uniqueItems }: JsonObject, value: Json[]): string | undefined {
  if (typeof minItems === 'number' && value.length < minItems) return `has fewer than ${minItems} entries`
  if (typeof maxItems === 'number' && value.length > maxItems) return `has more than ${maxItems} entries`
  if (uniqueItems !== true) return undefined
  const different = new Set(value.map((each) => JSON.stringify(each))).size
  return different < value.length ? 'has an entry twice' : undefined
}

function objectFault(schema: JsonObject, value: JsonObject): string | undefined {
  const { required, minProperties, maxProperties } = schema
  const missing = (Array.isArray(required) ? required : []).find(
    (key) => typeof key === 'string' && !Object.hasOwn(value, key),
  )
  if (missing !== undefined) return `lacks ${JSON.stringify(missing)}`
  const size = Object.keys(value).length
  if (typeof minProperties === 'number' && size < minProperties) return `has fewer than ${minProperties} keys`
  if (typeof maxProperties === 'number' && size > maxProperties) return `has more than ${maxProperties} keys`
  return undefined
}
