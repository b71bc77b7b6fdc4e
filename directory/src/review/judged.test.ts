import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Finding, Report } from '@connectory/checker'
import { actionsFor, type ActionFacts } from './actions.ts'
import { blockingFindings, waivableRules } from './blocking.ts'
import { askGates, type GateFacts } from './gates.ts'
import type { Tool } from '../catalogue/index.ts'
import { priorityOf } from './priority.ts'
import { manyUsers, riskNames, risks } from './risks.ts'
import { missingScopes } from './missing-scopes.ts'
import { actionNames, type Obstacle } from './model.ts'
import type { OrganisationId, PersonId } from '../kernel/index.ts'
import type { Submission, SubmissionStatus } from '../submissions/index.ts'
import { groupOf } from './pages/findings.tsx'

const now = new Date('2026-11-21T10:00:00Z')

function finding(
  rule: string,
  outcome: Finding['outcome'],
  level: Finding['level'],
  more: Partial<Finding> = {},
) {
  return {
    rule,
    outcome,
    level,
    target: '',
    message: '',
    evidence: {},
    fix: null,
    case: null,
    reason: null,
    because: null,
    params: {},
    ...more,
  } satisfies Finding
}

function report(findings: readonly Finding[], more: Partial<Report> = {}): Report {
  return {
    schema: 'connectory-report/1',
    target: 'https://mcp.example.com/mcp',
    policy: 'faq-2026-02-10',
    engine: 'test',
    scopes: ['passive', 'login', 'call'],
    loopback: false,
    startedAt: now.toISOString(),
    durationMs: 1,
    verdict: 'ready',
    findings: [...findings],
    notLookedAt: [],
    server: { era: 'modern', protocolVersion: null, serverInfo: null, authType: 'none', toolCount: 0 },
    exchanges: [],
    ...more,
  }
}

const sameAsListed = { fields: [], answers: [], sameTools: true, relisting: false, extent: 'full' } as const

function raised(checked: Report, update: GateFacts['update'] = sameAsListed) {
  return askGates({ report: checked, update, users: 0 })
    .filter((answer) => answer.raised)
    .map(({ gate, rules }) => [gate, ...rules].join(' '))
}

for (const [name, findings, gates] of [
  ['a clean report', [finding('TRN-01', 'pass', 'reject')], []],
  ['a mechanical failure', [finding('TOOL-01', 'fail', 'reject')], ['mechanical-fail TOOL-01']],
  ['the same rule at another level', [finding('TOOL-02', 'fail', 'should')], []],
  ['a required rule', [finding('TOOL-04', 'fail', 'must')], ['required-fail TOOL-04']],
  ['a judgement', [finding('DOC-06', 'needs-human', 'must')], ['needs-human DOC-06']],
  [
    'a blind spot',
    [finding('DOC-01', 'not-evaluated', 'must', { reason: 'could-not-look' })],
    ['could-not-look DOC-01'],
  ],
  [
    'a rule outside the scope',
    [finding('AUTH-09', 'not-evaluated', 'must', { reason: 'not-requested' })],
    [],
  ],
] as const) {
  test(`${name} raises ${gates.length === 0 ? 'no gate' : gates.join(', ')}`, () => {
    assert.deepEqual(raised(report(findings)), gates)
  })
}

const oauth = {
  era: 'modern',
  protocolVersion: null,
  serverInfo: null,
  authType: 'oauth',
  toolCount: 0,
} as const
for (const [name, more, missing] of [
  ['an open server with its tools called', {}, []],
  ['an open server looked at from outside', { scopes: ['passive'] }, ['call']],
  ['a login that was not asked for', { scopes: ['passive'], server: oauth }, ['login', 'call']],
  ['a login that was done', { scopes: ['passive', 'login', 'call'], server: oauth }, []],
  [
    'tools that were left uncalled',
    { findings: [finding('ERR-01', 'not-evaluated', 'must', { because: 'tools-not-called' })] },
    ['call'],
  ],
  [
    'a login that was asked for and had no account',
    {
      scopes: ['passive', 'login'],
      server: oauth,
      findings: [finding('TOOL-01', 'not-evaluated', 'reject', { because: 'no-credentials' })],
    },
    ['login', 'call'],
  ],
] as const) {
  test(`${name}: a person must still do ${missing.join(' and ') || 'nothing'}`, () => {
    const { findings = [], ...rest } = more as Partial<Report>
    assert.deepEqual(missingScopes(report(findings, rest)), missing)
  })
}

test('a waiver takes a required rule out of the way until it expires, and never one that rejects', () => {
  const checked = report([finding('TOOL-04', 'fail', 'must'), finding('TOOL-01', 'fail', 'reject')])
  const waiver = (rule: string, expires: string) => ({ rule, expires, reason: 'Promised for December.' })
  const blocking = (...waivers: ReturnType<typeof waiver>[]) =>
    blockingFindings(checked, waivers, now).map(({ rule }) => rule)
  assert.deepEqual(blocking(), ['TOOL-04', 'TOOL-01'])
  assert.deepEqual(blocking(waiver('TOOL-04', '2026-12-01')), ['TOOL-01'])
  assert.deepEqual(blocking(waiver('TOOL-04', '2026-11-21')), ['TOOL-04', 'TOOL-01'])
  assert.deepEqual(blocking(waiver('TOOL-01', '2026-12-01')), ['TOOL-04', 'TOOL-01'])
  assert.deepEqual(waivableRules(checked), ['TOOL-04'])
})

test('a rule that rejects in one place cannot be waived for the others', () => {
  const both = [finding('TOOL-02', 'fail', 'reject'), finding('TOOL-02', 'fail', 'should')]
  assert.deepEqual(waivableRules(report(both)), [])
})

for (const [outcome, level, group] of [
  ['fail', 'reject', 'act'],
  ['fail', 'must', 'act'],
  ['fail', 'should', 'look'],
  ['needs-human', 'must', 'look'],
  ['not-evaluated', 'must', 'unseen'],
  ['pass', 'must', 'fine'],
  ['not-applicable', 'must', 'fine'],
] as const) {
  test(`${outcome} at ${level} stands under "${group}"`, () => {
    assert.equal(groupOf({ outcome, level }), group)
  })
}

const reviewer = {
  person: '01990000-0000-7000-8000-000000000001' as PersonId,
  organisation: '01990000-0000-7000-8000-000000000002' as OrganisationId,
  name: 'R',
  email: 'r@example.com',
  roles: new Set(['reviewer'] as const),
}

function facts(status: SubmissionStatus, more: Partial<ActionFacts> = {}): ActionFacts {
  const state = {
    status,
    waivers: [],
    objection: null,
    approvals: [],
    overturned: [],
    publishers: [],
    claim: { person: reviewer.person, until: new Date(now.getTime() + 1) },
  } as unknown as Submission['state']
  const submission = { organisation: 'other', state } as unknown as Submission
  return { viewer: reviewer, submission, member: false, report: report([]), now, ...more }
}

function held(claim: Submission['state']['claim'], more: Partial<Submission['state']> = {}): ActionFacts {
  const { submission } = facts('in-review')
  return facts('in-review', {
    submission: { ...submission, state: { ...submission.state, claim, ...more } },
  })
}

const everything = (obstacle: Obstacle | null) => Array.from(actionNames, () => obstacle)
const deciding = (approve: Obstacle | null, waive: Obstacle | null) =>
  [approve, null, null, approve, waive, null, null, null, 'decided', null] as const
/** In the order of `actionNames`; to check again needs no claim, to take a case none of one's own. */
const decidingNothing = (obstacle: Obstacle, take: Obstacle | null, back: Obstacle | null = 'not-taken') =>
  everything(obstacle).with(5, null).with(6, take).with(7, back).with(8, 'decided')
const another = { person: '01990000-0000-7000-8000-000000000003' as PersonId }

const table: readonly (readonly [string, ActionFacts, readonly (Obstacle | null)[]])[] = [
  ['in review, clean', facts('in-review'), deciding(null, 'nothing-to-waive')],
  [
    'in review, a required rule fails',
    facts('in-review', { report: report([finding('TOOL-04', 'fail', 'must')]) }),
    deciding('required-fail', null),
  ],
  ['taken by nobody', held(null), decidingNothing('not-taken', null)],
  [
    'taken by another',
    held({ ...another, until: new Date(now.getTime() + 1) }),
    decidingNothing('taken-by-another', 'taken-by-another'),
  ],
  [
    'taken by another whose time is over',
    held({ ...another, until: now }),
    decidingNothing('not-taken', null),
  ],
  [
    'taken by oneself, and the time is over',
    held({ person: reviewer.person, until: now }),
    decidingNothing('not-taken', null, null),
  ],
  [
    'approved by oneself before',
    held(null, { approvals: [reviewer.person] }),
    decidingNothing('decided-before', 'decided-before', 'decided-before'),
  ],
  ['being checked', facts('checking'), everything('being-checked').with(7, null)],
  [
    'an appeal that somebody has taken who did not decide',
    facts('appealed'),
    everything('decided').fill(null, 6),
  ],
  ['published', facts('published'), everything('decided')],
  ['rejected', facts('rejected'), everything('decided')],
  ['withdrawn', facts('withdrawn'), everything('decided')],
  [
    'somebody who is no reviewer',
    facts('in-review', { viewer: { ...reviewer, roles: new Set() } }),
    everything('not-a-reviewer'),
  ],
  ['a member of the publisher', facts('in-review', { member: true }), everything('own-submission')],
  [
    'somebody who has acted for the publisher, such as the one who submitted',
    held(null, { publishers: [reviewer.person] }),
    everything('own-submission'),
  ],
]

for (const [name, given, obstacles] of table) {
  test(`${name}: ${actionNames.map((action, index) => `${action} ${obstacles[index] ?? 'possible'}`).join(', ')}`, () => {
    assert.deepEqual(
      actionsFor(given).map(({ obstacle }) => obstacle),
      obstacles,
    )
  })
}

function toolNamed(name: string, annotations: object, ...fields: string[]): Tool {
  const properties = Object.fromEntries(fields.map((field) => [field, { type: 'string' }]))
  return {
    name,
    title: null,
    description: null,
    annotations: { ...annotations },
    inputSchema: { properties },
  }
}

const reads = { readOnlyHint: true }
const writes = { readOnlyHint: false, destructiveHint: false }
for (const [tool, authType, expected] of [
  [toolNamed('find_refunds', reads), 'none', []],
  [toolNamed('refund_order', writes), 'oauth', ['payments']],
  [toolNamed('transferFunds', writes), 'oauth', ['payments']],
  [toolNamed('delete_note', { destructiveHint: true }), 'oauth', ['destructive-tools']],
  [toolNamed('sign_in', reads, 'user', 'pass_word', 'apiKey'), 'oauth', ['credentials']],
  [toolNamed('read_secret', reads), 'oauth', ['credentials']],
  [toolNamed('shell', writes), 'oauth', ['runs-code']],
  [toolNamed('add_note', writes, 'text'), 'oauth', []],
  [toolNamed('add_note', writes, 'text'), 'none', ['open-writes']],
] as const) {
  test(`${tool.name} behind ${authType} raises ${expected.join(', ') || 'no risk'}, and names the tool`, () => {
    const facts = { tools: [tool], authType, users: manyUsers - 1 }
    const raised = riskNames.filter((risk) => risks[risk](facts).length > 0)
    assert.deepEqual(raised, expected)
    for (const risk of raised) assert.deepEqual(risks[risk](facts), [tool.name])
  })
}

test('what many people use is a risk by itself, and says how many they are', () => {
  assert.deepEqual(risks['many-users']({ tools: [], authType: 'oauth', users: manyUsers }), [`${manyUsers}`])
})

test('a priority is the sum of the factors that it shows, and waiting outweighs the others in the end', () => {
  const row = { status: 'in-review', revision: 1, asks: false } as const
  const first = [{ gate: 'first-listing', raised: true }] as const
  const fresh = priorityOf({ row, waitingMs: 0, gates: first })
  assert.deepEqual(fresh, { points: 5, factors: [{ factor: 'in-order', points: 5 }] })
  const appeal = priorityOf({ row: { ...row, status: 'appealed' }, waitingMs: 0, gates: first })
  const old = priorityOf({ row, waitingMs: 30 * 86_400_000, gates: first })
  assert.ok(fresh.points < appeal.points && appeal.points < old.points)
  const back = priorityOf({ row: { ...row, revision: 2, asks: true }, waitingMs: 86_400_000, gates: [] })
  assert.equal(
    back.points,
    back.factors.reduce((sum, { points }) => sum + points, 0),
  )
  assert.deepEqual(
    back.factors.map(({ factor }) => factor),
    ['question', 'came-back', 'in-order', 'waiting'],
  )
})

test('a new version of what is listed counts as such however clean it is; of a report unknown nothing is said', () => {
  const row = { status: 'in-review', revision: 1, asks: false } as const
  const factorsOf = (gates: Parameters<typeof priorityOf>[0]['gates']) =>
    priorityOf({ row, waitingMs: 0, gates }).factors.map(({ factor }) => factor)
  assert.deepEqual(factorsOf([{ gate: 'first-listing', raised: false }]), ['listed', 'in-order'])
  assert.deepEqual(factorsOf(undefined), [])
  for (const gate of ['mechanical-fail', 'required-fail', 'could-not-look'] as const) {
    assert.deepEqual(factorsOf([{ gate, raised: true }]), [])
  }
})
