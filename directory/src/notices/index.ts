/**
 * What people are told. Any module tells news with `tell`, in the transaction of what happened: what, why, what to do,
 * by when. They stand in the inbox of the organisation, or of one person of it. Sentences are keys of the catalogue of
 * texts with parameters, so that everybody reads them in their own language. From there jobs take them to the channels
 * that people have chosen: e-mail, signed webhooks, an Atom feed. Knows nothing of connectors.
 */
import { sealedInFeeds } from './feed-store.ts'
import { sealedInWebhooks } from './webhook-store.ts'

export { createNotices, type Notices, type NoticesDependencies } from './create-notices.ts'
export { createTell, noticeQueue, type Tell } from './tell.ts'
export type { News, Notice, NoticeId, Recipient, Saying } from './model.ts'
export { parseMailConfig } from './mail-config.ts'
export type { ContactState } from './mail-address.ts'
export type { MailConfig } from './mailer.ts'

/** Every column of the module that holds sealed values. */
export const sealedInNotices = [...sealedInWebhooks, ...sealedInFeeds]
