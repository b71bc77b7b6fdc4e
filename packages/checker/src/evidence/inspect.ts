import { negotiationOf, type Challenge, type Conversation } from './converse.ts'
import { couldNotLook, notRequested, seen, type Looked } from './evidence.ts'
import type { ListingFacts, NegotiationFacts, OpeningFacts, ToolFacts } from './facts.ts'
import { collectTools, type ToolParts } from './tools.ts'
import type { Visit } from './visit.ts'

export interface Inspection {
  readonly negotiation: Looked<NegotiationFacts>
  readonly listing: Looked<ListingFacts>
  readonly tools: Looked<ToolFacts>
  /** Who is asked for a credential: the anonymous caller, at the opening or at the list. */
  readonly challenge?: Challenge
}

/** Reads the tools as somebody without credentials. */
export async function inspect(visit: Visit, { openings, challenge }: Conversation): Promise<Inspection> {
  if (!openings.looked) return nothing(openings)
  if (challenge) return { ...nothing(notRequested('needs-login')), challenge }
  const negotiation = negotiationOf(openings.value)
  if (!negotiation) return nothing(couldNotLook('not-mcp', { problem: describe(openings.value) }))
  const known = { negotiation: seen(negotiation) }
  const era = openings.value.discover?.outcome === 'result' ? 'modern' : 'legacy'
  const { challenge: later, ...parts } = await collectTools(visit, { era })
  if (later) return { ...nothing(notRequested('needs-login')), ...known, challenge: later }
  return { ...parts, ...known }
}

/** The same after a login. What an anonymous caller saw stays when the token shows nothing. */
export async function inspectSignedIn(visit: Visit, found: Inspection, token: string): Promise<Inspection> {
  const { challenge: refused, opened, ...parts } = await collectTools(visit, { era: 'auto', token })
  if (refused) return behindLogin(found, couldNotLook('credentials-refused', { status: refused.status }))
  if (!parts.tools.looked && found.tools.looked) return found
  const negotiation = found.negotiation.looked ? found.negotiation : versionsOf(opened, parts)
  return { ...found, ...parts, negotiation }
}

/** The tools that only a login shows were not seen, for this reason. */
export function behindLogin(found: Inspection, why: Looked<never>): Inspection {
  if (found.challenge === undefined) return found
  const negotiation = found.negotiation.looked ? { negotiation: found.negotiation } : {}
  return { ...nothing(why), ...negotiation, challenge: found.challenge }
}

function versionsOf(
  opened: ToolParts['opened'],
  { listing }: Pick<ToolParts, 'listing'>,
): Looked<NegotiationFacts> {
  if (opened?.era === 'modern') return seen({ modern: [opened.protocolVersion] })
  if (opened) return seen({ modern: [], legacy: opened.protocolVersion })
  return listing.looked ? couldNotLook('list-failed', { problem: 'unknown' }) : listing
}

function nothing(why: Looked<never>): Inspection {
  return { negotiation: why, listing: why, tools: why }
}

function describe({ initialize, discover }: OpeningFacts): string {
  const answer = initialize ?? discover
  return answer ? `HTTP ${answer.status}, content-type ${answer.contentType ?? 'none'}.` : 'no answer.'
}
