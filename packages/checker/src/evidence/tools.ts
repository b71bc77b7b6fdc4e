import { isObject, listTools, openServer, type Opening, type ToolList } from '@connectory/wire'
import { couldNotLook, doesNotApply, seen, type Because, type Looked } from './evidence.ts'
import type { Json, ListEnd, ListingFacts, RawTool, ToolFacts } from './facts.ts'
import { clientInfo } from './openings.ts'
import { readPrompts, type PromptFacts } from './prompts.ts'
import { whyNot, type Visit } from './visit.ts'

export interface ToolParts {
  readonly listing: Looked<ListingFacts>
  readonly tools: Looked<ToolFacts>
  readonly opened?: { readonly era: 'modern' | 'legacy'; readonly protocolVersion: string }
  /** Set when the server asked for a credential instead of answering. */
  readonly challenge?: { readonly status: number; readonly header: string | null }
}

/** Twice the longest list that was ever seen; what is kept of it several times over must fit into memory. */
const maxTotalBytes = 2.5 * 1024 * 1024

/** Reads all of tools/list as it was sent. */
export async function collectTools(
  visit: Visit,
  how: { readonly era: 'modern' | 'legacy' | 'auto'; readonly token?: string },
): Promise<ToolParts> {
  const { fetch, log, signal } = visit
  let opening: Opening
  try {
    opening = await openServer(visit.url.href, {
      ...how,
      fetch,
      evidence: log,
      signal,
      clientInfo,
      timeoutMs: 15_000,
    })
  } catch (error) {
    const missing = whyNot(visit, error, 'list-failed')
    const challenge = challengeIn(error)
    return { listing: missing, tools: missing, ...(challenge ? { challenge } : {}) }
  }
  try {
    const list = await listTools(opening, { timeoutMs: 15_000, signal, maxTotalBytes })
    const { era, protocolVersion } = opening
    const prompts = list.tools.length > 0 ? await readPrompts(opening, { timeoutMs: 15_000, signal }) : {}
    return { ...partsOf(visit, opening, list, prompts), opened: { era, protocolVersion } }
  } finally {
    await opening.close()
  }
}

function partsOf(visit: Visit, opening: Opening, list: ToolList, prompts: PromptFacts): ToolParts {
  const raw = list.tools.map(({ tool, page, index }): RawTool => {
    // Parsed from JSON a moment ago, so it is nothing else.
    return { raw: tool as Json, page: page + 1, index: index + 1 }
  })
  const value = told(opening, raw, prompts)
  if (list.ended !== 'error') return complete(list, value)
  const last = list.pages.at(-1)
  const challenge =
    challengeIn(list.error) ?? (last?.error ? challengeOf(last.status, last.headers) : undefined)
  if (last?.error?.code === -32601 && !declaresTools(opening)) {
    const none = doesNotApply('no-tools')
    return { listing: none, tools: none }
  }
  const failed = list.error
    ? whyNot(visit, list.error, 'list-failed')
    : couldNotLook('list-failed', { problem: list.detail ?? 'unknown' })
  const cut: Because = { code: 'list-cut', params: { count: raw.length, problem: list.detail ?? 'unknown' } }
  const broken: ListingFacts = { pages: list.pages.length, count: raw.length, end: 'broken-page' }
  return {
    listing: list.error ? failed : seen(broken),
    tools: raw.length > 0 ? seen(value, cut) : failed,
    ...(challenge ? { challenge } : {}),
  }
}

const ends = {
  complete: 'complete',
  'page-cap': 'too-many-pages',
  'tool-cap': 'too-many-tools',
  'repeated-cursor': 'repeated-cursor',
} as const satisfies Record<string, ListEnd>

/** The tools with the instructions that came at the opening, and the prompts: a model reads them all. */
function told({ instructions }: Opening, list: readonly RawTool[], prompts: PromptFacts): ToolFacts {
  return { list, ...(instructions === undefined ? {} : { instructions }), ...prompts }
}

function complete(list: ToolList, value: ToolFacts): ToolParts {
  const end = list.ended === 'error' ? 'broken-page' : ends[list.ended]
  const listing = seen<ListingFacts>({ pages: list.pages.length, count: value.list.length, end })
  if (end === 'complete') return { listing, tools: seen(value) }
  const cut: Because = { code: 'list-cut', params: { count: value.list.length, problem: `TRN-05, ${end}` } }
  return { listing, tools: seen(value, cut) }
}

function declaresTools({ capabilities }: Opening): boolean {
  return isObject(capabilities) && 'tools' in capabilities
}

function challengeIn(error: unknown): ToolParts['challenge'] {
  if (!(error instanceof Error) || !('facts' in error) || !isObject(error.facts)) return undefined
  const { status, challenge } = error.facts
  if (status !== 401 && status !== 403) return undefined
  return { status, header: typeof challenge === 'string' ? challenge : null }
}

function challengeOf(status: number, headers: Headers): ToolParts['challenge'] {
  return status === 401 || status === 403 ? { status, header: headers.get('www-authenticate') } : undefined
}
