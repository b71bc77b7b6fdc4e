import type { Clock, Database, Ids, Jobs } from '../kernel/index.ts'
import type { News, NoticeId } from './model.ts'
import { insertNotice } from './store.ts'

/** The queue of the module; a job carries the id of a notice that is to be handed to its channels. */
export const noticeQueue = 'notices'

/**
 * Tells somebody something, in the caller's transaction: the notice is there exactly when what it speaks of is.
 * @returns undefined when this was told before
 */
export type Tell = (trx: Database, news: News) => Promise<NoticeId | undefined>

/** Longest words of a person that are kept. */
const longestQuote = 4_000

export function createTell({
  clock,
  ids,
  jobs,
}: {
  readonly clock: Clock
  readonly ids: Ids
  readonly jobs: Pick<Jobs, 'send'>
}): Tell {
  return async (trx, { by, quote, ...news }) => {
    const id = ids.next<NoticeId>()
    const words = quote?.trim().slice(0, longestQuote) ?? ''
    const isNew = await insertNotice(trx, {
      ...news,
      id,
      at: clock.now(),
      by: by ?? null,
      quote: words === '' ? null : words,
    })
    if (!isNew) return undefined
    await jobs.send(trx, noticeQueue, { notice: id })
    return id
  }
}
