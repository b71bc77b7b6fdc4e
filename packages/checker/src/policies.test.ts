import assert from 'node:assert/strict'
import { test } from 'node:test'
import { evidence, tools } from '../test/evidence.ts'
import { goodTool } from '../test/servers.ts'
import { judge } from './judge.ts'
import { policyByName } from './policies.ts'

const levelsOf = (policy: string, tool: Record<string, unknown>) => {
  const found = policyByName(policy)
  assert.ok(found)
  const { findings } = judge(evidence({ tools: tools(tool) }), { policy: found })
  return findings.filter(({ outcome }) => outcome === 'fail').map(({ rule, level }) => `${rule} ${level}`)
}

test('a policy is found by its id and by its name without a date', () => {
  assert.equal(policyByName('faq')?.id, 'faq-2026-02-10')
  assert.equal(policyByName('openai')?.id, 'openai-2026-08')
  assert.equal(policyByName('claude-2026-10')?.id, 'claude-2026-10')
  assert.equal(policyByName('mine'), undefined)
})

test('under the policy openai every tool states all three hints, under faq that is advice', () => {
  const two = {
    ...goodTool(),
    annotations: { title: 'List notes', readOnlyHint: true, openWorldHint: false },
  }
  assert.deepEqual(levelsOf('openai', two), ['TOOL-09 must'])
  assert.deepEqual(levelsOf('faq', two), ['TOOL-09 info'])
  assert.deepEqual(
    levelsOf('openai', { ...two, annotations: { ...two.annotations, destructiveHint: false } }),
    [],
  )
})

test('under the policy openai a missing title is advice, under faq it blocks', () => {
  const untitled = {
    ...goodTool(),
    annotations: { readOnlyHint: true, openWorldHint: false, destructiveHint: false },
  }
  assert.deepEqual(levelsOf('openai', untitled), ['TOOL-04 should'])
  assert.deepEqual(levelsOf('faq', untitled), ['TOOL-04 must'])
})
