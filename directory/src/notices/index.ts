/**
 * What people are told. Any module tells news with `tell`, in the transaction of what happened: what, why, what to do,
 * by when. They stand in the inbox of the organisation, or of one person of it. Sentences are keys of the catalogue of
 * texts with parameters, so that everybody reads them in their own language. Knows nothing of connectors.
 */
export { createNotices, type Notices, type NoticesDependencies } from './create-notices.ts'
export { createTell, noticeQueue, type Tell } from './tell.ts'
export type { News, Notice, NoticeId, Recipient, Saying } from './model.ts'
