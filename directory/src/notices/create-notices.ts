import type { Hono } from 'hono'
import {
  inTransaction,
  Problem,
  type AppEnv,
  type Clock,
  type Database,
  type Ids,
  type Jobs,
  type Viewer,
} from '../kernel/index.ts'
import type { InboxNotice, NoticeId } from './model.ts'
import { noticePages } from './pages/index.tsx'
import {
  countUnread,
  deleteBefore,
  deleteRead,
  findInInbox,
  insertAllRead,
  insertRead,
  readInbox,
} from './store.ts'
import { createTell, type Tell } from './tell.ts'

export interface NoticesDependencies {
  readonly db: Database
  readonly clock: Clock
  readonly ids: Ids
  readonly jobs: Jobs
}

export interface InboxPage {
  readonly notices: readonly InboxNotice[]
  /** Begin of the next page; undefined on the last one. */
  readonly next: NoticeId | undefined
}

export interface Notices {
  readonly tell: Tell
  /** Newest first. */
  inbox(
    viewer: Viewer,
    page?: { readonly before?: NoticeId | undefined; readonly unreadOnly?: boolean },
  ): Promise<InboxPage>
  /** @throws Problem not-found */
  one(viewer: Viewer, id: NoticeId): Promise<InboxNotice>
  /** At most 100: who has more is told so. */
  unread(viewer: Viewer): Promise<number>
  /** @throws Problem not-found */
  markRead(viewer: Viewer, id: NoticeId, read: boolean): Promise<void>
  /** Everything up to this one. */
  markAllRead(viewer: Viewer, until: NoticeId): Promise<void>
  /** Drops notices that are older than 400 days. */
  forgetOld(): Promise<void>
  routes(): Hono<AppEnv>
}

/** One more than the header shows as a number. */
export const mostUnread = 100
const perPage = 20
const keptMs = 400 * 24 * 3_600_000

export function createNotices(deps: NoticesDependencies): Notices {
  const { db, clock } = deps
  const verbs: Omit<Notices, 'routes'> = {
    tell: createTell(deps),
    async inbox(viewer, { before, unreadOnly = false } = {}) {
      const found = await readInbox(db, viewer, { before, unreadOnly, most: perPage + 1 })
      const notices = found.slice(0, perPage)
      return { notices, next: found.length > perPage ? notices.at(-1)?.id : undefined }
    },
    one: (viewer, id) => findOne(db, viewer, id),
    unread: (viewer) => countUnread(db, viewer, mostUnread),
    async markRead(viewer, id, read) {
      await inTransaction(db, async (trx) => {
        await findOne(trx, viewer, id)
        if (read) await insertRead(trx, viewer.person, id, clock.now())
        else await deleteRead(trx, viewer.person, id)
      })
    },
    markAllRead: (viewer, until) => insertAllRead(db, viewer, until, clock.now()),
    forgetOld: () => deleteBefore(db, new Date(clock.now().getTime() - keptMs)),
  }
  return { ...verbs, routes: () => noticePages(verbs) }
}

async function findOne(db: Database, viewer: Viewer, id: NoticeId): Promise<InboxNotice> {
  const notice = await findInInbox(db, viewer, id)
  if (notice === undefined) throw new Problem('not-found', 'There is no such notice in your inbox.')
  return notice
}
