import type { AuthType, HintCounts } from '../catalogue/index.ts'
import type { ContactState } from '../notices/index.ts'
import {
  acknowledgements,
  codePoints,
  commitments,
  many,
  one,
  parseFacts,
  termsVersion,
  type FactsFault,
  type FactsForm,
  type ParsedFacts,
} from '../submissions/index.ts'
import { allFields, placeOf, stepNames, stepOf, type Asked, type FieldName, type StepName } from './steps.ts'

const cases = [
  'unanswered',
  'why-no-login',
  'per-user-open',
  'third-party',
  'sign-up',
  'instructions-short',
  'account-ends',
  'test-account',
  'domain-proof',
  'contact-proof',
  'access-differs',
  'auth-differs',
  'prompts',
  'prompt-tool',
  'unknown-tool',
  'acknowledgements',
  'commitments',
  'terms-changed',
  'name-suffix',
  'short',
  'not-released',
  'security-contact',
  'looked-elsewhere',
  'no-tools',
] as const
export type IssueCase = (typeof cases)[number]

/**
 * Something that a draft lacks. `must` keeps it from being submitted, `should` is shown to the publisher. Either what
 * is wrong with a value (`fault`) or a case with a sentence of its own.
 */
export type Issue = {
  readonly step: StepName
  readonly field: Asked
  readonly level: 'must' | 'should'
} & (
  | { readonly fault: FactsFault }
  | { readonly case: IssueCase; readonly params: Readonly<Record<string, string | number>> }
)

/** What the last look at the server showed. */
export interface Seen {
  readonly url: string
  readonly authType: AuthType
  /** Undefined when the tools could not be seen. */
  readonly hints: HintCounts | undefined
  readonly toolNames: readonly string[]
}

export interface Surroundings {
  readonly allowLoopback: boolean
  readonly now: Date
  readonly seen: Seen | undefined
  /** Whether the organisation has shown that it has the site of the server; null while the draft names none. */
  readonly hasDomain: boolean | null
  /** Whether who writes it can be reached by e-mail. */
  readonly contact: ContactState
  /** Whether a test account is kept for it. */
  readonly hasAccount: boolean
}

const shortestInstructions = 100
const fewestWords = 8
const shortestTestDays = 30
const dayMs = 86_400_000

/** A draft asks everything: what is absent was left empty. Pure. */
export function factsIn(form: FactsForm, around: Pick<Surroundings, 'allowLoopback'>): ParsedFacts {
  return parseFacts(Object.fromEntries(allFields.map((field) => [field, form[field] ?? ''])), around)
}

/** Whether a draft that says all this could not be submitted without an answer to this one question. Pure. */
export function isNeeded(field: FieldName, form: FactsForm, around: Surroundings): boolean {
  const without = issuesOf({ ...form, [field]: '' }, around)
  return without.some((each) => each.field === field && each.level === 'must')
}

/** Everything that is open in a draft, in the order of its pages. Pure. */
export function issuesOf(form: FactsForm, around: Surroundings): readonly Issue[] {
  const parsed = factsIn(form, around)
  const faults = 'faults' in parsed ? (Object.entries(parsed.faults) as [FieldName, FactsFault][]) : []
  const found: Issue[] = faults.map(([field, fault]) => ({
    step: stepOf(field),
    field,
    level: 'must',
    fault,
  }))
  const faulty = new Set<Asked>(found.map(({ field }) => field))
  for (const issue of casesOf(form, around)) if (!faulty.has(issue.field)) found.push(issue)
  return found.toSorted((left, right) => placeOf(left.field) - placeOf(right.field))
}

/** How much is open on each page. */
export function countIssues(
  issues: readonly Issue[],
): ReadonlyMap<StepName, { must: number; should: number }> {
  const counts = new Map(stepNames.map((step) => [step, { must: 0, should: 0 }]))
  for (const { step, level } of issues) {
    const count = counts.get(step)
    if (count !== undefined) count[level] += 1
  }
  return counts
}

function* casesOf(form: FactsForm, around: Surroundings): Generator<Issue> {
  yield* unanswered(form)
  yield* accessCases(form)
  if (around.contact === 'none' || around.contact === 'waiting') {
    yield issue('contactProof', 'should', 'contact-proof')
  }
  if (around.hasDomain === false) yield issue('domainProof', 'should', 'domain-proof')
  yield* seenCases(form, around.seen)
  yield* listingCases(form, around.seen)
  yield* testCases(form, around)
  yield* agreeCases(form)
}

function issue(
  field: Asked,
  level: Issue['level'],
  name: IssueCase,
  params: Readonly<Record<string, string | number>> = {},
): Issue {
  return { step: stepOf(field), field, level, case: name, params }
}

const needed: readonly FieldName[] = [
  'urlKind',
  'access',
  'toolsRun',
  'requestLimits',
  'documentationUrl',
  'perUserClaims',
  'ownership',
  'healthData',
  'sponsoredContent',
  'released',
]

function text(form: FactsForm, field: FieldName): string {
  return one(form[field])
}

function* unanswered(form: FactsForm): Generator<Issue> {
  const kind = text(form, 'urlKind')
  const addresses: readonly FieldName[] =
    kind === 'list' ? ['urls'] : kind === 'pattern' ? ['urlPattern', 'urlSample'] : []
  const account: readonly FieldName[] =
    text(form, 'auth') === 'oauth' ? ['accountRequirements', 'testAccountUntil'] : []
  for (const field of [...needed, ...addresses, ...account]) {
    if (text(form, field) === '') yield issue(field, 'must', 'unanswered')
  }
}

function* accessCases(form: FactsForm): Generator<Issue> {
  const open = text(form, 'auth') === 'none'
  const filtered = text(form, 'addressFilter') !== ''
  if (open && filtered && text(form, 'whyNoLogin') === '') yield issue('whyNoLogin', 'must', 'why-no-login')
  if (open && text(form, 'perUserClaims') === 'yes' && text(form, 'startsOpen') === '') {
    yield issue('perUserClaims', 'must', 'per-user-open')
  }
  if (text(form, 'auth') === 'oauth') {
    if (text(form, 'signUpUrl') === '') yield issue('signUpUrl', 'should', 'sign-up')
    if (text(form, 'testAccountData') === '') yield issue('testAccountData', 'should', 'unanswered')
  }
  if (text(form, 'ownership') === 'third-party') yield issue('ownership', 'should', 'third-party')
  if (text(form, 'securityContact') === '') yield issue('securityContact', 'should', 'security-contact')
}

function* seenCases(form: FactsForm, seen: Seen | undefined): Generator<Issue> {
  if (seen === undefined) return
  const server = text(form, 'serverUrl')
  if (server !== '' && seen.url !== server) {
    yield issue('serverUrl', 'should', 'looked-elsewhere', { url: seen.url })
    return
  }
  const auth = text(form, 'auth')
  const differs = (seen.authType === 'none' || seen.authType === 'oauth') && seen.authType !== auth
  if (auth !== '' && differs && text(form, 'startsOpen') === '') yield issue('auth', 'should', 'auth-differs')
  const access = text(form, 'access')
  if (seen.hints === undefined || access === '') return
  if (seen.toolNames.length === 0) yield issue('access', 'should', 'no-tools')
  else if (access !== accessOf(seen.hints)) yield issue('access', 'should', 'access-differs')
}

/** What the hints of the tools say together. */
export function accessOf({ reads, changes, destroys }: HintCounts): 'read' | 'write' | 'both' | '' {
  const writes = changes + destroys
  if (reads > 0) return writes > 0 ? 'both' : 'read'
  return writes > 0 ? 'write' : ''
}

function* listingCases(form: FactsForm, seen: Seen | undefined): Generator<Issue> {
  const name = text(form, 'name')
  if (/[\s-](mcp|server|mcp server)$/i.test(name)) yield issue('name', 'should', 'name-suffix')
  const description = text(form, 'description')
  const words = description.split(/\s+/).filter(Boolean).length
  if (description !== '' && words < fewestWords)
    yield issue('description', 'should', 'short', { count: words })
  for (const number of [1, 2, 3] as const) {
    const named = text(form, `tools${number}`)
    if (text(form, `prompt${number}`) === '') yield issue(`prompt${number}`, 'must', 'prompts')
    else if (named === '') yield issue(`tools${number}`, 'should', 'prompt-tool')
    else {
      const unknown = unknownTools(named, seen)
      if (unknown !== undefined) yield issue(`tools${number}`, 'should', 'unknown-tool', { tool: unknown })
    }
  }
}

function unknownTools(named: string, seen: Seen | undefined): string | undefined {
  if (seen === undefined || seen.hints === undefined) return undefined
  return named.split(/[\s,;]+/).find((name) => name !== '' && !seen.toolNames.includes(name))
}

function* testCases(form: FactsForm, { now, hasAccount }: Surroundings): Generator<Issue> {
  const length = codePoints(text(form, 'testInstructions'))
  if (length < shortestInstructions) {
    yield issue('testInstructions', 'must', 'instructions-short', { length, limit: shortestInstructions })
  }
  const until = new Date(`${text(form, 'testAccountUntil')}T23:59:59Z`).getTime()
  if (until < now.getTime() + shortestTestDays * dayMs) {
    yield issue('testAccountUntil', 'must', 'account-ends', { days: shortestTestDays })
  }
  if (needsAccount(form) && !hasAccount) yield issue('testAccount', 'must', 'test-account')
  if (text(form, 'released') === 'no') yield issue('released', 'must', 'not-released')
}

/** Who reviews a server behind a login has to get in. @see requirements.md SUB-01 */
export function needsAccount(form: FactsForm): boolean {
  return text(form, 'auth') === 'oauth'
}

function* agreeCases(form: FactsForm): Generator<Issue> {
  const open = acknowledgements.length - many(form['acknowledgements']).length
  if (open > 0) yield issue('acknowledgements', 'must', 'acknowledgements', { count: open })
  const promises = commitments.length - many(form['commitments']).length
  if (promises > 0) yield issue('commitments', 'must', 'commitments', { count: promises })
  const accepted = text(form, 'acceptTerms')
  if (accepted !== '' && accepted !== termsVersion) yield issue('acceptTerms', 'must', 'terms-changed')
}
