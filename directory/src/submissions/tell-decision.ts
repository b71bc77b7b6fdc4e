import type { Database } from '../kernel/index.ts'
import type { Saying } from '../notices/index.ts'
import { paths, type TextKey } from '../web/index.ts'
import type { Submission, SubmissionEvent } from './model.ts'
import { loadRevision } from './store.ts'
import type { SubmissionsDependencies } from './submissions.ts'

/** The publisher is told of every decision, in its transaction. */
export async function tellDecision(
  { notices }: Pick<SubmissionsDependencies, 'notices'>,
  trx: Database,
  submission: Submission,
  event: SubmissionEvent,
): Promise<void> {
  const words = wordsFor(event, submission)
  if (words === undefined) return
  const { facts } = await loadRevision(trx, submission.id, submission.state.revision)
  const say = (part: 'what' | 'why' | 'do'): Saying => ({
    key: `notices.submissions.${words.decision}.${part}` satisfies TextKey,
    parameters: { name: facts.name, ...words.parameters },
  })
  await notices.tell(trx, {
    kind: `submissions.${words.decision}`,
    to: { organisation: submission.organisation },
    about: `submission:${submission.id}`,
    occasion: `event ${submission.seen}`,
    what: say('what'),
    why: say('why'),
    whatToDo: say('do'),
    ...(words.quote !== undefined && { quote: words.quote }),
    link: `${paths.submissions}/${submission.id}`,
  })
}

interface Words {
  readonly decision: 'rejected-automatically' | 'rejected' | 'changes-requested' | 'approved' | 'published'
  readonly parameters?: { readonly clauses: string }
  readonly quote?: string
}

function wordsFor(event: SubmissionEvent, { publishOnApproval }: Submission): Words | undefined {
  switch (event.name) {
    case 'rejected-automatically':
      return { decision: event.name, parameters: { clauses: event.clauses.join(', ') } }
    case 'rejected':
    case 'changes-requested':
      return { decision: event.name, parameters: { clauses: event.clauses.join(', ') }, quote: event.text }
    case 'approved':
      // Else it is published in the same moment, and that is what is told.
      return publishOnApproval ? undefined : { decision: event.name }
    case 'published':
      return { decision: event.name }
    case 'submitted':
    case 'resubmitted':
    case 'check-requested':
    case 'checked':
    case 'proof-accepted':
    case 'waived':
    case 'withdrawn':
      return undefined
  }
}
