import { createAsk, type Ask } from './ask.ts'
import type { Conversation } from './converse.ts'
import { couldNotLook, notRequested, seen, type Looked } from './evidence.ts'
import type { AccessFacts } from './facts.ts'
import type { Inspection } from './inspect.ts'
import type { Visit } from './visit.ts'

/** The eras in which the server opened a conversation with a caller who shows no credential. */
export interface Spoken {
  readonly modern: boolean
  /** The version that initialize agreed on. */
  readonly legacy?: string
}

/** What is known about the server before the first odd request. */
export interface Ground {
  readonly visit: Visit
  readonly ask: Ask
  /** Not looked at when there is no MCP server at the address, with or without a login. */
  readonly reach: Looked<{ readonly protected: boolean }>
  readonly spoken: Looked<Spoken>
  /** Where the directory's own pages come from. */
  readonly origin: string
  /** Session ids that the server gave out, in their order; each session was ended or will be. */
  readonly sessionIds: string[]
}

/** Pages of the directory whose criteria the default policy holds. */
const defaultOrigin = 'https://claude.ai'

export function groundOf(
  visit: Visit,
  { openings }: Conversation,
  { negotiation }: Inspection,
  access: Looked<AccessFacts>,
  origin = defaultOrigin,
): Ground {
  const base = { visit, ask: createAsk(visit), origin, sessionIds: [] }
  if (!openings.looked) return { ...base, reach: openings, spoken: openings }
  const { discover, initialize } = openings.value
  const modern = discover?.outcome === 'result'
  const legacy = initialize?.outcome === 'result' ? initialize.protocolVersions[0] : undefined
  if (modern || legacy !== undefined) {
    const spoken = seen({ modern, ...(legacy === undefined ? {} : { legacy }) })
    return { ...base, reach: seen({ protected: isProtected(access) }), spoken }
  }
  if (isProtected(access)) {
    return { ...base, reach: seen({ protected: true }), spoken: notRequested('behind-login') }
  }
  const nothing = negotiation.looked
    ? couldNotLook('not-mcp', { problem: 'no opening worked.' })
    : negotiation
  return { ...base, reach: nothing, spoken: nothing }
}

function isProtected(access: Looked<AccessFacts>): boolean {
  return access.looked && access.value.protected
}
