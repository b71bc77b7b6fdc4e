import type { Json } from '../evidence/facts.ts'
import { isObject } from '../raw-tool.ts'

/** What a reference inside the document points at; undefined when it leads out of it or nowhere. */
export function resolveLocal(root: Json, reference: string): Json | undefined {
  if (reference === '#') return root
  if (!reference.startsWith('#/')) return undefined
  let place: Json | undefined = root
  for (const part of reference.slice(2).split('/')) {
    const key = decoded(part).replaceAll('~1', '/').replaceAll('~0', '~')
    if (Array.isArray(place)) place = place[Number(key)]
    else if (isObject(place) && Object.hasOwn(place, key)) place = place[key]
    else return undefined
  }
  return place
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
