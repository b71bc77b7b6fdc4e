import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testDatabase } from '../../test/database.ts'
import type { Database } from '../kernel/index.ts'
import { fateBetween, type Fate } from './fate.ts'
import { actor, list, workbench } from './fixture.test.ts'
import { restricted, type ListingState, type Restriction } from './model.ts'
import { restrict } from './restrict.ts'
import { setStanding } from './set-standing.ts'

const states: readonly ListingState[] = ['unlisted', 'published', 'hidden', 'delisted', 'removed']

test('people are told when what they use ends for good or until further notice, and when it works again', () => {
  const table = states.map((from) => {
    const before = { state: from, toldGone: from !== 'published' && from !== 'hidden' }
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
  const first = { state: 'unlisted', toldGone: false } as const
  assert.equal(fateBetween(first, { unrestricted: 'published', restriction: null }), undefined)
})

test('a block ends a listing and a quarantine does not; nothing comes back while it is restricted', () => {
  const move = (from: Restriction | null, to: Restriction | null, toldGone = false) =>
    fateBetween(
      { state: restricted('published', from), toldGone },
      { unrestricted: 'published', restriction: to },
    )
  assert.deepEqual(
    [move(null, 'hidden'), move('hidden', null), move('hidden', 'delisted')],
    [undefined, undefined, 'gone'],
  )
  assert.deepEqual([move('delisted', 'hidden', true), move('hidden', null, true)], [undefined, 'back'])
})

test('who was told that a listing is gone is told when it is back, also when it went through a quarantine', async () => {
  await using database = await testDatabase()
  const { db } = database
  const heard: string[] = []
  const bench = { ...workbench(), became: async (_trx: Database, { what }: Fate) => void heard.push(what) }
  const { listing } = await list(db, bench)
  const because = { listing, actor, reason: 'test' }
  const all = async (...moves: readonly (Restriction | null | 'fails' | 'works')[]) => {
    heard.length = 0
    for (const move of moves) {
      if (move === 'fails') await setStanding(db, bench, { ...because, state: 'delisted' })
      else if (move === 'works') await setStanding(db, bench, { ...because, state: 'published' })
      else await restrict(db, bench, { ...because, restriction: move })
    }
    return heard.join(' ')
  }
  assert.equal(await all('hidden', null), '')
  // A block ends as a quarantine, which somebody else ends.
  assert.equal(await all('hidden', 'delisted', 'hidden', null), 'gone back')
  assert.equal(await all('fails', 'hidden', 'works', null), 'gone back')
  assert.equal(await all('hidden', null), '')
})
