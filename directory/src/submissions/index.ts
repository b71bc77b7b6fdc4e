/**
 * Publishers submit a server: what they say of it is frozen as a revision, a check is asked for, and everything that
 * happens afterwards is an event in the stream `submission:<id>`, from which the status is computed. The module knows
 * who may see a submission and how it moves; checking is the probe's business and deciding is the review's.
 */
export { acceptedProof } from './accepted-proof.ts'
export { ClauseWords } from './pages/clause-list.tsx'
export { AnswerField } from './pages/answer-field.tsx'
export { AnswerList } from './pages/answer-list.tsx'
export { AsideCard } from './pages/aside-card.tsx'
export { CategoryField } from './pages/category-field.tsx'
export { CheckProgress } from './pages/detail-body.tsx'
export { Findings } from './pages/findings.tsx'
export { Thread } from './pages/thread.tsx'
export { isFresh } from './find-submission.ts'
export { createSubmissions } from './create-submissions.ts'
export type {
  Change,
  PastEvent,
  Revision,
  SubmissionRow,
  WaitingRow,
  Submissions,
  SubmissionsDependencies,
  SubmissionView,
} from './submissions.ts'
export type {
  CheckVerdict,
  Clauses,
  Happening,
  Proof,
  SubmissionEvent,
  SubmissionEventName,
  Waiver,
} from './events.ts'
export { decidedOutcomes, type DecidedOutcome } from './decided.ts'
export type { ClauseTally, Figure, MonthTally, Tally } from './decided-store.ts'
export { barredFrom } from './may.ts'
export {
  allows,
  next,
  submissionState,
  submissionStatus,
  submissionStatuses,
  type Appeal,
  type Claim,
  type Objection,
  type Submission,
  type SubmissionState,
  type SubmissionStatus,
} from './model.ts'
export { authModes, limits, termsVersion, type AuthMode, type Facts } from './facts.ts'
export { carriesCredentials, judgePublicUrl, type UrlFault } from './public-url.ts'
export {
  parseFacts,
  type FactsFault,
  type FactsFaults,
  type FactsField,
  type ParsedFacts,
} from './parse-facts.ts'
export { clean, codePoints, formOf, many, one, type FactsForm } from './form-values.ts'
export {
  acknowledgements,
  answerKinds,
  answerNames,
  answerText,
  commitments,
  isAnswerName,
  type AnswerName,
  type Answers,
} from './answers.ts'
export { askedFacts } from './answers-of.ts'
export { parseAnswers } from './parse-answers.ts'
export { faultTexts, fieldLabel } from './pages/fault-text.ts'
