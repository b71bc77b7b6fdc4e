import assert from 'node:assert/strict'
import { test } from 'node:test'
import { manualClock } from './clock.ts'
import { createIds, parseId, type ListingId } from './ids.ts'

test('ids ascend, also within one millisecond and when the clock goes back', () => {
  const clock = manualClock(new Date('2026-01-01T00:00:00Z'))
  const ids = createIds(clock)
  const made = Array.from({ length: 10_000 }, () => ids.next<ListingId>())
  clock.advance(-60_000)
  made.push(ids.next<ListingId>())
  assert.deepEqual(made.toSorted(), made)
  assert.equal(new Set(made).size, made.length)
})

test('an id carries its time and reads back; other text does not', () => {
  const id = createIds(manualClock(new Date(0x0123456789ab))).next<ListingId>()
  assert.match(id, /^01234567-89ab-7/)
  assert.equal(parseId(id), id)
  for (const bad of [undefined, '', 'x', id.toUpperCase() + '0', "' or 1=1", id.replace('-7', '-4')]) {
    assert.equal(parseId(bad), undefined)
  }
})
