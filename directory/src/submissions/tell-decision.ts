import type { Database } from '../kernel/index.ts'
import type { Saying } from '../notices/index.ts'
import { paths, type TextKey } from '../web/index.ts'
import type { SubmissionEvent } from './events.ts'
import type { Submission } from './model.ts'
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
    ...(words.by !== undefined && { by: words.by }),
    link: `${paths.submissions}/${submission.id}`,
  })
}

interface Words {
  readonly decision:
    | 'rejected-automatically'
    | 'rejected'
    | 'changes-requested'
    | 'deadline-passed'
    | 'not-a-fit'
    | 'appeal-granted'
    | 'appeal-refused'
    | 'replied'
    | 'approved'
    | 'carried-over'
    | 'published'
  readonly parameters?: { readonly clauses: string }
  readonly quote?: string
  readonly by?: Date
}

function wordsFor(event: SubmissionEvent, { publishOnApproval, state }: Submission): Words | undefined {
  switch (event.name) {
    case 'rejected-automatically':
      return { decision: event.name, parameters: { clauses: event.clauses.join(', ') } }
    case 'changes-requested':
    case 'rejected': {
      const by = state.objection?.deadline ?? undefined
      const parameters = { clauses: event.clauses.join(', ') }
      return { decision: event.name, parameters, quote: event.text, ...(by !== undefined && { by }) }
    }
    case 'not-a-fit':
    case 'appeal-granted':
    case 'appeal-refused':
      return { decision: event.name, quote: event.text }
    case 'replied':
      return event.from === 'reviewer' ? { decision: event.name, quote: event.text } : undefined
    case 'approved':
      // Else it is published in the same moment, and that is what is told; a first approval of two decides nothing yet.
      return publishOnApproval || state.status !== 'approved' ? undefined : { decision: event.name }
    case 'carried-over':
      return publishOnApproval ? undefined : { decision: event.name }
    case 'deadline-passed':
    case 'published':
      return { decision: event.name }
    case 'submitted':
    case 'resubmitted':
    case 'check-requested':
    case 'checked':
    case 'risks-named':
    case 'proof-accepted':
    case 'claimed':
    case 'given-back':
    case 'waived':
    case 'appealed':
    case 'withdrawn':
      return undefined
  }
}
