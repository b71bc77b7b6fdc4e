import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Listing } from './model.ts'
import { shownState, type ShownState } from './shown-state.ts'

type Case = readonly [Listing['state'], Listing['restriction'], 'stopped' | 'free', ShownState]

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
  test(`a listing is shown as ${shown} when it is ${state}${limits}`, () => {
    assert.equal(shownState({ state, restriction }, held === 'stopped'), shown)
  })
}
