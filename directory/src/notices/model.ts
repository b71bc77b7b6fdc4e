import type { Id, OrganisationId, PersonId, TextParameters } from '../kernel/index.ts'
import type { TextKey } from '../web/index.ts'

export type NoticeId = Id<'notice'>

/** A sentence of the catalogue of texts, said when somebody reads it, in the reader's language. */
export interface Saying {
  readonly key: TextKey
  readonly parameters?: TextParameters
}

/** Everybody in an organisation, or one person of it. */
export interface Recipient {
  readonly organisation: OrganisationId
  readonly person?: PersonId
}

/** What a module has to tell. */
export interface News {
  /** `<module>.<what-happened>`, such as `submissions.rejected`; programs read it. */
  readonly kind: string
  readonly to: Recipient
  /** `<what>:<id>`, such as `submission:0199…`. */
  readonly about: string
  /**
   * Which of the things that can happen to it more than once: the number of an event, a day. The same kind, about and
   * occasion are told once to each recipient, however often they are given.
   */
  readonly occasion: string
  /** The subject of a mail: one line without a full stop at its end. */
  readonly what: Saying
  readonly why: Saying
  readonly whatToDo: Saying
  /** Words of a person, such as a reviewer; shown as they were written. */
  readonly quote?: string
  /** When it is too late. */
  readonly by?: Date
  /** Where to do it: a path of ours without language, such as `/submissions/0199…`. */
  readonly link: string
}

/** News as they stand in the inbox. */
export interface Notice extends Omit<News, 'by' | 'quote'> {
  readonly id: NoticeId
  readonly quote: string | null
  readonly by: Date | null
  readonly at: Date
}

/** A notice, and whether the one who asks has read it. */
export interface InboxNotice extends Notice {
  readonly read: boolean
}
