import { checklist, defaultPolicy } from '@connectory/checker'
import { policyNamed } from './policy-named.ts'
import type { Terminal } from './terminal.ts'

/** Prints what to look at before a submission, as Markdown with boxes to tick. */
export function checklistCommand(
  subject: 'remote' | 'bundle',
  policy: string | undefined,
  { stdout }: Terminal,
): number {
  stdout.write(checklist(policyNamed(policy ?? defaultPolicy.id), subject))
  return 0
}
