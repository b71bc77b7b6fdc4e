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
}

export function groundOf(
  visit: Visit,
  { openings }: Conversation,
  { negotiation }: Inspection,
  access: Looked<AccessFacts>,
): Ground {
  const ask = createAsk(visit)
  if (!openings.looked) return { visit, ask, reach: openings, spoken: openings }
  const { discover, initialize } = openings.value
  const modern = discover?.outcome === 'result'
  const legacy = initialize?.outcome === 'result' ? initialize.protocolVersions[0] : undefined
  if (modern || legacy !== undefined) {
    const spoken = seen({ modern, ...(legacy === undefined ? {} : { legacy }) })
    return { visit, ask, reach: seen({ protected: isProtected(access) }), spoken }
  }
  if (isProtected(access)) {
    return { visit, ask, reach: seen({ protected: true }), spoken: notRequested('behind-login') }
  }
  const nothing = negotiation.looked
    ? couldNotLook('not-mcp', { problem: 'no opening worked.' })
    : negotiation
  return { visit, ask, reach: nothing, spoken: nothing }
}

function isProtected(access: Looked<AccessFacts>): boolean {
  return access.looked && access.value.protected
}
