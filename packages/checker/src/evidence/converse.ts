import type { PostOutcome } from '@connectory/wire'
import type { First } from './connect.ts'
import { couldNotLook, seen, type Looked } from './evidence.ts'
import type { NegotiationFacts, Opening, OpeningFacts } from './facts.ts'
import { isLegacySse } from './legacy-sse.ts'
import { askInitialize, readOpening, versionsOfDiscover, versionsOfInitialize } from './openings.ts'
import { whyNot, type Visit } from './visit.ts'

/** What a server without credentials in the request says: HTTP status and WWW-Authenticate. */
export interface Challenge {
  readonly status: number
  readonly header: string | null
}

export interface Conversation {
  readonly openings: Looked<OpeningFacts>
  /** Set by the first answer that asks for a credential, when no opening succeeded. */
  readonly challenge?: Challenge
  /** The results of the openings that succeeded, as they were sent. */
  readonly results: { readonly discover?: unknown; readonly initialize?: unknown }
}

/** Opens a conversation in both eras and says what came of it. */
export async function converse(visit: Visit, first: First): Promise<Conversation> {
  if (first.rest) return { openings: first.rest, results: {} }
  const { redirect } = first.connection
  if (redirect.looked && redirect.value.location !== undefined) {
    return { openings: couldNotLook('redirected'), results: {} }
  }
  const modern = first.discover && readOpening(first.discover, versionsOfDiscover)
  const asked = first.initialize ?? (await initializeOrWhyNot(visit))
  if ('looked' in asked) {
    const works = modern?.outcome === 'result'
    return works
      ? judged(first.discover, modern, undefined, undefined, false)
      : { openings: asked, results: {} }
  }
  const legacy = readOpening(asked, versionsOfInitialize)
  const spoken = [modern, legacy].some((opening) => isSpoken(opening))
  if (!spoken && legacy === undefined) {
    const openings = asked.problem
      ? whyNot(visit, asked.problem)
      : couldNotLook('unreachable', { problem: `HTTP ${asked.status}` })
    return { openings, results: {} }
  }
  const legacySse = spoken ? false : await isLegacySse(visit)
  return judged(first.discover, modern, asked, legacy, legacySse)
}

async function initializeOrWhyNot(visit: Visit): Promise<PostOutcome | Looked<never>> {
  try {
    return await askInitialize(visit)
  } catch (error) {
    return whyNot(visit, error)
  }
}

function judged(
  discover: PostOutcome | undefined,
  modern: Opening | undefined,
  initialize: PostOutcome | undefined,
  legacy: Opening | undefined,
  legacySse: boolean,
): Conversation {
  const works = modern?.outcome === 'result' || legacy?.outcome === 'result'
  const asking = [legacy?.outcome === 'protected' && initialize, modern?.outcome === 'protected' && discover]
  const refusal = works ? undefined : asking.find((outcome) => typeof outcome === 'object')
  return {
    openings: seen({
      ...(modern ? { discover: modern } : {}),
      ...(legacy ? { initialize: legacy } : {}),
      legacySse,
    }),
    ...(refusal ? { challenge: challengeOf(refusal) } : {}),
    results: {
      ...(modern?.outcome === 'result' ? { discover: discover?.answer?.message['result'] } : {}),
      ...(legacy?.outcome === 'result' ? { initialize: initialize?.answer?.message['result'] } : {}),
    },
  }
}

function challengeOf({ status, headers }: PostOutcome): Challenge {
  return { status, header: headers.get('www-authenticate') }
}

function isSpoken(opening: Opening | undefined): boolean {
  return opening?.outcome === 'result' || opening?.outcome === 'protected'
}

/** The versions that both sides know, when an opening succeeded. */
export function negotiationOf(openings: OpeningFacts): NegotiationFacts | undefined {
  const { discover, initialize } = openings
  if (discover?.outcome !== 'result' && initialize?.outcome !== 'result') return undefined
  const legacy = initialize?.outcome === 'result' ? initialize.protocolVersions[0] : undefined
  return {
    modern: discover?.outcome === 'result' ? discover.protocolVersions : [],
    ...(legacy === undefined ? {} : { legacy }),
  }
}
