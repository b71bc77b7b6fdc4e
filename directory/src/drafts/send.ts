import { Problem, type Database, type SubmissionId, type Viewer } from '../kernel/index.ts'
import type { DraftsDependencies } from './drafts.ts'
import { findOpen } from './find.ts'
import { factsIn, issuesOf, needsAccount } from './issues.ts'
import { formOf, type Draft, type DraftId } from './model.ts'
import { noteSubmission } from './store.ts'
import { surroundings } from './surroundings.ts'

/** @see Drafts.send */
export async function send(
  deps: DraftsDependencies,
  viewer: Viewer,
  id: DraftId,
  { revision }: { readonly revision: number },
): Promise<SubmissionId> {
  const draft = await findOpen(deps.db, viewer, id)
  const facts = await factsOf(deps, draft)
  const form = formOf(draft.fields)
  const { id: became } = await deps.submissions.submit(viewer, facts, {
    publishOnApproval: (form['publishOnApproval'] ?? '') !== '',
    also: async (trx, { id: submission, listing }) => {
      await stillAs(trx, viewer, draft, revision)
      const hasAccount = await deps.testAccounts.move(trx, draft.id, { listing, submission })
      if (needsAccount(form) && !hasAccount) throw changedSince()
      await noteSubmission(trx, draft.id, submission)
    },
  })
  return became
}

async function factsOf(deps: DraftsDependencies, draft: Draft) {
  const form = formOf(draft.fields)
  const { around } = await surroundings(deps, draft)
  const open = issuesOf(form, around).filter(({ level }) => level === 'must')
  const parsed = factsIn(form, around)
  if (open.length > 0 || 'faults' in parsed) {
    throw new Problem('invalid-input', `${open.length} questions of this draft are still open.`)
  }
  return parsed.facts
}

/** What was judged and shown is what is sent. */
async function stillAs(trx: Database, viewer: Viewer, judged: Draft, shown: number): Promise<void> {
  const now = await findOpen(trx, viewer, judged.id)
  if (now.revision === judged.revision && now.revision === shown) return
  throw changedSince()
}

function changedSince(): Problem {
  return new Problem(
    'stale-form',
    'This draft has changed since you opened the page. Nothing was submitted: look at it as it is now, then submit it.',
  )
}
