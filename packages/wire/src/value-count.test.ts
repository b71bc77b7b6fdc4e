import assert from 'node:assert/strict'
import { test } from 'node:test'
import { holdsTooManyValues } from './value-count.ts'

test('values are counted outside of strings alone', () => {
  assert.equal(holdsTooManyValues(`"${','.repeat(300)}\\\\"`, 200), false)
  assert.equal(holdsTooManyValues(`"${','.repeat(300)}\\""`, 200), false)
  assert.equal(holdsTooManyValues(`["\\"",${'1,'.repeat(300)}1]`, 200), true)
})
