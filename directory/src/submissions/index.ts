/**
 * Publishers submit a server: what they say of it is frozen as a revision, a check is asked for, and everything that
 * happens afterwards is an event in the stream `submission:<id>`, from which the status is computed. The module knows
 * who may see a submission and how it moves; checking is the probe's business and deciding is the review's.
 */
export { acceptedProof } from './accepted-proof.ts'
export { createSubmissions } from './create-submissions.ts'
export type {
  Change,
  PastEvent,
  Revision,
  SubmissionRow,
  Submissions,
  SubmissionsDependencies,
  SubmissionView,
} from './submissions.ts'
export {
  allows,
  submissionState,
  submissionStatus,
  submissionStatuses,
  type CheckVerdict,
  type Clauses,
  type Objection,
  type Proof,
  type Submission,
  type SubmissionEvent,
  type SubmissionEventName,
  type SubmissionState,
  type SubmissionStatus,
  type Waiver,
} from './model.ts'
export { authModes, limits, termsVersion, type AuthMode, type Facts } from './facts.ts'
export { judgePublicUrl, type UrlFault } from './public-url.ts'
export { parseFacts, type FactsFault } from './parse-facts.ts'
