import assert from 'node:assert/strict'
import { test } from 'node:test'
import { facts, summary, tool, workbench } from './fixture.test.ts'
import { countHints, hintsOf, titleOf } from './hints.ts'
import { matchingTools } from './matching-tools.ts'
import { parametersOf } from './parameters.ts'
import { qualityOf } from './quality.ts'
import { toolDigest } from './tool-digest.ts'

test('only booleans in annotations are hints', () => {
  assert.deepEqual(hintsOf({ readOnlyHint: 'true', destructiveHint: 1 }).readOnlyHint, undefined)
  assert.deepEqual(
    countHints([
      { annotations: { readOnlyHint: true, destructiveHint: true } },
      { annotations: { destructiveHint: true } },
      { annotations: { readOnlyHint: false } },
      { annotations: null },
      { annotations: ['readOnlyHint'] },
    ]),
    { reads: 1, destroys: 1, changes: 1, silent: 2 },
  )
})

test('the title of a tool is its own, else that of its annotations', () => {
  assert.equal(titleOf({ title: 'Own', annotations: { title: 'Other' } }), 'Own')
  assert.equal(titleOf({ title: null, annotations: { title: 'Other' } }), 'Other')
  assert.equal(titleOf({ title: null, annotations: 'x' }), null)
})

test('parameters say name, type, meaning and whether they are required', () => {
  const schema = {
    type: 'object',
    required: ['to'],
    properties: {
      to: { type: 'array', items: { type: 'string' }, description: 'Who gets it' },
      kind: { enum: ['a', 'b'] },
      size: { type: ['integer', 'null'] },
      any: { anyOf: [{ type: 'string' }, { type: 'number' }, { type: 'string' }] },
      open: true,
    },
  }
  assert.deepEqual(
    parametersOf(schema).map(({ name, type, required }) => [name, type, required]),
    [
      ['to', 'string[]', true],
      ['kind', '"a" | "b"', false],
      ['size', 'integer | null', false],
      ['any', 'string | number', false],
      ['open', '', false],
    ],
  )
})

test('what is no schema has no parameters', () => {
  for (const odd of [null, 'x', 1, [], {}, { properties: [] }, { properties: 'x' }]) {
    assert.deepEqual(parametersOf(odd), [])
  }
})

test('the digest of the tools does not depend on the order of tools or keys, and on everything else', () => {
  const one = tool('a', { inputSchema: { type: 'object', properties: { x: {}, y: {} } } })
  const same = tool('a', { inputSchema: { properties: { y: {}, x: {} }, type: 'object' } })
  assert.equal(toolDigest([one, tool('b')]), toolDigest([tool('b'), same]))
  assert.notEqual(toolDigest([one]), toolDigest([{ ...one, description: 'Another.' }]))
})

test('hints, descriptions and a clean report make quality; nothing makes more than 100', () => {
  const { ids, clock } = workbench()
  const report = summary(ids, clock)
  const good = {
    revision: facts({ descriptionMarkdown: 'x'.repeat(300) }),
    tools: [tool('long_enough_name', { title: 'A' })],
    report,
  }
  assert.equal(qualityOf(good), 100)
  assert.ok(qualityOf({ ...good, tools: [tool('a', { annotations: null })] }) < 80)
  assert.ok(qualityOf({ ...good, tools: [] }) >= 0)
})

test('a card names the tools for which it was found, the exact one alone', () => {
  const names = ['create_issue', 'create_comment', 'list_issues']
  assert.deepEqual(matchingTools(names, 'Create Issue', []), ['create_issue'])
  assert.deepEqual(matchingTools(names, 'create', []), ['create_issue', 'create_comment'])
  assert.deepEqual(matchingTools(names, 'crate', [{ meant: ['create'] }]), ['create_issue', 'create_comment'])
  assert.deepEqual(matchingTools(names, '', []), [])
})
