import assert from 'node:assert/strict'
import { test } from 'node:test'
import { countedUntil, monthsUntil, monthStatistics, shown } from './statistics.ts'

test('a figure of fewer than five publishers is not shown, however many cases they had; others are rounded down', () => {
  assert.equal(shown({ count: 40, publishers: 4 }), null)
  assert.equal(shown({ count: 5, publishers: 5 }), 5)
  assert.equal(shown({ count: 14, publishers: 5 }), 10)
})

test('counted is until the last Monday in UTC, which counts as soon as it begins', () => {
  const until = (now: string) => countedUntil(new Date(now)).toISOString()
  assert.equal(until('2026-11-21T19:00:00Z'), '2026-11-16T00:00:00.000Z')
  assert.equal(until('2026-11-16T00:00:00Z'), '2026-11-16T00:00:00.000Z')
  assert.equal(until('2026-11-15T23:59:59.999Z'), '2026-11-09T00:00:00.000Z')
})

test('there are always twelve whole months, and those without a decision say nothing', () => {
  const until = new Date('2026-03-02T00:00:00Z')
  assert.deepEqual(monthsUntil(until), {
    from: new Date('2025-03-01T00:00:00Z'),
    to: new Date('2026-03-01T00:00:00Z'),
  })
  const months = monthStatistics(until, [])
  assert.deepEqual([months.length, months[11]?.month], [12, new Date('2026-02-01T00:00:00Z')])
  assert.ok(months.every(({ outcomes }) => Object.values(outcomes).every((figure) => figure === null)))
})
