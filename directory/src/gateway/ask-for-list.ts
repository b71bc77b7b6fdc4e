import { modernHeaders } from '@connectory/wire'
import { answerOne, type HandlerDependencies } from './handle-post.ts'
import { readToolList, type ReadList } from './read-tool-list.ts'
import { StopSwitch } from './stop-switch.ts'
import type { ListSubject } from './tool-lists.ts'

const mostMs = 30_000
const noQueue = { enter: () => Promise.resolve(() => undefined) }

/** Asks a server for its tools in the way of every call, in the name of the person whose connection it is. */
export async function askForList(
  deps: HandlerDependencies,
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
  const arrival = {
    headers: new Headers(modernHeaders('tools/list', {})),
    signal: new StopSwitch(),
  }
  try {
    return await readToolList(endpoint.name, (message) =>
      answerOne(own, arrival, { endpoint, caller, message, session: 'gateway' }),
    )
  } catch (error) {
    deps.log.error({ err: error, listing: endpoint.listing }, 'A list of tools could not be read')
    return { missing: { reason: `The tools of ${endpoint.name} could not be read.` }, final: false }
  }
}
