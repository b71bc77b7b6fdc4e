import { parseChallenges } from './challenge.ts'
import type { Challenge, Conversation } from './converse.ts'
import { couldNotLook, seen, type Looked } from './evidence.ts'
import type { AccessFacts, ToolFacts } from './facts.ts'
import type { Inspection } from './inspect.ts'
import { annotationsOf, objectTools } from '../raw-tool.ts'

/** Whether the server asks an anonymous caller for a credential, and how. */
export function accessOf(
  { openings }: Conversation,
  { challenge, negotiation, tools }: Inspection,
): Looked<AccessFacts> {
  if (challenge) return seen(asksForCredential(challenge))
  if (!openings.looked) return openings
  if (!negotiation.looked) return couldNotLook('not-mcp', { problem: 'it opens no conversation.' })
  const writers = tools.looked ? writersIn(tools.value) : []
  return seen({ protected: false, status: 200, schemes: [], writers })
}

function asksForCredential({ status, header }: Challenge): AccessFacts {
  const challenges = parseChallenges(header ?? '')
  const bearer = challenges.find(({ scheme }) => scheme.toLowerCase() === 'bearer')
  const resourceMetadata = bearer?.params['resource_metadata']
  return {
    protected: true,
    status,
    schemes: challenges.map(({ scheme }) => scheme),
    ...(resourceMetadata === undefined ? {} : { resourceMetadata }),
    ...(header === null ? {} : { header }),
    writers: [],
  }
}

/** Tools that say, or do not deny, that they change something. */
function writersIn({ list }: ToolFacts): string[] {
  return [...objectTools(list)]
    .filter((tool) => annotationsOf(tool)['readOnlyHint'] !== true)
    .map(({ name }) => name)
}
