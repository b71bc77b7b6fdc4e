import { bearerChallenge, parseChallenges } from '@connectory/wire'
import type { Challenge, Conversation } from './converse.ts'
import { couldNotLook, doesNotApply, seen, type Looked } from './evidence.ts'
import type { AccessFacts, ToolFacts } from './facts.ts'
import type { Inspection } from './inspect.ts'
import { annotationsOf, objectTools } from '../raw-tool.ts'

/** Whether the server asks an anonymous caller for a credential, and how. */
export function accessOf(
  { openings }: Conversation,
  { challenge, negotiation, tools }: Inspection,
  headers: Readonly<Record<string, string>> = {},
): Looked<AccessFacts> {
  if (challenge) return seen(asksForCredential(challenge))
  if (!openings.looked) return openings
  if (!negotiation.looked) return couldNotLook('not-mcp', { problem: 'it opens no conversation.' })
  // Whether it would serve somebody without them was not looked at.
  if (Object.keys(headers).length > 0) return doesNotApply('static-headers')
  const writers = tools.looked ? writersIn(tools.value) : []
  return seen({ protected: false, status: 200, schemes: [], writers })
}

function asksForCredential({ status, header }: Challenge): AccessFacts {
  const { resourceMetadata } = bearerChallenge(header) ?? {}
  return {
    protected: true,
    status,
    schemes: parseChallenges(header).map(({ scheme }) => scheme),
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
