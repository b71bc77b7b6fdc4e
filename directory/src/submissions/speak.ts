import { inTransaction, Problem, type SubmissionId, type Viewer } from '../kernel/index.ts'
import { findOwned, findVisible, isOwner } from './find-submission.ts'
import type { Submission } from './model.ts'
import { record } from './record.ts'
import type { SubmissionsDependencies } from './submissions.ts'

const longestWords = 4_000

/** A message of the publisher to the reviewers, or of a reviewer to the publisher; nobody can change it later. */
export async function reply(
  deps: SubmissionsDependencies,
  viewer: Viewer,
  id: SubmissionId,
  words: string,
): Promise<Submission> {
  return await inTransaction(deps.db, async (trx) => {
    const submission = await findVisible(trx, viewer, id)
    const text = parseWords(words, 1, 'Write something first.')
    // A reviewer who belongs to the publisher speaks for it, whichever organisation they act for now.
    const belongs =
      isOwner(viewer, submission) ||
      (await deps.organisations.isMember(trx, submission.organisation, viewer.person))
    const from = belongs ? 'publisher' : 'reviewer'
    return await record(deps, trx, submission, {
      event: { name: 'replied', from, text },
      actor: { kind: 'person', id: viewer.person },
      reason: from === 'publisher' ? 'The publisher wrote.' : 'A reviewer wrote.',
    })
  })
}

/** @see Submissions.appeal */
export async function appeal(
  deps: SubmissionsDependencies,
  viewer: Viewer,
  id: SubmissionId,
  change: { readonly seen: number; readonly text: string },
): Promise<Submission> {
  return await inTransaction(deps.db, async (trx) => {
    const submission = await findOwned(trx, viewer, id, change)
    const text = parseWords(change.text, 10, 'Say in a sentence what the decision has overlooked.')
    return await record(deps, trx, submission, {
      event: { name: 'appealed', text },
      actor: { kind: 'person', id: viewer.person },
      reason: 'The publisher appealed.',
    })
  })
}

function parseWords(words: string, fewest: number, missing: string): string {
  const text = words.trim()
  if (text.length >= fewest && text.length <= longestWords) return text
  const sentence =
    text.length < fewest
      ? missing
      : `A message has at most ${longestWords} characters; this one has ${text.length}.`
  throw new Problem('invalid-input', sentence, { fields: { text: sentence } })
}
