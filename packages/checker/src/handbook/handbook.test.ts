import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { defaultPolicy, policies } from '../policies.ts'
import { rules } from '../rules.ts'
import { areaOf, areas } from './areas.ts'
import { checklist } from './checklist.ts'
import { otherNames } from './other-names.ts'
import { handbook } from './rule-pages.ts'

const folder = new URL('../../../../docs/policy/', import.meta.url)

test('docs/policy is what the rules say', () => {
  const pages = handbook([...policies.values()])
  assert.deepEqual(readdirSync(folder).toSorted(), [...pages.keys()].toSorted(), 'run npm run docs')
  for (const [name, text] of pages) {
    assert.equal(readFileSync(new URL(name, folder), 'utf8'), text, `${name}: run npm run docs`)
  }
})

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

test('another name of a fact leads to a rule that exists', () => {
  for (const { name, rule } of otherNames) {
    assert.ok(
      rules.some(({ id }) => id === rule),
      `${name} leads to ${rule}`,
    )
  }
  assert.equal(new Set(otherNames.map(({ name }) => name)).size, otherNames.length)
})
