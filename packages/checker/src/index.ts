/**
 * What must a connector do, and did it? One engine for the command line and for the directory: `check` looks at a
 * server and judges it, `judge` judges evidence that was stored. What the words mean is written in docs/verdict.md.
 */
export { againstBaseline } from './baseline.ts'
export { check, InvalidTarget, parseTarget, type CheckOptions, type Step } from './check.ts'
export { parseCallInputs, type CallInputs } from './call-inputs.ts'
export type { CallWish } from './evidence/call-plan.ts'
export type { Because, Evidence, Exchange, Looked, ServerFacts } from './evidence/evidence.ts'
export type { Facts, Json, Part, RawTool } from './evidence/facts.ts'
export { collectRemote } from './evidence/remote.ts'
export { mendTools, type ToolMend } from './fix/mend.ts'
export { toolsDiff } from './fix/tools-diff.ts'
export {
  asJson,
  excerptOf,
  formats,
  outlineOf,
  plural,
  titleOf,
  type Group,
  type Outline,
} from './formats/index.ts'
export { InvalidInput } from './invalid-input.ts'
export { engine, judge, type JudgeOptions } from './judge.ts'
export { languages, type Language } from './language.ts'
export { levels, type Level } from './level.ts'
export { checklist } from './handbook/checklist.ts'
export { handbook, levelWords } from './handbook/rule-pages.ts'
export { countWords, pageText } from './evidence/page-text.ts'
export { defaultPolicy, policies, policyByName } from './policies.ts'
export { definePolicy, levelOf, mayReject, type Policy } from './policy.ts'
export { claimedKey, openSignedReport, signReport } from './proof/signed-report.ts'
export {
  createSigningKey,
  parsePrivateKey,
  parsePublicKey,
  publicPart,
  thumbprintOf,
  type PrivateSigningKey,
  type PublicSigningKey,
} from './proof/signing-key.ts'
export { acceptsReport, missingForPublication } from './publication.ts'
export { reachFromHere } from './reach-from-here.ts'
export type { AskDirectory } from './evidence/reach.ts'
export type { ReachFacts, ReachLook } from './evidence/reach-facts.ts'
export { formatRecording, parseRecording, recordingFiles, type Recording } from './recording.ts'
export { describeRule, renderFinding, type CatalogueEntry, type RenderedFinding } from './render.ts'
export {
  exitCode,
  outcomes,
  reachAnswerSchema,
  reportSchema,
  verdicts,
  type Finding,
  type Outcome,
  type Report,
  type Verdict,
} from './report.ts'
export { reportJsonSchema } from './report-schema.ts'
export { defineRule, type Draft, type Rule, type RuleDefinition, type RuleId } from './rule.ts'
export { ruleById, rules } from './rules.ts'
export { scopes, type Scope } from './scope.ts'
export { parseSelection, selection } from './selection.ts'
export type { SignIn } from './sign-in.ts'
export { listingJsonSchema, parseListing } from './listing-file.ts'
export { loginModes, type LoginMode, type SubmissionFacts, type UrlOption } from './submission.ts'
export { evidenceOfTools, parseToolsFile, type ToolsFile } from './tools-file.ts'
export { mayBeWaived, verdictWithWaivers, type Waiver } from './waiver.ts'
export { skeleton } from './text/skeleton.ts'
