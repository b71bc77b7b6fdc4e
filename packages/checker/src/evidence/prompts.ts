import { isObject, type Opening } from '@connectory/wire'
import type { Json } from './facts.ts'

export interface PromptFacts {
  readonly prompts?: readonly Json[]
  /** Set when the list broke off: what is missing was seen by nobody. */
  readonly promptsUnread?: string
}

const mostPages = 20
const mostPrompts = 500
const mostBytes = 2 * 1024 * 1024

/**
 * Reads prompts/list as it was sent, from a server that announces prompts. An error response means that there is no
 * prompt a model could read, so it is no gap. Never throws for what the server did.
 */
export async function readPrompts(
  opening: Opening,
  options: { readonly timeoutMs: number; readonly signal: AbortSignal },
): Promise<PromptFacts> {
  if (!isObject(opening.capabilities) || !('prompts' in opening.capabilities)) return {}
  const prompts: Json[] = []
  const broken = (promptsUnread: string): PromptFacts => ({ prompts, promptsUnread })
  const cursors = new Set<string>()
  let bytes = 0
  let params: { cursor?: string } = {}
  for (let page = 0; page < mostPages; page += 1) {
    const reply = await opening.request('prompts/list', params, options).catch((error: unknown) => error)
    if (!isReply(reply)) return broken(reply instanceof Error ? reply.message : 'no answer')
    if (reply.error !== undefined) return { prompts }
    const { result } = reply
    if (!isObject(result) || !Array.isArray(result['prompts'])) return broken('no array "prompts"')
    // Parsed from JSON a moment ago, so it is nothing else.
    prompts.push(...(result['prompts'] as Json[]))
    bytes += Buffer.byteLength(reply.text)
    const next = result['nextCursor']
    if (typeof next !== 'string') return { prompts }
    if (bytes > mostBytes || prompts.length > mostPrompts || cursors.has(next)) break
    cursors.add(next)
    params = { cursor: next }
  }
  return broken(`after ${prompts.length} prompts the list still goes on`)
}

type Reply = Awaited<ReturnType<Opening['request']>>

function isReply(value: unknown): value is Reply {
  return isObject(value) && 'message' in value && 'text' in value
}
