import { checklist, defaultPolicy } from '@connectory/checker'
import { policyNamed } from './policy-named.ts'

/** Prints what to look at before a submission, as Markdown with boxes to tick. */
export function checklistCommand(subject: 'remote' | 'bundle', policy = defaultPolicy.id): number {
  process.stdout.write(checklist(policyNamed(policy), subject))
  return 0
}
