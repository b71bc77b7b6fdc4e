import type { Scope } from '../scope.ts'
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
  readonly signedIn: boolean
}

export interface Credentials {
  readonly scopes: readonly Scope[]
  readonly token?: string
}

/** Reads the tools: without credentials where that works, else with the token, where the scope allows it. */
export async function inspect(visit: Visit, talk: Conversation, given: Credentials): Promise<Inspection> {
  const { openings, challenge } = talk
  if (!openings.looked) return nothing(openings)
  if (challenge) return behindLogin(visit, challenge, undefined, given)
  const negotiation = negotiationOf(openings.value)
  if (!negotiation) return nothing(couldNotLook('not-mcp', { problem: describe(openings.value) }))
  const era = openings.value.discover?.outcome === 'result' ? 'modern' : 'legacy'
  const { challenge: later, ...parts } = await collectTools(visit, { era })
  if (later) return behindLogin(visit, later, negotiation, given)
  return { ...parts, negotiation: seen(negotiation), signedIn: false }
}

async function behindLogin(
  visit: Visit,
  challenge: Challenge,
  known: NegotiationFacts | undefined,
  { scopes, token }: Credentials,
): Promise<Inspection> {
  const negotiation = known ? { negotiation: seen(known) } : {}
  if (!scopes.includes('login')) {
    return { ...nothing(notRequested('needs-login')), ...negotiation, challenge }
  }
  if (token === undefined) return { ...nothing(couldNotLook('no-credentials')), ...negotiation, challenge }
  const { challenge: refused, opened, ...parts } = await collectTools(visit, { era: 'auto', token })
  if (refused) {
    const { status } = refused
    return { ...nothing(couldNotLook('credentials-refused', { status })), ...negotiation, challenge }
  }
  return { negotiation: versionsOf(opened, parts), ...negotiation, ...parts, challenge, signedIn: true }
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
  return { negotiation: why, listing: why, tools: why, signedIn: false }
}

function describe({ initialize, discover }: OpeningFacts): string {
  const answer = initialize ?? discover
  return answer ? `HTTP ${answer.status}, content-type ${answer.contentType ?? 'none'}.` : 'no answer.'
}
