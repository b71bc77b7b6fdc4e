import { couldNotLook, doesNotApply, seen, type Evidence, type Looked } from './evidence.ts'
import type { Ground } from './ground.ts'
import type { FixationFacts, SessionIdFacts } from './odd-facts.ts'
import { initializeMessage } from './odd-message.ts'
import { endOddly, openOddly } from './odd-session.ts'

/** Opens with a session id of its own making, as somebody does who wants to share the session of a victim. */
export async function tryFixation(ground: Ground): Promise<Looked<FixationFacts>> {
  const { spoken } = ground
  if (!spoken.looked) return spoken
  if (spoken.value.legacy === undefined) return doesNotApply('modern-only')
  const chosen = `connectory-${crypto.randomUUID()}`
  const { headers, body } = initializeMessage()
  const opened = await openOddly(ground, 'initialize with a session id of the client', {
    headers: { ...headers, 'mcp-session-id': chosen },
    body,
  })
  if (!opened.looked) return opened
  const { odd, manner } = opened.value
  if (odd.status === 401 || odd.status === 403) return couldNotLook('behind-login')
  await endOddly(ground, manner)
  return seen({ adopted: manner?.session === chosen, status: odd.status })
}

const WANTED_IDS = 4

/** What the ids of all sessions have in common that this visit was given. */
export async function compareSessionIds(
  ground: Ground,
  sessions: Evidence['parts']['sessions'],
): Promise<Looked<SessionIdFacts>> {
  const { spoken, sessionIds } = ground
  if (!spoken.looked) return spoken
  if (!sessions.looked) return sessions
  if (!sessions.value.sessions) return doesNotApply('no-sessions')
  for (let more = WANTED_IDS - sessionIds.length; more > 0; more -= 1) {
    const opened = await openOddly(ground, 'initialize to compare session ids')
    if (!opened.looked) break
    await endOddly(ground, opened.value.manner)
  }
  const [first = ''] = sessionIds
  const pairs = sessionIds.flatMap((one, index) =>
    sessionIds.slice(index + 1).map((other) => difference(one, other)),
  )
  return seen({
    count: sessionIds.length,
    distinct: new Set(sessionIds).size,
    shortest: Math.min(...sessionIds.map(({ length }) => length)),
    visible: sessionIds.every((id) => /^[\u0021-\u007e]+$/.test(id)),
    leastDifference: Math.min(first.length, ...pairs),
  })
}

/** In how many places two ids differ. A counter or a clock shows itself by very few. */
function difference(one: string, other: string): number {
  const longest = Math.max(one.length, other.length)
  let differing = 0
  for (let place = 0; place < longest; place += 1) if (one[place] !== other[place]) differing += 1
  return differing
}
