import assert from 'node:assert/strict'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { ruleById, type Finding } from '../../src/index.ts'
import { compare, sumUp } from './compare.ts'
import { explanations } from './explained.ts'
import { explainedTable, sharedTable } from './page.ts'
import { shared } from './shared.ts'

const sound = ['sound', 'world-clock', 'server-everything']
const pong = new Map([['ping', { fails: false, words: '' }]])
const noPong = new Map([['ping', { fails: true, words: 'No answer.' }]])

describe('what is shared with the conformance suite', () => {
  test('names only rules and cases that exist', () => {
    for (const { check, facts } of shared) {
      for (const { rule, cases = [] } of facts) {
        const known = Object.keys(ruleById(rule)?.text.en.cases ?? {})
        assert.deepEqual(
          cases.filter((each) => !known.includes(each)),
          [],
          `${check}, ${rule}`,
        )
      }
    }
    const names = shared.map(({ check }) => check)
    assert.equal(new Set(names).size, names.length)
  })

  test('is explained only for shared checks and for servers that exist', async () => {
    const files = await readdir(join(import.meta.dirname, '../faulty-server/faults'))
    const servers = new Set([...sound, ...files.map((file) => file.replace(/\.ts$/, ''))])
    const checks = new Set(shared.map(({ check }) => check))
    for (const explanation of explanations) {
      assert.deepEqual(
        explanation.checks.filter((check) => !checks.has(check)),
        [],
      )
      assert.deepEqual(
        explanation.servers.filter((server) => !servers.has(server)),
        [],
      )
    }
  })

  test('stands in the docs as the tables say', async () => {
    const page = await readFile(join(import.meta.dirname, '../../../../docs/conformance.md'), 'utf8')
    assert.ok(page.includes(sharedTable()), 'Run npm run agreement, which writes docs/conformance.md.')
    assert.ok(page.includes(explainedTable()), 'Run npm run agreement, which writes docs/conformance.md.')
  })
})

describe('a comparison', () => {
  test('is wrong when one side alone finds a fault that nobody explains', () => {
    assert.deepEqual(sumUp(compare('sound', noPong, [ping('pass')]), false).wrong, [
      'sound, ping, suite-alone: No answer.',
    ])
    assert.equal(sumUp(compare('sound', pong, [ping('fail')]), false).wrong.length, 1)
    assert.equal(sumUp(compare('sound', noPong, [ping('fail')]), false).bothFail, 1)
    assert.equal(sumUp(compare('sound', pong, [ping('pass')]), false).agree, 1)
  })

  test('is not made where the checker could not look or the suite did not', () => {
    const { comparisons, notLooked } = sumUp(compare('sound', noPong, [ping('not-evaluated')]), false)
    assert.deepEqual([comparisons, notLooked], [0, 1])
    assert.deepEqual(compare('sound', new Map(), [ping('fail')]), [])
  })

  test('is explained on the named server only', () => {
    assert.deepEqual(sumUp(compare('session-ids-repeat', pong, [ping('fail')]), false).wrong, [])
    assert.equal(sumUp(compare('session-ids-repeat', noPong, [ping('pass')]), false).wrong.length, 1)
  })

  test('of all servers is wrong too where an explanation or a check was of no use', () => {
    const { wrong } = sumUp(compare('sound', pong, [ping('pass')]), true)
    assert.ok(wrong.some((line) => line.startsWith('explains nothing: session-ids-repeat in ')))
    assert.ok(wrong.includes('never compared: wire-schema-valid; does the suite still have it?'))
    assert.ok(!wrong.some((line) => line.startsWith('never compared: ping;')))
  })
})

function ping(outcome: Finding['outcome']): Finding {
  return {
    rule: 'PRO-08',
    outcome,
    level: 'should',
    target: 'server',
    message: 'ping',
    evidence: {},
    fix: null,
    case: outcome === 'fail' ? 'refused' : null,
    reason: null,
    because: null,
    params: {},
  }
}
