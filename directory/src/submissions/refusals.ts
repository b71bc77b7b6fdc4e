import { Problem } from '../kernel/index.ts'
import type { SubmissionEventName } from './events.ts'
import type { SubmissionStatus } from './model.ts'

export const staleProof = 'A newer revision was submitted. Sign a report on it and send that.'
export const staleReport =
  'A newer check has finished since you opened this page. Reload it and look at the new report before you approve.'

export function superseded(attempt: number, current: number): Problem {
  return new Problem('conflict', `Check ${attempt} is not the current one (${current}). Reload the page.`)
}

const decided: Readonly<Partial<Record<SubmissionStatus, string>>> = {
  'changes-requested': 'Changes were requested; the publisher has to resubmit first.',
  lapsed: 'The time for the changes has passed; the publisher can resubmit a new revision.',
  rejected: 'This revision was rejected; the publisher can resubmit a new one.',
  'not-a-fit': 'It was decided that this is not a fit; the publisher can appeal or resubmit.',
  approved: 'This submission was approved; it can be published or withdrawn.',
  published: 'This submission is published. Change or remove its listing instead.',
  withdrawn: 'This submission was withdrawn. Submit the server again.',
}

/** Decided: the matter is closed. Conflict: it is open, and this is not the moment. */
export function refusal(status: SubmissionStatus, event: SubmissionEventName): Problem {
  const closed = decided[status]
  if (closed !== undefined) return new Problem('already-decided', closed)
  if (status === 'checking') {
    return new Problem('conflict', 'The check is still running. Wait for its result, then try again.')
  }
  const where = {
    'in-review': 'is in review',
    'second-approval': 'waits for a second approval',
    appealed: 'waits for the decision on an appeal',
  }[status as 'in-review' | 'second-approval' | 'appealed']
  return new Problem('conflict', `This submission ${where}; "${event}" is not possible now.`)
}
