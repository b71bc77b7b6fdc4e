import { isObject, metaKeys, modernVersion, type JsonObject, type PostOutcome } from '@connectory/wire'
import type { Line } from './line.ts'
import { clientInfo, tryVersion } from './openings.ts'
import type { Probe } from './probing.ts'
import type { Visit } from './visit.ts'

/** A version of the protocol that never was and never will be. */
export const noVersion = '1900-01-01'

/** Headers name the version since 2025-06-18; batches ended with the same revision. */
const since = '2025-06-18'

export function versionProbes(visit: Visit, line: Line, token?: string): Probe[] {
  const { era } = line
  if (era === 'modern') {
    const params = { _meta: { ...metaOf(clientInfo), [metaKeys.protocolVersion]: noVersion } }
    const headers = { 'mcp-protocol-version': noVersion }
    const step = 'server/discover of a version that does not exist'
    return [
      { name: 'discover', era, ask: () => line.ask({ method: 'server/discover', params, headers, step }) },
    ]
  }
  const asked: Probe = { name: 'initialize', era, ask: () => tryVersion(visit, noVersion, token) }
  if (line.version < since) return [asked]
  const headers = { 'mcp-protocol-version': noVersion }
  const step = 'ping under a version that does not exist'
  return [asked, { name: 'header', era, ask: () => line.ask({ method: 'ping', headers, step }) }]
}

export function batchProbes(line: Line): Probe[] {
  const { era, version } = line
  if (version < since) return []
  const method = era === 'modern' ? 'server/discover' : 'ping'
  const params = era === 'modern' ? { _meta: metaOf(clientInfo) } : {}
  const text = JSON.stringify([7001, 7002].map((id) => ({ jsonrpc: '2.0', id, method, params })))
  const ask = (): Promise<PostOutcome> => line.ask({ method, id: 7001, text, step: 'a batch' })
  return [{ name: 'batch', era, silent: true, ask }]
}

export function pingProbes(line: Line): Probe[] {
  if (line.era === 'modern') return []
  return [{ name: 'ping', era: line.era, ask: () => line.ask({ method: 'ping' }) }]
}

/** Only there to be heard: the id is a text, and must come back as one. */
export function idProbes(line: Line): Probe[] {
  const method = line.era === 'modern' ? 'server/discover' : 'ping'
  const id = 'connectory-1'
  const step = `${method} with a text as id`
  return [{ name: 'id', era: line.era, ask: () => line.ask({ method, id, step }) }]
}

export function cursorProbes(line: Line): Probe[] {
  const params = { cursor: 'connectory-check-no-such-cursor' }
  const step = 'tools/list with a cursor that nobody gave out'
  return [{ name: 'cursor', era: line.era, ask: () => line.ask({ method: 'tools/list', params, step }) }]
}

/** Headers that say something else than the body, one at a time. */
export function mismatchProbes(line: Line): Probe[] {
  const { era } = line
  if (era === 'legacy') return []
  const method = 'server/discover'
  const name = 'mcp-method'
  const probe = (kind: string, change: Pick<Parameters<Line['ask']>[0], 'headers' | 'without'>): Probe => {
    return { name: kind, era, ask: () => line.ask({ method, step: `${method}, ${kind}`, ...change }) }
  }
  return [
    probe('other method in the header', { headers: { [name]: 'prompts/list' } }),
    probe('no method in the header', { without: [name] }),
    probe('other version in the header', { headers: { 'mcp-protocol-version': '2025-11-25' } }),
  ]
}

/** Requests without what each request must carry. */
export function bareProbes(line: Line): Probe[] {
  const { era } = line
  if (era === 'legacy') return []
  const method = 'server/discover'
  const probe = (name: string, params: JsonObject): Probe => {
    return { name, era, ask: () => line.ask({ method, params, bare: true, step: `${method}, ${name}` }) }
  }
  return [
    probe('no _meta', {}),
    probe('no client capabilities', { _meta: { [metaKeys.protocolVersion]: modernVersion } }),
  ]
}

/** Each list once; its first page tells whether the capability is real. `keep` gets the page of tools. */
export function announcedProbes(line: Line, keep: (page: PostOutcome) => void): Probe[] {
  const { era, capabilities } = line
  const has = (name: string): boolean => isObject(capabilities) && capabilities[name] !== undefined
  const seen = new Map<string, PostOutcome>()
  const lists = [
    ['tools/list', 'tools', 'tools'],
    ['prompts/list', 'prompts', 'prompts'],
    ['resources/list', 'resources', 'resources'],
    ['resources/templates/list', 'resources', 'resourceTemplates'],
  ] as const
  const completion = (): Promise<PostOutcome | undefined> => {
    const params = has('completions') ? completable(seen) : nothingToComplete
    return params ? line.ask({ method: 'completion/complete', params }) : Promise.resolve(undefined)
  }
  return [
    ...lists.map(([method, capability, list]): Probe => {
      const ask = async (): Promise<PostOutcome> => {
        const outcome = await line.ask({ method })
        seen.set(method, outcome)
        if (method === 'tools/list') keep(outcome)
        return outcome
      }
      return { name: method, era, announced: has(capability), list, ask }
    }),
    { name: 'completion/complete', era, announced: has('completions'), list: 'completion', ask: completion },
  ]
}

const nothingToComplete = {
  ref: { type: 'ref/prompt', name: 'connectory-check-no-such-prompt' },
  argument: { name: 'connectory-check-no-such-argument', value: '' },
}

/** An argument that the server itself offers for completion; undefined when it shows none. */
function completable(seen: ReadonlyMap<string, PostOutcome>): JsonObject | undefined {
  for (const prompt of entries(seen.get('prompts/list'), 'prompts')) {
    const first: unknown = Array.isArray(prompt['arguments']) ? prompt['arguments'][0] : undefined
    if (!isObject(first) || typeof first['name'] !== 'string' || typeof prompt['name'] !== 'string') continue
    return { ref: { type: 'ref/prompt', name: prompt['name'] }, argument: { name: first['name'], value: '' } }
  }
  for (const { uriTemplate: uri } of entries(seen.get('resources/templates/list'), 'resourceTemplates')) {
    const name = typeof uri === 'string' ? /\{(\w+)\}/.exec(uri)?.[1] : undefined
    if (name !== undefined) return { ref: { type: 'ref/resource', uri }, argument: { name, value: '' } }
  }
  return undefined
}

function entries(outcome: PostOutcome | undefined, list: string): JsonObject[] {
  const result = outcome?.answer?.message['result']
  const all: unknown = isObject(result) ? result[list] : undefined
  return Array.isArray(all) ? all.filter((each) => isObject(each)) : []
}

function metaOf(info: typeof clientInfo): JsonObject {
  return {
    [metaKeys.protocolVersion]: modernVersion,
    [metaKeys.clientCapabilities]: {},
    [metaKeys.clientInfo]: info,
  }
}
