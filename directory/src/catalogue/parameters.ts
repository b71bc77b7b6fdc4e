import { isObject } from './hints.ts'
import type { Json } from './model.ts'

/** One parameter of a tool, as its JSON Schema declares it. */
export interface Parameter {
  readonly name: string
  /** `string`, `"a" | "b"`, `number[]`; empty when the schema does not say. */
  readonly type: string
  readonly description: string
  readonly required: boolean
}

const mostChoices = 8

/** The top level of an input schema. What is no JSON Schema object has no parameters. */
export function parametersOf(inputSchema: Json): readonly Parameter[] {
  const properties = isObject(inputSchema) ? inputSchema['properties'] : undefined
  if (!isObject(inputSchema) || !isObject(properties)) return []
  const { required } = inputSchema
  const names: readonly Json[] = Array.isArray(required) ? required : []
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    type: typeOf(schema),
    description: text(schema, 'description'),
    required: names.includes(name),
  }))
}

function typeOf(schema: Json | undefined): string {
  if (!isObject(schema)) return ''
  const { enum: choices, type, anyOf, items } = schema
  if (Array.isArray(choices)) {
    const shown = choices.slice(0, mostChoices).map((choice: Json) => JSON.stringify(choice))
    return [...shown, ...(choices.length > mostChoices ? ['…'] : [])].join(' | ')
  }
  if (type === 'array') {
    const inner = typeOf(items)
    return inner === '' ? 'array' : `${inner.includes(' ') ? `(${inner})` : inner}[]`
  }
  if (typeof type === 'string') return type
  if (Array.isArray(type)) return type.filter((name: Json) => typeof name === 'string').join(' | ')
  if (Array.isArray(anyOf)) return [...new Set(anyOf.map(typeOf).filter((name) => name !== ''))].join(' | ')
  return ''
}

function text(schema: Json | undefined, key: string): string {
  const value = isObject(schema) ? schema[key] : undefined
  return typeof value === 'string' ? value : ''
}
