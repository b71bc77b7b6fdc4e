import type { SafeFetch } from '@connectory/wire'
import type { Catalogue, Fate } from '../catalogue/index.ts'
import type {
  Clock,
  Database,
  Id,
  Ids,
  ListingId,
  Log,
  OrganisationId,
  Vault,
  Viewer,
} from '../kernel/index.ts'
import type { Notices } from '../notices/index.ts'
import type { Holder, Owned, Owner, Phase, TestAccount, Words } from './model.ts'

export interface TestAccountsDependencies {
  readonly db: Database
  readonly clock: Clock
  readonly ids: Ids
  readonly log: Log
  readonly vault: Vault
  readonly notices: Pick<Notices, 'tell'>
  readonly catalogue: Pick<Catalogue, 'byId' | 'shownVersion'>
  readonly fetch: SafeFetch
  readonly config: { readonly testAccountDays: number }
}

/** What pages show of one, to its publisher and to reviewers. */
export interface AccountView {
  /** Undefined when none was ever given. */
  readonly account: TestAccount | undefined
  /** When reviewers opened it, the last first. */
  readonly openings: readonly Date[]
}

/** Whom to ask for one, and on which page they give it. */
export interface Wanted extends Owned {
  readonly organisation: OrganisationId
  /** As people know the connector. */
  readonly name: string
}

export interface TestAccounts {
  /** In place of what was there. The caller has made sure that the holder is the viewer's. */
  give(
    trx: Database,
    viewer: Viewer,
    owner: Owner,
    given: { readonly words: Words; readonly phase: Phase },
  ): Promise<void>
  /** The publisher takes it back. */
  remove(trx: Database, viewer: Viewer, holder: Holder): Promise<void>
  /** The publisher says that it still works. @throws Problem conflict when there is none */
  confirm(trx: Database, viewer: Viewer, holder: Holder): Promise<void>
  view(db: Database, holder: Holder): Promise<AccountView>
  /** The draft was submitted. @returns whether there is an account now */
  move(trx: Database, draft: Id<'draft'>, to: Owned): Promise<boolean>
  /** The draft is discarded, and so is what was given with it. */
  discard(trx: Database, draft: Id<'draft'>): Promise<void>
  /** What follows from what became of a case of this listing. */
  follow(trx: Database, listing: ListingId, phase: Phase): Promise<void>
  /** Port of the catalogue: what is not listed any more, or belongs to others, has none; for an open case one is asked for. */
  became(trx: Database, fate: Fate): Promise<void>
  /** A case that needs one begins, or begins again: its publisher is asked for it where there is none. */
  ask(trx: Database, wanted: Wanted): Promise<void>
  /**
   * Its words, for the person who holds the case; writes who opened it, when and in which case.
   * @throws Problem not-found when there is none
   */
  open(trx: Database, viewer: Viewer, opened: Owned): Promise<Words>
  /** Ends those whose time is over; for the schedule. */
  endExpired(): Promise<void>
  /** Asks publishers of what is listed whether theirs still work; for the schedule. */
  askMonthly(): Promise<void>
  /** Signs in with those that a program can use and that are due; for the schedule. */
  tryDue(): Promise<void>
}
