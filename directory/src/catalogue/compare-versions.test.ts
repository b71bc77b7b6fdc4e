import assert from 'node:assert/strict'
import { test } from 'node:test'
import { compareVersions, mostFields, type Compared } from './compare-versions.ts'
import { fieldChanges } from './field-changes.ts'
import { facts, tool } from './fixture.test.ts'
import type { Json } from './model.ts'

const version = (tools: Compared['tools'], more: Partial<Compared> = {}): Compared => ({
  ...facts(more),
  tools,
})

test('a comparison names changed facts, and tools that came, went or changed; the order of keys is no change', () => {
  const annotations = { readOnlyHint: true, openWorldHint: false }
  const before = version([tool('kept'), tool('gone'), tool('same', { annotations })], { termsUrl: null })
  const after = version(
    [
      tool('kept', { description: 'Now described.', annotations: null }),
      tool('new'),
      tool('same', { annotations: { openWorldHint: false, readOnlyHint: true } }),
    ],
    { name: 'Post', categories: ['communication', 'data'], termsUrl: 'https://example.com/terms' },
  )
  const changes = compareVersions(before, after)
  assert.deepEqual(changes.fields, [
    { field: 'name', before: 'Mail', after: 'Post' },
    { field: 'categories', before: 'communication', after: 'communication, data' },
    { field: 'termsUrl', before: null, after: 'https://example.com/terms' },
  ])
  assert.deepEqual([changes.addedTools, changes.removedTools], [['new'], ['gone']])
  assert.deepEqual(changes.changedTools, [
    {
      name: 'kept',
      fields: [
        { path: 'description', before: 'Does what kept says.', after: 'Now described.' },
        { path: 'annotations', before: '{"readOnlyHint":true}', after: null },
      ],
    },
  ])
})

test('of a changed schema each value that differs is named; a deep or long one is not followed for ever', () => {
  const find = (inputSchema: Json) => version([tool('find', { inputSchema })])
  const query = (type: string) => find({ type: 'object', properties: { query: { type, maxLength: 5 } } })
  const fieldsOf = (one: Compared, other: Compared) =>
    compareVersions(one, other).changedTools[0]?.fields ?? []
  assert.deepEqual(fieldsOf(query('string'), query('number')), [
    { path: 'inputSchema.properties.query.type', before: 'string', after: 'number' },
  ])
  const deep = (leaf: string): Json =>
    Array.from({ length: 40 }).reduce<Json>((inside) => ({ a: inside }), leaf)
  assert.equal(fieldsOf(find(deep('x')), find(deep('y')))[0]?.path.split('.').length, 12)
  const many = (value: number) => Object.fromEntries(Array.from({ length: 500 }, (_, n) => [`p${n}`, value]))
  assert.equal(fieldsOf(find(many(1)), find(many(2))).length, mostFields)
})

test('what changed is said field by field, with both texts, cut when they are long', () => {
  const words: Json = { type: 'string', description: 'x'.repeat(900) }
  const before = tool('find', {
    inputSchema: { type: 'object', properties: { words: { type: 'string' } } },
  })
  const now = tool('find', {
    title: 'Find',
    annotations: null,
    inputSchema: { type: 'object', properties: { words, limit: { type: 'integer' } } },
  })
  const fields = fieldChanges(before, now, { fields: 40, text: 500 })
  assert.deepEqual(
    new Map(fields.map(({ path, before }) => [path, before])),
    new Map([
      ['title', null],
      ['annotations', '{"readOnlyHint":true}'],
      ['inputSchema.properties.words.description', null],
      ['inputSchema.properties.limit', null],
    ]),
  )
  assert.equal(fields.find(({ path }) => path.endsWith('description'))?.after?.length, 501)
})
