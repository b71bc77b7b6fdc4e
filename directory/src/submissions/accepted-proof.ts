import type { Proof } from './events.ts'
import type { SubmissionView } from './submissions.ts'

/** The newest proof for the revision that is shown. */
export function acceptedProof({
  past,
  revision,
}: Pick<SubmissionView, 'past' | 'revision'>): Proof | undefined {
  const events = past.map(({ event }) => event)
  return events
    .filter((event) => event.name === 'proof-accepted')
    .findLast((event) => event.revision === revision.number)
}
