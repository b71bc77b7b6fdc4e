import assert from 'node:assert/strict'
import { test } from 'node:test'
import { rowsOf, unheld, wrongIn } from '../scripts/conformance/compare.ts'
import type { Check, Status } from '../scripts/conformance/suite.ts'

const check = (id: string, status: Status = 'SUCCESS'): Check => ({ id, status })
const run = { run: 'gateway', revision: '2026-07-28' }

test('a run of the conformance suite is right when each check of each scenario ends as it does directly', () => {
  const direct = new Map([['ping', [check('ping'), check('wire'), check('noise', 'INFO')]]])
  const same = new Map([['ping', [check('wire'), check('ping')]]])
  const rows = rowsOf(same, direct, new Set(['ping']))
  assert.deepEqual(rows, [{ scenario: 'ping', required: true, checks: 2, passed: 2, failed: 0, differs: [] }])
  assert.deepEqual(wrongIn(run, rows, []), [])
})

test('a difference that nothing explains is wrong, and so is an explanation of what no longer differs', () => {
  const direct = new Map([['ping', [check('ping'), check('wire')]]])
  const rows = rowsOf(new Map([['ping', [check('ping', 'FAILURE'), check('wire')]]]), direct, new Set())
  const why = 'The server that is asked knows no ping.'
  const explains = (...checks: string[]) => [{ ...run, scenario: 'ping', checks, why }]
  assert.match(wrongIn(run, rows, []).join(), /ping ends otherwise than it has to/)
  assert.deepEqual(wrongIn(run, rows, explains('ping')), [])
  assert.match(wrongIn(run, rows, explains('ping', 'wire')).join(), /wire is explained and no longer differs/)
})

test('an explanation of what was not run is not left standing', () => {
  const one = { ...run, scenario: 'ping', checks: ['ping'], why: 'The server that is asked knows no ping.' }
  const rows = rowsOf(new Map([['ping', [check('ping', 'FAILURE')]]]), 'passing', new Set())
  assert.deepEqual(unheld([one], [{ ...run, rows }]), [])
  for (const other of [[], [{ ...run, rows: [] }], [{ ...run, run: 'broker', rows }]])
    assert.match(unheld([one], other).join(), /was not run/)
})

test('a check that was made once more or once less, and a scenario that was not run, are differences', () => {
  const direct = new Map([['list', [check('one'), check('one')]]])
  for (const found of [new Map([['list', [check('one')]]]), new Map<string, Check[]>()]) {
    const [row] = rowsOf(found, direct, new Set())
    assert.deepEqual(row?.differs, ['one'])
  }
})

test('directly every required scenario has to pass, and to have made a check', () => {
  const required = new Set(['ping', 'list'])
  const failing = rowsOf(new Map([['ping', [check('ping', 'FAILURE')]]]), undefined, required)
  assert.equal(wrongIn(run, failing, []).length, 2)
})

test('where nothing runs beside, each check that fails is a difference, and a warning is none', () => {
  const found = new Map([['auth', [check('one', 'FAILURE'), check('two', 'WARNING'), check('three')]]])
  assert.deepEqual(rowsOf(found, 'passing', new Set())[0]?.differs, ['one'])
})
