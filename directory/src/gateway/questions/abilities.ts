import { isObject, type JsonObject } from '../message.ts'

/**
 * What a caller says that it can be asked, without anything that could tell callers apart: the same in both eras.
 * @see MCP 2026-07-28 client/elicitation, MCP 2025-11-25 basic/lifecycle
 */
export type Abilities = Readonly<Record<string, Readonly<Record<string, JsonObject>>>>

const kinds: Readonly<Record<string, readonly string[]>> = {
  elicitation: ['form', 'url'],
  sampling: ['context', 'tools'],
  roots: [],
}

export const noAbilities: Abilities = {}

export function abilitiesIn(declared: unknown): Abilities {
  if (!isObject(declared)) return noAbilities
  const abilities: Record<string, Record<string, JsonObject>> = {}
  for (const [name, known] of Object.entries(kinds)) {
    const said = declared[name]
    if (!isObject(said)) continue
    abilities[name] = Object.fromEntries(
      known.filter((kind) => isObject(said[kind])).map((kind) => [kind, {}]),
    )
  }
  return abilities
}

/** The ability that a question needs, as its client has to declare it; undefined for what is no question. */
export function neededFor(method: string, params: JsonObject): string | undefined {
  if (method === 'roots/list') return 'roots'
  if (method === 'elicitation/create') return params['mode'] === 'url' ? 'elicitation.url' : 'elicitation'
  if (method !== 'sampling/createMessage') return undefined
  return params['tools'] === undefined && params['toolChoice'] === undefined ? 'sampling' : 'sampling.tools'
}

/** Whether a caller with these abilities can be asked this. */
export function canBeAsked(abilities: Abilities, method: string, params: JsonObject): boolean {
  const needed = neededFor(method, params)
  return needed !== undefined && covers(abilities, needed)
}

/** Whether a caller with these abilities can be asked what needs this one. */
export function covers(abilities: Abilities, needed: string): boolean {
  const [name = '', kind] = needed.split('.')
  const { [name]: own } = abilities
  if (own === undefined) return false
  // Without a kind, or beside none, forms are meant.
  if (kind === undefined)
    return name !== 'elicitation' || own['form'] !== undefined || own['url'] === undefined
  return own[kind] !== undefined
}
