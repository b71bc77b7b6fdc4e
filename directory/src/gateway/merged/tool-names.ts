import { createHash } from 'node:crypto'

/**
 * Clients take names of 64 letters, digits, `_` and `-`, and put the server's own name in front: with
 * `mcp__connectory__` there are 47 left.
 */
export const longestName = 64 - 'mcp__connectory__'.length
const separator = '__'
const longestPrefix = 20
const hashLength = 10

/**
 * What stands before the names of a connector's tools: its slug. A long one is cut, with a hash after `_`, which no
 * slug has: it cannot be taken for another connector.
 */
export function prefixOf(slug: string): string {
  return slug.length <= longestPrefix ? slug : shortened(slug, slug, longestPrefix)
}

/** Whether the prefix is a slug as it is. */
export function isSlug(prefix: string): boolean {
  return !prefix.includes('_')
}

/**
 * The name under which a tool is offered beside those of others. It depends on nothing but slug and name, so it stays
 * the same whatever else is connected.
 */
export function offeredName(slug: string, tool: string): string {
  return `${prefixOf(slug)}${separator}${ownPart(slug, tool)}`
}

/** The two parts of an offered name; undefined for any other. */
export function splitName(name: string): { readonly prefix: string; readonly rest: string } | undefined {
  const at = name.indexOf(separator)
  return at > 0 ? { prefix: name.slice(0, at), rest: name.slice(at + separator.length) } : undefined
}

function ownPart(slug: string, tool: string): string {
  const room = longestName - prefixOf(slug).length - separator.length
  const fits = tool.length <= room && /^[A-Za-z0-9_-]+$/.test(tool)
  return fits ? tool : shortened(tool.replaceAll(/[^A-Za-z0-9_-]/g, '_'), tool, room)
}

function shortened(text: string, whole: string, room: number): string {
  const hash = createHash('sha256').update(whole).digest('hex').slice(0, hashLength)
  return `${text.slice(0, room - hashLength - 1)}_${hash}`
}
