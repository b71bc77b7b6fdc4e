import assert from 'node:assert/strict'
import { test } from 'node:test'
import { defaultPolicy, policies } from '../policies.ts'
import { rules } from '../rules.ts'
import { areaOf, areas } from './areas.ts'
import { checklist } from './checklist.ts'

test('every rule is in an area of the handbook and on the checklist for remote servers, once', () => {
  for (const rule of rules) assert.ok(areaOf(rule) in areas, rule.id)
  for (const policy of policies.values()) {
    const boxes = checklist(policy, 'remote').match(/^- \[ \] .*$/gm) ?? []
    assert.equal(boxes.length, rules.length)
    for (const { id } of rules) assert.equal(boxes.filter((box) => box.includes(`(${id}`)).length, 1, id)
  }
})

test('the checklist for bundles leaves out what only a network has', () => {
  const text = checklist(defaultPolicy, 'bundle')
  assert.match(text, /TOOL-01/)
  assert.match(text, /DOC-01/)
  assert.doesNotMatch(text, /NET-01|TRN-01|AUTH-02/)
})
