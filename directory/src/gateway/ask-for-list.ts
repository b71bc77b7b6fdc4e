import { modernHeaders } from '@connectory/wire'
import { answerOne, type HandlerDependencies } from './handle-post.ts'
import type { Wanted } from './list-kinds.ts'
import { readCapabilities, readList, type ReadList } from './read-list.ts'
import { StopSwitch } from './stop-switch.ts'
import type { ListSubject } from './server-lists.ts'

const mostMs = 30_000
const noQueue = { enter: () => Promise.resolve(() => undefined) }

/** Asks a server for a list in the way of every call, in the name of the person whose connection it is. */
export async function askForList(
  deps: HandlerDependencies,
  wanted: Wanted,
  { endpoint, caller }: ListSubject,
  hasPlace: boolean,
): Promise<ReadList> {
  const limits = {
    ...deps.limits,
    callMs: Math.min(deps.limits.callMs, mostMs),
    clientMs: {},
    // The tool for reading on is ours and no server's.
    continuation: 'off' as const,
  }
  const own = { ...deps, limits, ...(hasPlace && { queue: noQueue }) }
  // Nobody's hanging up ends it: the list is for whoever asks next.
  const ask: Parameters<typeof readList>[2] = (message) => {
    const headers = new Headers(modernHeaders(message.method, {}))
    const arrival = { headers, signal: new StopSwitch() }
    return answerOne(own, arrival, { endpoint, caller, message, session: 'gateway' })
  }
  try {
    return wanted === 'capabilities'
      ? await readCapabilities(endpoint.name, ask)
      : await readList(endpoint.name, wanted, ask)
  } catch (error) {
    deps.log.error({ err: error, listing: endpoint.listing }, 'A list of a server could not be read')
    return { missing: { reason: `The ${wanted} of ${endpoint.name} could not be read.` }, final: false }
  }
}
