import { estimateTokens, isObject, metaKeys } from '@connectory/wire'
import { visible } from '../text/visible.ts'
import type { Conversation } from './converse.ts'
import type { Evidence, ServerFacts } from './evidence.ts'
import type { ToolFacts } from './facts.ts'

/** The server in its own words, for the head of a report. */
export function serverFacts({ openings, results }: Conversation, parts: Evidence['parts']): ServerFacts {
  const { negotiation, tools, access, resource, issuer } = parts
  const versions = negotiation.looked ? negotiation.value : undefined
  const spoken = openings.looked ? openings.value : undefined
  const modern = spoken?.discover?.outcome === 'result' || (versions?.modern.length ?? 0) > 0
  const legacy = spoken?.initialize?.outcome === 'result' || versions?.legacy !== undefined
  return {
    era: modern && legacy ? 'both' : modern ? 'modern' : legacy ? 'legacy' : 'unknown',
    protocolVersion: [...(versions?.modern ?? [])].sort().at(-1) ?? versions?.legacy ?? null,
    serverInfo: infoOf(results),
    authType: authTypeOf(access, [resource, issuer]),
    toolCount: tools.looked ? tools.value.list.length : null,
    toolList: tools.looked ? sizeOf(tools.value) : null,
  }
}

/** A list beyond this is too long whatever its exact size; what was read of it stands for the rest. */
const exactTokens = 300_000

type Size = NonNullable<ServerFacts['toolList']>
const sizes = new WeakMap<ToolFacts['list'], Size>()

/** How much room the list takes, as it was sent; each list is measured once. */
export function sizeOf({ list }: ToolFacts): Size {
  const known = sizes.get(list)
  if (known) return known
  const text = JSON.stringify(list.map(({ raw }) => raw))
  const { tokens, bytes, characters } = estimateTokens(text, exactTokens)
  const size = { estimatedTokens: tokens, bytes, characters }
  sizes.set(list, size)
  return size
}

function authTypeOf(
  access: Evidence['parts']['access'],
  metadata: readonly Evidence['parts']['resource' | 'issuer'][],
): ServerFacts['authType'] {
  if (!access.looked) return 'unknown'
  if (!access.value.protected) return 'none'
  if (metadata.some((part) => part.looked && part.value.found)) return 'oauth'
  return metadata.every((part) => part.looked) ? 'other' : 'unknown'
}

const MOST_CHARACTERS = 200

export function infoOf({ discover, initialize }: Conversation['results']): ServerFacts['serverInfo'] {
  const meta = isObject(discover) && isObject(discover['_meta']) ? discover['_meta'] : {}
  const named = [
    meta[metaKeys.serverInfo],
    isObject(discover) ? discover['serverInfo'] : undefined,
    isObject(initialize) ? initialize['serverInfo'] : undefined,
  ].find((info) => isObject(info))
  if (!isObject(named)) return null
  const { name, version } = named
  return { name: asText(name), version: asText(version) }
}

function asText(value: unknown): string {
  return typeof value === 'string' ? visible(value.slice(0, MOST_CHARACTERS)) : ''
}
