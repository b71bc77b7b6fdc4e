import { Problem, type Database, type SubmissionId, type Viewer } from '../kernel/index.ts'
import type { DraftsDependencies } from './drafts.ts'
import { findOpen } from './find.ts'
import { factsIn, issuesOf } from './issues.ts'
import { formOf, type Draft, type DraftId } from './model.ts'
import { seenBy } from './seen-by.ts'
import { noteSubmission } from './store.ts'

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
    also: async (trx, submission) => {
      await stillAs(trx, viewer, draft, revision)
      await noteSubmission(trx, draft.id, submission)
    },
  })
  return became
}

async function factsOf(deps: DraftsDependencies, draft: Draft) {
  const form = formOf(draft.fields)
  const around = {
    allowLoopback: deps.config.allowLoopback,
    now: deps.clock.now(),
    seen: (await seenBy(deps, draft)).seen,
  }
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
  throw new Problem(
    'stale-form',
    'This draft has changed since you opened the page. Nothing was submitted: look at it as it is now, then submit it.',
  )
}
