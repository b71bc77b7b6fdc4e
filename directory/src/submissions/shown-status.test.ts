import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Listing } from '../catalogue/index.ts'
import { shownStatus, type ShownStatus } from './shown-status.ts'

type Case = readonly [Listing['state'], Listing['restriction'], 'stopped' | 'free', ShownStatus]

const cases: readonly Case[] = [
  ['published', null, 'free', 'published'],
  ['published', null, 'stopped', 'stopped'],
  ['hidden', null, 'free', 'hidden'],
  ['hidden', null, 'stopped', 'stopped'],
  ['delisted', null, 'free', 'delisted'],
  ['hidden', 'hidden', 'free', 'quarantined'],
  // A quarantine is a stop as well.
  ['hidden', 'hidden', 'stopped', 'quarantined'],
  ['delisted', 'delisted', 'stopped', 'blocked'],
  ['removed', null, 'stopped', 'removed'],
  ['removed', 'hidden', 'stopped', 'removed'],
  ['unlisted', null, 'free', 'unlisted'],
]

for (const [state, restriction, held, shown] of cases) {
  const limits = `${restriction === null ? '' : ', restricted'}, ${held}`
  test(`what was published is shown as ${shown} when its listing is ${state}${limits}`, () => {
    assert.equal(shownStatus('published', { state, restriction }, held === 'stopped'), shown)
  })
}

test('a submission that is not published is what it is, whatever its listing is', () => {
  const removed = { state: 'removed', restriction: null } as const
  assert.equal(shownStatus('in-review', removed, true), 'in-review')
  assert.equal(shownStatus('withdrawn', removed, false), 'withdrawn')
})
