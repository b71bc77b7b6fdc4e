import { logs } from './log-level.ts'
import { isObject, type JsonObject } from './message.ts'
import { codes } from './rpc-error.ts'

/** What can be carried from one era to the other, by the capability that announces it. */
const carried: Readonly<Record<string, readonly string[]>> = {
  tools: ['tools/list', 'tools/call'],
  prompts: ['prompts/list', 'prompts/get'],
  resources: ['resources/list', 'resources/templates/list', 'resources/read'],
  completions: ['completion/complete'],
}

const methods: ReadonlySet<string> = new Set(Object.values(carried).flat())

/** Results that a newer caller may keep for a while, and is told for how long. @see MCP 2026-07-28 server/utilities/caching */
const cacheable: ReadonlySet<string> = new Set([
  'tools/list',
  'prompts/list',
  'resources/list',
  'resources/templates/list',
  'resources/read',
])

/** For how long a newer caller may keep what it was told; it is about one person, and may change at any time. */
export const cacheHint = { ttlMs: 60_000, cacheScope: 'private' } as const

/** A request that both eras know, with the same parameters and the same result but for what is added below. */
export function isCarried(method: string): boolean {
  return methods.has(method)
}

/** What both eras announce beside a capability, about its changes. */
const changes = ['listChanged', 'subscribe']

/** What a server can do, as far as it reaches a caller of the other era. One that announces nothing is taken for one with tools. */
export function carriedCapabilities(announced: unknown): JsonObject {
  const all = isObject(announced) ? announced : {}
  const own = Object.keys(carried).flatMap((name) => {
    const said = all[name]
    if (!isObject(said)) return []
    return [[name, Object.fromEntries(changes.filter((one) => said[one] === true).map((one) => [one, true]))]]
  })
  return {
    ...(own.length === 0 ? { tools: {} } : Object.fromEntries(own)),
    ...(logs(all) && { logging: {} }),
  }
}

/** Members, as JSON, that an older server does not say and a newer caller must be told. */
export function addedForNewer(method: string): readonly string[] {
  const added = { resultType: 'complete', ...(cacheable.has(method) && cacheHint) }
  return Object.entries(added).map(([name, value]) => `"${name}":${JSON.stringify(value)}`)
}

/** The newer era has no code of its own for a resource that is not there. @see MCP 2026-07-28 server/resources */
export function codeForNewer(code: number): number {
  return code === codes.resourceNotFound ? codes.invalidParams : code
}
