import assert from 'node:assert/strict'
import { test } from 'node:test'
import { maxNesting, nestsTooDeep } from './nesting.ts'

test('nesting is counted outside of strings alone', () => {
  const deep = (depth: number): string => `${'['.repeat(depth)}${']'.repeat(depth)}`
  assert.equal(nestsTooDeep(deep(maxNesting)), false)
  assert.equal(nestsTooDeep(deep(maxNesting + 1)), true)
  assert.equal(nestsTooDeep('{"a":'.repeat(maxNesting + 1)), true)
  assert.equal(nestsTooDeep(JSON.stringify(deep(10_000))), false)
  assert.equal(nestsTooDeep(String.raw`"\"${'['.repeat(10_000)}"`), false)
  assert.equal(nestsTooDeep('[]'.repeat(10_000)), false)
  assert.equal(nestsTooDeep(String.raw`["a\\\"${'['.repeat(10_000)}"]`), false)
  assert.equal(nestsTooDeep(String.raw`["a\\\\",${'['.repeat(10_000)}`), true)
  assert.equal(nestsTooDeep(`["${'['.repeat(10_000)}`), false)
})
