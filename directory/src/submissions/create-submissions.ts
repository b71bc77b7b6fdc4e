import type { Submissions, SubmissionsDependencies } from './submissions.ts'
import { monthsBetween, tallyBetween } from './decided-store.ts'
import { findSubmission, findVisible } from './find-submission.ts'
import { submissionRoutes } from './pages/index.tsx'
import { recordChecked, target } from './record-checked.ts'
import { record } from './record.ts'
import { requestCheck } from './request-check.ts'
import { appeal, reply } from './speak.ts'
import { reclaim, resubmit } from './resubmit.ts'
import { loadRevision, readPast } from './store.ts'
import { answersOverdue, findDuplicate, rowsInStatus, rowsOfOrganisation, rowsWaiting } from './store-rows.ts'
import { giveTo, iconOf, ofListing } from './store-listing.ts'
import { submit } from './submit.ts'
import { confirmAccount, giveAccount, removeAccount } from './test-account.ts'
import { update } from './update.ts'
import { close, withdraw } from './withdraw.ts'

export function createSubmissions(deps: SubmissionsDependencies): Submissions {
  const { db } = deps
  const submissions: Submissions = {
    load: findSubmission,
    revision: loadRevision,
    past: readPast,
    record: (trx, submission, change) => record(deps, trx, submission, change),
    waiting: (most) => rowsWaiting(deps, most),
    overdue: (at, most) => answersOverdue(db, at, most),
    inStatus: (statuses, page = { limit: 100, offset: 0 }) => rowsInStatus(db, statuses, page),
    tally: (span) => tallyBetween(db, span),
    monthlyTally: (span) => monthsBetween(db, span),
    submit: (viewer, facts, options) => submit(deps, viewer, facts, options),
    update: (viewer, id, change) => update(deps, viewer, id, change),
    ofListing: (listing, trx = db) => ofListing(trx, listing),
    close: (trx, listing, change) => close(deps, trx, listing, change),
    handOver: giveTo,
    resubmit: (viewer, id, change) => resubmit(deps, viewer, id, change),
    reply: (viewer, id, text) => reply(deps, viewer, id, text),
    appeal: (viewer, id, change) => appeal(deps, viewer, id, change),
    reclaim: (trx, submission, actor) => reclaim(deps, trx, submission, actor),
    iconOf,
    giveAccount: (viewer, id, words) => giveAccount(deps, viewer, id, words),
    confirmAccount: (viewer, id) => confirmAccount(deps, viewer, id),
    removeAccount: (viewer, id) => removeAccount(deps, viewer, id),
    withdraw: (viewer, id, change) => withdraw(deps, viewer, id, change),
    requestCheck: (viewer, id, change) => requestCheck(deps, viewer, id, change),
    mine: (viewer) => rowsOfOrganisation(db, viewer.organisation),
    duplicateOf: (viewer, serverUrl) => findDuplicate(db, viewer.organisation, serverUrl),
    async view(viewer, id) {
      const submission = await findVisible(db, viewer, id)
      const revision = await loadRevision(db, id, submission.state.revision)
      return { submission, revision, past: await readPast(db, id) }
    },
    target: (id, attempt) => target(db, id, attempt),
    recordChecked: (trx, outcome) => recordChecked(deps, trx, outcome),
    routes: () => submissionRoutes({ ...deps, submissions }),
  }
  return submissions
}
