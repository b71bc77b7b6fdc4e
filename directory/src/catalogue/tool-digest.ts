import { createHash } from 'node:crypto'
import type { Json, Tool } from './model.ts'

/** SHA-256 over the tools, whatever the order of the tools and of their keys; hexadecimal. */
export function toolDigest(tools: readonly Tool[]): string {
  const each = tools.map((tool) => canonical({ ...tool })).toSorted()
  return createHash('sha256').update(each.join('\n')).digest('hex')
}

/** JSON with sorted keys. */
export function canonical(value: Json): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map((item: Json) => canonical(item)).join(',')}]`
  const entries = Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1))
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`).join(',')}}`
}
