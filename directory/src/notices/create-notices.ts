import type { Hono } from 'hono'
import type { SafeFetch } from '@connectory/wire'
import {
  inTransaction,
  parseId,
  Problem,
  type AppEnv,
  type Clock,
  type Database,
  type Ids,
  type Jobs,
  type Log,
  type Vault,
  type Viewer,
} from '../kernel/index.ts'
import type { Organisations } from '../organisations/index.ts'
import type { Delivery } from './channels.ts'
import { deliverDue, spread, type Delivering } from './deliver.ts'
import { deliveriesTo } from './delivery-store.ts'
import { feedVerbs, type FeedVerbs } from './feed.ts'
import { mailVerbs, type MailVerbs } from './mail-address.ts'
import { deleteAddressesBefore } from './mailbox-store.ts'
import { createMailer, type MailConfig } from './mailer.ts'
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
import { createTell, noticeQueue, type Tell } from './tell.ts'
import { webhooksOf } from './webhook-store.ts'
import { webhookVerbs, type WebhookVerbs } from './webhooks.ts'

export interface NoticesDependencies {
  readonly db: Database
  readonly clock: Clock
  readonly ids: Ids
  readonly jobs: Jobs
  readonly vault: Vault
  readonly log: Log
  /** For webhooks. */
  readonly fetch: SafeFetch
  readonly organisations: Pick<Organisations, 'membersOf' | 'isOwner'>
  readonly config: {
    readonly publicUrl: URL
    readonly instanceName: string
    /** Without it no mail is sent. */
    readonly mail?: MailConfig | undefined
  }
}

export interface InboxPage {
  readonly notices: readonly InboxNotice[]
  /** Begin of the next page; undefined on the last one. */
  readonly next: NoticeId | undefined
}

export interface Notices extends MailVerbs, WebhookVerbs, FeedVerbs {
  readonly tell: Tell
  /** Newest first. */
  inbox(
    viewer: Viewer,
    page?: { readonly before?: NoticeId | undefined; readonly unreadOnly?: boolean },
  ): Promise<InboxPage>
  /** @throws Problem not-found */
  one(viewer: Viewer, id: NoticeId): Promise<InboxNotice>
  /** How a notice was sent: the viewer's mail, and the organisation's webhooks. */
  deliveries(viewer: Viewer, id: NoticeId): Promise<readonly Delivery[]>
  /** At most 100: who has more is told so. */
  unread(viewer: Viewer): Promise<number>
  /** @throws Problem not-found */
  markRead(viewer: Viewer, id: NoticeId, read: boolean): Promise<void>
  /** Everything up to this one. */
  markAllRead(viewer: Viewer, until: NoticeId): Promise<void>
  /** Takes jobs from the queue. */
  work(): Promise<void>
  /** Begins to send what is due; one run at a time in each process, any number of replicas. */
  deliverDue(): Promise<void>
  /** Ends when what is being sent has been. */
  settled(): Promise<void>
  /** Drops notices that are older than 400 days, and addresses that nobody confirmed. */
  forgetOld(): Promise<void>
  routes(): Hono<AppEnv>
}

/** One more than the header shows as a number. */
const mostUnread = 100
const perPage = 20
const day = 24 * 3_600_000

export function createNotices(deps: NoticesDependencies): Notices {
  const { db, clock, log, jobs, config } = deps
  const tell = createTell(deps)
  const sendMail = config.mail && createMailer(config.mail, config.publicUrl.hostname)
  const delivering: Delivering = { ...deps, tell, sendMail }
  let running: Promise<void> | undefined
  const verbs: Omit<Notices, 'routes'> = {
    tell,
    ...readingVerbs(deps),
    ...mailVerbs(delivering),
    ...webhookVerbs(delivering),
    ...feedVerbs(delivering),
    work: () =>
      jobs.work(noticeQueue, async ({ notice }) => {
        const id = parseId<NoticeId>(String(notice))
        if (id !== undefined) await spread(delivering, id)
      }),
    async deliverDue() {
      // Not awaited: a receiver may take its time, and the schedule begins with a run of each task.
      running ??= deliverDue(delivering)
        .catch((error: unknown) => log.error({ err: error }, 'Notices that are due could not be sent'))
        .finally(() => (running = undefined))
    },
    settled: async () => await running,
    async forgetOld() {
      const now = clock.now().getTime()
      await deleteBefore(db, new Date(now - 400 * day))
      await deleteAddressesBefore(db, new Date(now - 2 * day))
    },
  }
  return { ...verbs, routes: () => noticePages(verbs) }
}

type Reading = Pick<Notices, 'inbox' | 'one' | 'deliveries' | 'unread' | 'markRead' | 'markAllRead'>

function readingVerbs({ db, clock }: NoticesDependencies): Reading {
  return {
    async inbox(viewer, { before, unreadOnly = false } = {}) {
      const found = await readInbox(db, viewer, { before, unreadOnly, most: perPage + 1 })
      const notices = found.slice(0, perPage)
      return { notices, next: found.length > perPage ? notices.at(-1)?.id : undefined }
    },
    one: (viewer, id) => findOne(db, viewer, id),
    async deliveries(viewer, id) {
      await findOne(db, viewer, id)
      const webhooks = await webhooksOf(db, viewer.organisation)
      return await deliveriesTo(db, [viewer.person, ...webhooks.map((webhook) => webhook.id)], id)
    },
    unread: (viewer) => countUnread(db, viewer, mostUnread),
    async markRead(viewer, id, read) {
      await inTransaction(db, async (trx) => {
        await findOne(trx, viewer, id)
        if (read) await insertRead(trx, viewer.person, id, clock.now())
        else await deleteRead(trx, viewer.person, id)
      })
    },
    markAllRead: (viewer, until) => insertAllRead(db, viewer, until, clock.now()),
  }
}

async function findOne(db: Database, viewer: Viewer, id: NoticeId): Promise<InboxNotice> {
  const notice = await findInInbox(db, viewer, id)
  if (notice === undefined) throw new Problem('not-found', 'There is no such notice in your inbox.')
  return notice
}
