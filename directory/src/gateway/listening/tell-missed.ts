import { createHash } from 'node:crypto'
import type { StopSignal } from '@connectory/wire'
import { pause, type After } from '../deadline.ts'
import type { GatewayDependencies } from '../gateway.ts'
import { changedBy, listChanges, type ListKind } from '../list-kinds.ts'
import type { Listed } from '../read-list.ts'
import type { ListSubject, ServerLists } from '../server-lists.ts'
import { changesOf, type Filter, type Notification } from './filter.ts'

/** Tells what has changed at a server while nothing was heard of it. */
export interface Missed {
  /** Its stream has ended, or could not be opened. */
  lost(at: Heard): void
  /** It is open, for the first time or again. */
  back(at: Heard): void
}

/** Whose stream it is, and what its listener wants of it. */
interface Heard {
  readonly subject: ListSubject
  readonly filter: Filter
}

interface Deps extends Pick<GatewayDependencies, 'log'> {
  readonly lists: Readonly<Record<ListKind, ServerLists>>
  readonly after: After
  readonly say: (news: Notification) => void
  readonly gone: StopSignal
}

/** However often a server ends its stream, its lists are read no more often for that, nor its resources told of. */
const restMs = 240_000

/**
 * Of lists those are told that are others than before. Whether a resource is another only its reader can see, so each
 * that is listened to is told.
 */
export function createMissed({ lists, after, say, gone, log }: Deps): Missed {
  /** The lists as they were when the stream was lost for the first time since it was told what was missed. */
  let before: ReadonlyMap<string, string> | undefined
  let isAway = false
  let isAtWork = false
  let latest: Heard
  const tell = async ({ subject, filter }: Heard): Promise<void> => {
    const earlier = before
    before = undefined
    for (const uri of filter.uris) say({ method: 'notifications/resources/updated', params: { uri } })
    const fresh = async (kind: ListKind): Promise<readonly Listed[]> => {
      lists[kind].changed(subject.connection)
      return (await lists[kind].of(subject)).items ?? []
    }
    const look = async (name: string): Promise<void> => {
      const now = digestOf(await Promise.all(kindsOf(name).map(fresh)))
      if (now !== earlier?.get(name)) changesOf([name]).forEach(say)
    }
    await Promise.all(filter.lists.map(look))
  }
  const tellOn = async (): Promise<void> => {
    if (isAtWork) return
    isAtWork = true
    try {
      while (before !== undefined && !isAway && !gone.aborted) {
        await tell(latest)
        await pause(after, restMs, gone)
      }
    } finally {
      isAtWork = false
    }
  }
  return {
    lost({ subject, filter }) {
      isAway = true
      if (gone.aborted) return
      const known = (kind: ListKind): readonly Listed[] => lists[kind].known(subject)
      before ??= new Map(filter.lists.map((name) => [name, digestOf(kindsOf(name).map(known))]))
    },
    back(at) {
      isAway = false
      latest = at
      tellOn().catch((error: unknown) =>
        log.error({ err: error, listing: at.subject.endpoint.listing }, 'What was missed could not be told'),
      )
    },
  }
}

function kindsOf(list: string): readonly ListKind[] {
  return changedBy.get(listChanges[list]?.method) ?? []
}

/** Some servers have no order. */
function digestOf(lists: readonly (readonly Listed[])[]): string {
  const texts = lists.map((items) => items.map(({ text }) => text).toSorted())
  return createHash('sha256').update(JSON.stringify(texts)).digest('base64url')
}
