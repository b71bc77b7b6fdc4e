import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fateBetween } from './fate.ts'
import { restricted, type ListingState, type Restriction } from './model.ts'

const states: readonly ListingState[] = ['unlisted', 'published', 'hidden', 'delisted', 'removed']

test('people are told when what they use ends for good or until further notice, and when it works again', () => {
  const table = states.map((from) => {
    const before = { state: from, version: 1 }
    return states.map((to) => fateBetween(before, { unrestricted: to, restriction: null }) ?? '-').join(' ')
  })
  assert.deepEqual(table, [
    // to unlisted, published, hidden, delisted, removed
    '- back back - -',
    'gone - - gone gone',
    'gone - - gone gone',
    '- back back - gone',
    '- back back - -',
  ])
  const first = { state: 'unlisted', version: 0 } as const
  assert.equal(fateBetween(first, { unrestricted: 'published', restriction: null }), undefined)
})

test('a block ends a listing and a quarantine does not; nothing comes back while it is restricted', () => {
  const move = (from: Restriction | null, to: Restriction | null) =>
    fateBetween(
      { state: restricted('published', from), version: 1 },
      { unrestricted: 'published', restriction: to },
    )
  assert.deepEqual(
    [move(null, 'hidden'), move('hidden', 'delisted'), move('delisted', 'hidden'), move('delisted', null)],
    [undefined, 'gone', undefined, 'back'],
  )
})
