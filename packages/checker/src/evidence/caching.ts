import { isObject, metaKeys, modernVersion } from '@connectory/wire'
import { doesNotApply, seen, type Looked } from './evidence.ts'
import type { Json, NegotiationFacts } from './facts.ts'
import { askedIn, messagesIn, type Asked, type Heard } from './heard.ts'
import type { CacheFacts } from './protocol-facts.ts'

/** Their results say how long and for whom they may be kept. */
const cacheable: ReadonlySet<string> = new Set([
  'server/discover',
  'tools/list',
  'resources/list',
  'resources/templates/list',
  'resources/read',
  'prompts/list',
])
const MOST_RESULTS = 200

/** Reads what the modern results of this visit say about caching. */
export async function collectCaching(
  heard: readonly Heard[],
  url: URL,
  negotiation: Looked<NegotiationFacts>,
): Promise<Looked<CacheFacts>> {
  if (!negotiation.looked) return negotiation
  if (!negotiation.value.modern.includes(modernVersion)) return doesNotApply('not-modern')
  const results: CacheFacts['results'][number][] = []
  for (const one of heard) {
    if (one.url !== url.href || one.status !== 200 || results.length >= MOST_RESULTS) continue
    const asked = askedIn(one)
    if (asked.method === undefined || !cacheable.has(asked.method) || !isModern(asked)) continue
    for (const message of await messagesIn(one)) {
      if (!isObject(message) || !isObject(message['result'])) continue
      const { ttlMs, cacheScope } = message['result']
      results.push({
        method: asked.method,
        later: asked.params?.['cursor'] !== undefined,
        ...(ttlMs === undefined ? {} : { ttlMs: plain(ttlMs) }),
        ...(cacheScope === undefined ? {} : { cacheScope: plain(cacheScope) }),
      })
    }
  }
  return seen({ results })
}

function isModern({ params }: Asked): boolean {
  const meta = params?.['_meta']
  return isObject(meta) && meta[metaKeys.protocolVersion] === modernVersion
}

/** A number or a short text; of anything else its kind. */
function plain(value: unknown): Json {
  if (typeof value === 'number' || value === null) return value
  return typeof value === 'string' ? value.slice(0, 40) : [typeof value]
}
