import assert from 'node:assert/strict'
import { test } from 'node:test'
import { BoundedMap } from './bounded-map.ts'

test('a full map drops what was used longest ago, and says so', () => {
  const dropped: number[] = []
  const map = new BoundedMap<string, number>(3, (value) => dropped.push(value))
  for (const [key, value] of [
    ['a', 1],
    ['b', 2],
    ['c', 3],
  ] as const)
    map.set(key, value)
  assert.equal(map.get('a'), 1)
  map.set('d', 4)
  assert.deepEqual(dropped, [2])
  assert.deepEqual(
    ['a', 'b', 'c', 'd'].map((key) => map.get(key)),
    [1, undefined, 3, 4],
  )
})
