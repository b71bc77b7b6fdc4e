import { fold } from './words.ts'

const longest = 48
const shortest = 2

/** Words that are, or may become, our own addresses below `/connectors/` and `/c/`. */
const reserved: ReadonlySet<string> = new Set(['all', 'api', 'categories', 'mcp', 'new', 'report', 'search'])

/** What nobody lists has its own names in addresses, so that neither kind can ever take one of the other. */
export const customPrefix = 'own-'
const longestCustom = 24

/** A slug that a publisher asked for, or undefined when it cannot be one. */
export function parseSlug(text: string): string | undefined {
  const fits = text.length >= shortest && text.length <= longest && !text.startsWith(customPrefix)
  return fits && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text) && !reserved.has(text) ? text : undefined
}

/** `Größe & Co` → `grosse-co`; a name without Latin letters falls back to the server's host. */
export function slugFrom(name: string, serverUrl: string): string {
  const made = dashed(name)
  return parseSlug(made) ?? parseSlug(dashed(new URL(serverUrl).hostname)) ?? 'connector'
}

/**
 * `own-notes-4k1x90ab` for a server that is not listed. The end cannot be guessed from the name.
 * @param id its id, a UUID whose last digits are random
 */
export function customSlug(name: string, id: string): string {
  const random = Number.parseInt(id.slice(-10), 16).toString(36).padStart(8, '0')
  const words = dashed(name).slice(0, longestCustom).replace(/-$/, '')
  return [`${customPrefix}${words === '' ? 'server' : words}`, random].join('-')
}

/** `mail` → `mail`, `mail-2`, `mail-3` … */
export function numbered(slug: string, attempt: number): string {
  return attempt === 1 ? slug : `${slug}-${attempt}`
}

function dashed(text: string): string {
  return fold(text)
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, longest)
    .replace(/-$/, '')
}
