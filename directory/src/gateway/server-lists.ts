import type { Endpoint } from '../catalogue/index.ts'
import type { Clock, ConnectionId } from '../kernel/index.ts'
import type { After } from './deadline.ts'
import type { Caller } from './gateway.ts'
import type { Listed, ReadList } from './read-list.ts'

/** Whose list: what this server shows over this connection. */
export interface ListSubject {
  readonly endpoint: Endpoint
  readonly caller: Caller
  readonly connection: ConnectionId
}

/** Why what a server has is not there. */
export interface Missing {
  /** For the person. */
  readonly reason: string
  /** Where only the person can help. */
  readonly connectUrl?: string
}

export type ServerList =
  | { readonly items: readonly Listed[] }
  | { readonly items?: never; readonly missing: Missing }

/**
 * Lists of one kind per connection, so never one person's for another: in the memory of this replica, each as long as its
 * server says. A new connection, a new version or another address is another list.
 */
export interface ServerLists {
  /** Waits for the server no longer than it may; after that it goes on without, and the list is there next time. */
  of(subject: ListSubject): Promise<ServerList>
  /** What was known within the last hour, without asking; empty when nothing was. */
  known(subject: ListSubject): readonly Listed[]
  /** As `of`, for a call that has its place at the server: content with what was known within the last hour. */
  forCall(subject: ListSubject): Promise<ServerList>
  /** The server says that its list is another now. */
  changed(connection: ConnectionId): void
  /** What is known is wrong. */
  forget(connection: ConnectionId): void
}

interface Deps {
  readonly clock: Clock
  readonly after: After
  readonly waitMs: number
  /** @param hasPlace the line before the server was stood in already */
  readonly read: (subject: ListSubject, hasPlace: boolean) => Promise<ReadList>
}

interface Entry {
  /** Version and address that it is about. */
  readonly about: string
  items: readonly Listed[] | undefined
  bytes: number
  /** Fresh until then; usable when nothing better comes until `staleUntil`. */
  until: number
  staleUntil: number
  failed: { readonly missing: Missing; readonly until: number } | undefined
  reading: Promise<void> | undefined
  /** Somebody has waited for the current reading as long as one does. */
  late: boolean
}

const bounds = { leastMs: 5_000, mostMs: 300_000, staleMs: 3_600_000, failedMs: 30_000 }
const mostBytes = 64 * 1024 * 1024
const mostEntries = 10_000

export function createServerLists(deps: Deps): ServerLists {
  /** What was used longest ago stands in front. */
  const entries = new Map<ConnectionId, Entry>()
  let held = 0
  const now = (): number => deps.clock.now().getTime()
  const entryOf = ({ endpoint, connection }: ListSubject): Entry => {
    const about = `${endpoint.version} ${endpoint.serverUrl}`
    const known = entries.get(connection)
    const entry = known?.about === about ? known : emptyEntry(about)
    if (entry !== known) held -= known?.bytes ?? 0
    entries.delete(connection)
    entries.set(connection, entry)
    tidy()
    return entry
  }
  const tidy = (): void => {
    for (const [connection, { bytes }] of entries) {
      if (held <= mostBytes && entries.size <= mostEntries) return
      entries.delete(connection)
      held -= bytes
    }
  }
  const keep = (subject: ListSubject, entry: Entry, list: ReadList): void => {
    entry.reading = undefined
    entry.late = false
    const at = now()
    if ('items' in list) {
      const lasts = Math.min(Math.max(list.ttlMs ?? 60_000, bounds.leastMs), bounds.mostMs)
      if (entries.get(subject.connection) === entry) held += list.bytes - entry.bytes
      Object.assign(entry, { items: list.items, bytes: list.bytes, failed: undefined })
      entry.until = at + lasts
      entry.staleUntil = at + bounds.staleMs
      tidy()
      return
    }
    // What only the person can mend is asked again each time: that costs no request to the server.
    entry.failed = { missing: list.missing, until: list.final ? at : at + bounds.failedMs }
    if (list.final) entry.staleUntil = 0
  }
  const readOnce = (subject: ListSubject, entry: Entry, hasPlace: boolean): Promise<void> => {
    entry.reading ??= deps.read(subject, hasPlace).then((list) => keep(subject, entry, list))
    return entry.reading
  }
  const list = async (subject: ListSubject, hasPlace: boolean): Promise<ServerList> => {
    const entry = entryOf(subject)
    const good = hasPlace ? entry.staleUntil : entry.until
    if (entry.items !== undefined && good > now()) return { items: entry.items }
    if ((entry.failed?.until ?? 0) <= now() && !(entry.late && entry.reading !== undefined)) {
      const inTime = await within(readOnce(subject, entry, hasPlace), deps)
      if (!inTime) entry.late = true
    }
    if (entry.items !== undefined && entry.staleUntil > now()) return { items: entry.items }
    const slow = { reason: `${subject.endpoint.name} has not answered yet. Try again in a moment.` }
    return { missing: entry.reading === undefined ? (entry.failed?.missing ?? slow) : slow }
  }
  return {
    known(subject) {
      const { items = [], staleUntil } = entryOf(subject)
      return staleUntil > now() ? items : []
    },
    of: (subject) => list(subject, false),
    forCall: (subject) => list(subject, true),
    changed(connection) {
      const entry = entries.get(connection)
      // What is being read now may be from before: it is for those who wait for it, and nobody else.
      if (entry !== undefined)
        entries.set(connection, { ...entry, until: 0, failed: undefined, reading: undefined, late: false })
    },
    forget(connection) {
      held -= entries.get(connection)?.bytes ?? 0
      entries.delete(connection)
    },
  }
}

function emptyEntry(about: string): Entry {
  return {
    about,
    items: undefined,
    bytes: 0,
    until: 0,
    staleUntil: 0,
    failed: undefined,
    reading: undefined,
    late: false,
  }
}

/** @returns false when the time was over first; the work goes on */
async function within(work: Promise<void>, { after, waitMs }: Pick<Deps, 'after' | 'waitMs'>) {
  const { promise, resolve } = Promise.withResolvers<false>()
  const stop = after(waitMs, () => resolve(false))
  try {
    return await Promise.race([work.then(() => true), promise])
  } finally {
    stop()
  }
}
