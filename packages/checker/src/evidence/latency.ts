import { isObject } from '@connectory/wire'
import { seen, type Evidence, type Looked } from './evidence.ts'
import type { Ground } from './ground.ts'
import type { LatencyFacts } from './odd-facts.ts'
import { requestMessage, type Manner } from './odd-message.ts'
import { endOddly, openOddly } from './odd-session.ts'

const WANTED_LISTS = 4
const FEWEST_LISTS = 3
/** A longer list is read once less; it is a burden for the server. */
const MOST_TOOLS = 200

/** How long openings and lists took in this visit; with a few more lists where too few were read. */
export async function measureLatency(
  ground: Ground,
  tools: Evidence['parts']['tools'],
): Promise<Looked<LatencyFacts>> {
  const { spoken } = ground
  if (!spoken.looked) return spoken
  if (!tools.looked) return seen(timesOf(ground))
  const wanted = tools.value.list.length <= MOST_TOOLS ? WANTED_LISTS : FEWEST_LISTS
  const missing = wanted - timesOf(ground).list.length
  if (missing > 0) await listAgain(ground, missing)
  return seen(timesOf(ground))
}

async function listAgain(ground: Ground, times: number): Promise<void> {
  const { spoken } = ground
  const opened =
    spoken.looked && spoken.value.modern ? undefined : await openOddly(ground, 'initialize to measure')
  if (opened && (!opened.looked || !opened.value.manner)) return
  const legacy = opened?.looked === true ? opened.value.manner : undefined
  const manner: Manner = legacy ?? { era: 'modern' }
  for (let time = 0; time < times; time += 1) {
    const heard = await ground.ask({ step: 'tools/list to measure', ...requestMessage(manner, 'tools/list') })
    if (!heard.looked || heard.value.odd.body !== 'result') break
  }
  await endOddly(ground, legacy)
}

function timesOf({ visit }: Ground): LatencyFacts {
  const opening: number[] = []
  const list: number[] = []
  for (const { request, response, error, durationMs } of visit.log.exchanges) {
    if (error || response?.status !== 200 || request.method !== 'POST') continue
    const method = methodIn(request.body)
    if (method === 'initialize' || method === 'server/discover') opening.push(durationMs)
    else if (method === 'tools/list') list.push(durationMs)
  }
  return { opening, list }
}

function methodIn(body: string | null): unknown {
  try {
    const message: unknown = JSON.parse(body ?? '')
    return isObject(message) ? message['method'] : undefined
  } catch {
    return undefined
  }
}
