import assert from 'node:assert/strict'
import { test } from 'node:test'
import { againstBaseline } from './baseline.ts'
import { couldNotLook } from './evidence/evidence.ts'
import { judge } from './judge.ts'
import { defaultPolicy } from './policies.ts'
import { reportSchema } from './report.ts'
import { parseSelection } from './selection.ts'
import { evidence, tools } from '../test/evidence.ts'
import { goodTool } from '../test/servers.ts'

const bad = { ...goodTool('drop_note'), annotations: { title: 'Drop a note' } }
const worse = { ...goodTool('wipe_notes'), annotations: { title: 'Wipe notes' } }
const before = judge(evidence({ tools: tools(bad) }))

test('a known failure is listed as known and does not count', () => {
  const report = againstBaseline(judge(evidence({ tools: tools(bad) })), before)
  assert.equal(report.verdict, 'ready')
  const known = report.findings.filter((finding) => finding.known)
  assert.ok(known.some(({ rule, target }) => rule === 'TOOL-01' && target === 'tools/drop_note'))
  assert.equal(report.baseline?.known, known.length)
  assert.deepEqual(reportSchema.parse(JSON.parse(JSON.stringify(report))), report)
})

test('a failure that is not in the baseline counts', () => {
  const report = againstBaseline(judge(evidence({ tools: tools(bad, worse) })), before)
  assert.equal(report.verdict, 'blocked')
})

test('two failures of the same name need two entries', () => {
  const report = againstBaseline(judge(evidence({ tools: tools(bad, bad) })), before)
  const own = report.findings.filter(({ rule }) => rule === 'TOOL-01')
  assert.deepEqual(
    own.map(({ known }) => known),
    [true, undefined],
  )
})

test('a failure that weighs more than it did counts', () => {
  const lenient = { ...defaultPolicy, levels: { ...defaultPolicy.levels, 'TOOL-01': 'should' as const } }
  const mild = judge(evidence({ tools: tools(bad) }), { policy: lenient })
  assert.equal(againstBaseline(before, mild).verdict, 'blocked')
})

test('a server that moved keeps its baseline', () => {
  const tls = { plain: true, trusted: false } as const
  const parts = { tls: { looked: true, value: tls } } as const
  const there = judge(evidence(parts, { target: 'https://old.example/mcp' }))
  const here = judge(evidence(parts))
  assert.equal(here.verdict, 'blocked')
  assert.equal(againstBaseline(here, there).verdict, 'ready')
})

test('entries that no longer fail are named, those that could not be looked at are not', () => {
  const mended = againstBaseline(judge(evidence({ tools: tools(goodTool()) })), before)
  const stale = mended.baseline?.stale.filter(({ rule }) => rule === 'TOOL-01')
  assert.deepEqual(stale, [{ rule: 'TOOL-01', case: 'none', target: 'tools/drop_note' }])
  const unseen = againstBaseline(
    judge(evidence({ tools: couldNotLook('unreachable', { problem: 'x' }) })),
    before,
  )
  assert.ok(unseen.baseline?.stale.every(({ rule }) => rule !== 'TOOL-01'))
  assert.equal(unseen.verdict, 'incomplete')
})

test('only the selected rules are judged, the others are not requested', () => {
  const report = judge(evidence({ tools: tools(bad) }), { only: parseSelection('net-*, TOOL-04') })
  assert.deepEqual(report.only, ['NET-*', 'TOOL-04'])
  assert.equal(report.verdict, 'ready')
  const out = report.findings.find(({ rule }) => rule === 'TOOL-01')
  assert.deepEqual([out?.outcome, out?.reason], ['not-evaluated', 'not-requested'])
})

test('a selection that names no rule is refused, so that a typing error is no pass', () => {
  for (const text of ['TOLL-01', 'TOOL-1', '', ',', 'TOOL-01,XYZ-*'])
    assert.throws(() => parseSelection(text), { name: 'InvalidInput' }, text)
})
