import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  defaultPolicy,
  definePolicy,
  evidenceOfTools,
  judge,
  parseToolsFile,
  type Finding,
  type Policy,
  type Report,
} from '@connectory/checker'
import { foresee } from './foresee.ts'
import { addUp, noCounts, outcomeOf } from './model.ts'

const tools = [{ name: 'find_note', description: 'Finds notes.', inputSchema: { type: 'object' } }]
const file = parseToolsFile(JSON.stringify(tools), 'tools')
const evidence = evidenceOfTools(file, { target: 'https://mcp.example.com/mcp', startedAt: new Date(0) })
const report = judge(evidence)

const policyOf = (levels: Policy['levels']): Policy =>
  definePolicy({ ...defaultPolicy, id: 'coming-2027-01', levels })

function withFinding(rule: string, change: Partial<Finding>): Report {
  const [any] = report.findings
  assert.ok(any)
  const found: Finding = { ...any, rule, level: 'should', reason: null, case: null, ...change }
  return { ...report, findings: [...report.findings.filter((one) => one.rule !== rule), found] }
}

const outcomesOf = (given: Report, levels: Policy['levels']) =>
  foresee(given, policyOf(levels)).map(({ rule, outcome, because }) => [rule, outcome, because])

test('what is advice today and a demand tomorrow newly fails; what fails as a demand today fails already', () => {
  const advice = withFinding('TOOL-04', { outcome: 'fail', case: 'missing', level: 'should' })
  assert.deepEqual(outcomesOf(advice, { 'TOOL-04': 'must' }), [['TOOL-04', 'fails', null]])
  const demand = withFinding('TOOL-04', { outcome: 'fail', case: 'missing', level: 'must' })
  assert.deepEqual(outcomesOf(demand, { 'TOOL-04': 'must' }), [['TOOL-04', 'already', null]])
  assert.deepEqual(outcomesOf(demand, { 'TOOL-04': 'should' }), [])
})

test('the case of a finding has the level that the policy gives it', () => {
  const levels: Policy['levels'] = { 'TOOL-04': { level: 'should', cases: { missing: 'must' } } }
  const missing = withFinding('TOOL-04', { outcome: 'fail', case: 'missing' })
  assert.deepEqual(outcomesOf(missing, levels), [['TOOL-04', 'fails', null]])
  assert.deepEqual(outcomesOf(withFinding('TOOL-04', { outcome: 'fail', case: 'same-as-name' }), levels), [])
})

test('what nobody saw never passes', () => {
  const unseen = (reason: string) => withFinding('NET-01', { outcome: 'not-evaluated', reason })
  const levels: Policy['levels'] = { 'NET-01': 'must' }
  assert.deepEqual(outcomesOf(unseen('could-not-look'), levels), [
    ['NET-01', 'cannot-tell', 'could-not-look'],
  ])
  assert.deepEqual(outcomesOf(unseen('not-requested'), levels), [['NET-01', 'cannot-tell', 'not-requested']])
  const silent = { ...report, findings: report.findings.filter(({ rule }) => rule !== 'NET-01') }
  assert.deepEqual(outcomesOf(silent, levels), [['NET-01', 'cannot-tell', 'not-in-report']])
  const { tools: _tools, ...bare } = report
  assert.deepEqual(outcomesOf({ ...bare, findings: [] }, { 'TOOL-01': 'must' }), [
    ['TOOL-01', 'cannot-tell', 'not-in-report'],
  ])
})

test('what needs a person is unknown where the rule weighs more than when a person looked', () => {
  const levels: Policy['levels'] = { 'TOOL-17': 'must' }
  const open = withFinding('TOOL-17', { outcome: 'needs-human', level: 'should' })
  assert.deepEqual(outcomesOf(open, levels), [['TOOL-17', 'cannot-tell', 'needs-human']])
  assert.deepEqual(outcomesOf(withFinding('TOOL-17', { outcome: 'needs-human', level: 'must' }), levels), [])
})

test('a rule that the report does not know is judged from the tools that it kept', () => {
  const older = { ...report, findings: report.findings.filter(({ rule }) => rule !== 'TOOL-01') }
  assert.deepEqual(outcomesOf(older, { 'TOOL-01': 'must' }), [['TOOL-01', 'fails', null]])
  const rest = report.findings.filter(({ rule }) => rule !== 'TOOL-10')
  assert.deepEqual(outcomesOf({ ...report, findings: rest }, { 'TOOL-10': 'must' }), [])
  const cut = rest.map((one) =>
    one.rule === 'TOOL-05' ? { ...one, outcome: 'not-evaluated' as const, reason: 'could-not-look' } : one,
  )
  assert.deepEqual(outcomesOf({ ...report, findings: cut }, { 'TOOL-10': 'must' }), [
    ['TOOL-10', 'cannot-tell', 'not-in-report'],
  ])
})

test('a listing is as its gravest rule, and the sums count each listing once for each rule', () => {
  const rule = { level: 'must', case: null, places: 3, because: null } as const
  const fails = { ...rule, rule: 'TOOL-01', outcome: 'fails' } as const
  const unknown = { ...rule, rule: 'NET-01', outcome: 'cannot-tell' } as const
  assert.deepEqual(
    [outcomeOf([unknown, fails]), outcomeOf([unknown]), outcomeOf([])],
    ['fails', 'cannot-tell', 'stands'],
  )
  const listing = { listing: 'a', organisation: 'b' } as never as { listing: never; organisation: never }
  const sums = addUp(noCounts, [
    { ...listing, outcome: 'fails', rules: [fails, unknown] },
    { ...listing, outcome: 'cannot-tell', rules: [unknown] },
    { ...listing, outcome: 'stands', rules: [] },
  ])
  assert.deepEqual(sums, {
    listings: 3,
    outcomes: { fails: 1, already: 0, 'cannot-tell': 1, stands: 1 },
    rules: {
      'TOOL-01': { fails: 1, already: 0, 'cannot-tell': 0 },
      'NET-01': { fails: 0, already: 0, 'cannot-tell': 2 },
    },
  })
})
