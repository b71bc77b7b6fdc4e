import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Ajv2020 } from 'ajv/dist/2020.js'
import type { Json } from '../evidence/facts.ts'
import type { JsonObject } from '../raw-tool.ts'
import { fit } from './fits.ts'
import { sampleOf } from './sample.ts'
import { spoil } from './spoil.ts'

const fitting: readonly (readonly [Json, Json])[] = [
  [{ type: ['string', 'null'] }, null],
  [{ type: 'integer' }, 3.0],
  [{ $ref: '#/$defs/a', $defs: { a: { enum: [1, { b: 2 }] } } }, { b: 2 }],
  [{ anyOf: [{ type: 'string' }, { minimum: 4 }] }, 4],
  [{ prefixItems: [{ type: 'string' }], items: { type: 'number' } }, ['a', 1, 2]],
  [{ if: { required: ['a'] }, else: { maxProperties: 0 } }, {}],
  [{ properties: { constructor: { type: 'string' } } }, {}],
  [{ maxLength: 1 }, '😀'],
]

const wrong: readonly (readonly [Json, Json, string])[] = [
  [{ type: 'integer' }, 3.5, ''],
  [{ properties: { a: { items: { const: 1 } } } }, { a: [1, 2] }, '/a/1'],
  [{ oneOf: [{}, {}] }, 1, ''],
  [{ not: {} }, 1, ''],
  [{ additionalProperties: false, properties: { a: true } }, { b: 1 }, '/b'],
  [{ dependentRequired: { a: ['b'] } }, { a: 1 }, ''],
  [{ uniqueItems: true }, [1, 1], ''],
  [{ pattern: '^a$' }, 'b', ''],
]

test('a value is judged by its schema, and the place of a fault is named', () => {
  for (const [schema, value] of fitting) assert.deepEqual(fit(schema, value), { fits: true })
  for (const [schema, value, where] of wrong) {
    const judged = fit(schema, value)
    assert.equal(judged.fits, false, JSON.stringify(schema))
    assert.equal('where' in judged && judged.where, where)
  }
})

test('a validator that makes code of schemas comes to the same verdicts', () => {
  const ajv = new Ajv2020({ strict: false, logger: false, ownProperties: true })
  for (const [schema, value] of [...fitting, ...wrong]) {
    if (typeof schema !== 'object' || schema === null) continue
    assert.equal(fit(schema, value).fits, ajv.validate(schema, value), JSON.stringify(schema))
  }
})

test('a schema that leads to endless work, elsewhere or beyond us judges nothing', () => {
  const doubling: JsonObject = { $defs: {}, $ref: '#/$defs/d0' }
  const definitions: JsonObject = {}
  for (let n = 0; n < 40; n += 1) {
    const next = { $ref: `#/$defs/d${n + 1}` }
    definitions[`d${n}`] = { allOf: [next, next] }
  }
  definitions['d40'] = {}
  for (const schema of [
    { $ref: '#' },
    { ...doubling, $defs: definitions },
    { $ref: 'https://example.com/schema.json' },
    { unevaluatedProperties: false },
    { pattern: '^(a+)+$' },
  ]) {
    assert.equal(fit(schema, 'a'.repeat(60) + '!').fits, undefined, JSON.stringify(schema).slice(0, 80))
  }
})

test('samples fit their schema and are the same each time', () => {
  for (const [schema, expected] of [
    [{ type: 'object', required: ['a'], properties: { a: { type: 'string' }, b: {} } }, { a: 'test' }],
    [{ default: 7, minimum: 8, type: 'integer' }, 8],
    [{ enum: ['x', 'y'] }, 'x'],
    [{ const: null }, null],
    [{ type: 'string', format: 'date' }, '2026-01-15'],
    [{ type: 'string', pattern: '^b[0-9]+$', description: 'The id of the book, such as b1.' }, 'b1'],
    [{ type: 'string', minLength: 6, maxLength: 6 }, 'testxx'],
    [{ type: 'array', items: { type: 'integer', minimum: 3 } }, [3]],
    [{ anyOf: [{ type: 'null' }, { type: 'integer' }] }, 1],
    [{ allOf: [{ type: 'object', required: ['a'] }, { properties: { a: { const: 2 } } }] }, { a: 2 }],
    [{ type: 'number', exclusiveMinimum: 0, maximum: 0.5 }, 0.5],
  ] as const) {
    // Readonly literals are JSON all the same.
    assert.deepEqual(sampleOf(schema as unknown as Json), expected)
  }
})

test('where no value is found there is none, and a schema without end ends', () => {
  assert.equal(sampleOf({ type: 'string', pattern: '^[0-9]{9}-[XYZ]{4}$' }), undefined)
  const endless = { type: 'object', required: ['a'], properties: { a: { $ref: '#' } } }
  assert.equal(sampleOf(endless), undefined)
})

test('spoiled inputs are wrong in one place each', () => {
  const inputSchema: JsonObject = {
    type: 'object',
    properties: { text: { type: 'string', maxLength: 5 }, count: { type: 'integer', maximum: 9 } },
    required: ['text'],
  }
  const raw: JsonObject = { name: 'a', inputSchema }
  assert.deepEqual(spoil({ name: 'a', raw, page: 1, at: 'tools/a' }, { text: 'ab' }), [
    { kind: 'missing', parameter: 'text', arguments: {} },
    { kind: 'wrong-type', parameter: 'text', arguments: { text: { connectory: 'wrong type' } } },
    { kind: 'out-of-range', parameter: 'text', arguments: { text: 'xxxxxx' } },
  ])
})
