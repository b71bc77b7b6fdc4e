import assert from 'node:assert/strict'
import { test } from 'node:test'
import { countBack, quartersSince } from './count.ts'
import { intervalOf, type Cadence } from './due.ts'
import type { LookState } from './model.ts'

const at = new Date('2026-11-21T12:00:00Z')
const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

test('who is well for long is looked at less often, at least once a day; a failed look ends that at once', () => {
  const ago = (ms: number) => new Date(at.getTime() - ms)
  const after = (state: LookState, steadyMs: number, failedAgoMs = steadyMs, cadence: Cadence = 'adaptive') =>
    intervalOf({ state, since: ago(steadyMs), failedAt: ago(failedAgoMs) }, at, {
      authType: 'oauth',
      cadence,
    }) / minute
  assert.equal(after('ok', 300 * day, 300 * day, 'exact'), 15)
  assert.deepEqual(
    [hour, 2 * day, 16 * day, 300 * day].map((ms) => after('auth-gated', ms)),
    [15, 180, 1440, 1440],
  )
  assert.equal(after('ok', 300 * day, 2 * minute), 15)
  assert.equal(after('ok', 300 * day, 2 * day), 180)
  assert.deepEqual(
    [hour, day, 300 * day].map((ms) => after('5xx', ms, 0)),
    [15, 90, 120],
  )
})

test('a look counts for the quarter hours since the one before, each on its day', () => {
  const ofLook = (agoMs: number, intervalMs: number) =>
    quartersSince(new Date(at.getTime() - agoMs), at, intervalMs)
  assert.equal(ofLook(17 * minute, 15 * minute), 1)
  assert.equal(ofLook(day, day), 96)
  // It was due after an hour, and came after two days of ours.
  assert.equal(ofLook(2 * day, hour), 4)
  const today = Math.floor(at.getTime() / day)
  assert.deepEqual(countBack(at, 0, true), [])
  assert.deepEqual(countBack(at, 49, true), [{ day: today, looks: 49, good: 49 }])
  assert.deepEqual(countBack(at, 196, false), [
    { day: today, looks: 49, good: 0 },
    { day: today - 1, looks: 96, good: 0 },
    { day: today - 2, looks: 51, good: 0 },
  ])
})
