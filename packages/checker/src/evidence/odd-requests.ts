import { askBareMethods } from './bare-methods.ts'
import { doesNotApply, seen, type Evidence, type Looked } from './evidence.ts'
import type { FixationFacts, IdentityFacts } from './odd-facts.ts'
import type { Ground } from './ground.ts'
import { askInSession, type InSessionParts } from './in-session.ts'
import { measureLatency } from './latency.ts'
import { tryOrigins, type OriginParts } from './origins.ts'
import { listAsOther } from './other-client.ts'
import type { ServerFacts } from './evidence.ts'
import { compareSessionIds, tryFixation } from './session-ids.ts'

/** The parts of the step "Trying odd requests". */
export type OddParts = InSessionParts &
  OriginParts &
  Pick<Evidence['parts'], 'bareMethods' | 'fixation' | 'sessionIds' | 'otherClient' | 'latency' | 'identity'>

/** What was seen of the server before. */
interface Before {
  readonly tools: Evidence['parts']['tools']
  readonly info: ServerFacts['serverInfo']
}

/**
 * Asks what no healthy client asks, and reads how the server bears it. Each group asks one thing after the other;
 * two groups at a time.
 */
export async function tryOddRequests(ground: Ground, { tools, info }: Before): Promise<OddParts> {
  const [inSession, origins, fixation, otherClient, bareMethods] = await twoAtATime([
    () => askInSession(ground),
    () => tryOrigins(ground),
    () => tryFixation(ground),
    () => listAsOther(ground, tools),
    () => askBareMethods(ground),
  ])
  const latency = await measureLatency(ground, tools)
  return {
    ...inSession,
    ...origins,
    fixation: withSessions(fixation, inSession.sessions),
    sessionIds: await compareSessionIds(ground, inSession.sessions),
    otherClient,
    bareMethods,
    latency,
    identity: identityOf(ground, info),
  }
}

/** Nobody can fix the session of a server that has none. */
function withSessions(
  fixation: Looked<FixationFacts>,
  sessions: InSessionParts['sessions'],
): Looked<FixationFacts> {
  return sessions.looked && !sessions.value.sessions ? doesNotApply('no-sessions') : fixation
}

function identityOf({ spoken }: Ground, info: ServerFacts['serverInfo']): Looked<IdentityFacts> {
  if (!spoken.looked) return spoken
  const { name = '', version = '' } = info ?? {}
  return seen({ ...(name === '' ? {} : { name }), ...(version === '' ? {} : { version }) })
}

type Results<Groups extends readonly (() => Promise<unknown>)[]> = {
  -readonly [Index in keyof Groups]: Awaited<ReturnType<Groups[Index]>>
}

/** Runs the groups in their order, never more than two at once. */
async function twoAtATime<const Groups extends readonly (() => Promise<unknown>)[]>(
  groups: Groups,
): Promise<Results<Groups>> {
  const results: unknown[] = []
  const waiting = groups.entries()
  const work = async (): Promise<void> => {
    for (const [index, group] of waiting) results[index] = await group()
  }
  await Promise.all([work(), work()])
  // Each result stands at the place of its group.
  return results as Results<Groups>
}
