import { inTransaction, Problem, type Database, type SubmissionId, type Viewer } from '../kernel/index.ts'
import type { Phase, Words } from '../test-accounts/index.ts'
import type { Facts } from './facts.ts'
import { findVisible, isOwner } from './find-submission.ts'
import type { Submission, SubmissionStatus } from './model.ts'
import { ofListing } from './store-listing.ts'
import type { SubmissionsDependencies } from './submissions.ts'

const undecided: readonly SubmissionStatus[] = [
  'checking',
  'in-review',
  'second-approval',
  'changes-requested',
  'appealed',
]

/** How far a case is, for the account that it needs. */
export function phaseOf(status: SubmissionStatus): Phase {
  if (undecided.includes(status)) return 'open'
  return status === 'withdrawn' ? 'withdrawn' : 'decided'
}

/**
 * How far the cases of a listing are together, when one of them has come to this phase: the account is for all of them.
 * What is in the directory stays when a new version of it is withdrawn; what is not has no use for one.
 */
export function phaseAmong(phase: Phase, others: readonly SubmissionStatus[], isListed: boolean): Phase {
  if (others.some((status) => undecided.includes(status))) return 'open'
  return phase === 'withdrawn' && isListed ? 'decided' : phase
}

/** A case begins, or begins again: its publisher is asked for the account that it needs, where there is none. */
export async function askForAccount(
  { testAccounts }: Pick<SubmissionsDependencies, 'testAccounts'>,
  trx: Database,
  { id, listing, organisation }: Submission,
  { auth, name }: Facts,
): Promise<void> {
  if (auth !== 'oauth') return
  await testAccounts.ask(trx, { listing, submission: id, organisation, name })
}

type Dependencies = Pick<SubmissionsDependencies, 'db' | 'testAccounts' | 'catalogue'>

/** @see Submissions.giveAccount */
export async function giveAccount(
  deps: Dependencies,
  viewer: Viewer,
  id: SubmissionId,
  words: Words,
): Promise<void> {
  await inTransaction(deps.db, async (trx) => {
    const { listing } = await ownedBy(trx, viewer, id)
    const cases = await ofListing(trx, listing)
    const known = await deps.catalogue.byId(listing, trx)
    const open = cases.some(({ status }) => undecided.includes(status))
    const gone = known === undefined || known.state === 'removed' || known.state === 'delisted'
    if (!open && (gone || cases.every(({ status }) => status === 'withdrawn'))) {
      throw new Problem(
        'conflict',
        'Nothing of this is reviewed any more, so no test account is kept for it.',
      )
    }
    const phase = open ? 'open' : 'decided'
    await deps.testAccounts.give(trx, viewer, { listing, submission: id }, { words, phase })
  })
}

/** @see Submissions.removeAccount */
export async function removeAccount(deps: Dependencies, viewer: Viewer, id: SubmissionId): Promise<void> {
  await inTransaction(deps.db, async (trx) => {
    const { listing } = await ownedBy(trx, viewer, id)
    await deps.testAccounts.remove(trx, viewer, { listing })
  })
}

/** @see Submissions.confirmAccount */
export async function confirmAccount(deps: Dependencies, viewer: Viewer, id: SubmissionId): Promise<void> {
  await inTransaction(deps.db, async (trx) => {
    const { listing } = await ownedBy(trx, viewer, id)
    await deps.testAccounts.confirm(trx, viewer, { listing })
  })
}

/** @throws Problem not-found | not-allowed */
export async function ownedBy(db: Database, viewer: Viewer, id: SubmissionId): Promise<Submission> {
  const submission = await findVisible(db, viewer, id)
  if (isOwner(viewer, submission)) return submission
  throw new Problem('not-allowed', 'Only the publisher of this submission gives its test account.')
}
