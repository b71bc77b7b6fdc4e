import { visible } from './visible.ts'
import type { Json } from '../evidence/facts.ts'

/** Puts parameters into a sentence: `{name}` becomes the value, lists are joined with commas. */
export function fill(sentence: string, params: Readonly<Record<string, unknown>>): string {
  return sentence.replaceAll(/\{([a-zA-Z]+)\}/g, (whole, name: string) => {
    const value = params[name]
    return value === undefined ? whole : visible(asText(value as Json))
  })
}

function asText(value: Json): string {
  if (Array.isArray(value)) return value.map((one: Json) => asText(one)).join(', ')
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value)
}
