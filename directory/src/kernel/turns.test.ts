import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createTurns, createTurnsByKey, type TakeTurn } from './turns.ts'

/** Work that ends when it is told to, and the most that was under way at once. */
function crowd() {
  const ends: PromiseWithResolvers<void>[] = []
  let now = 0
  let most = 0
  const join = (take: TakeTurn): Promise<void> =>
    take(async () => {
      now += 1
      most = Math.max(most, now)
      const end = Promise.withResolvers<void>()
      ends.push(end)
      await end.promise.finally(() => (now -= 1))
    })
  return { ends, join, most: () => most }
}

async function endAll(ends: PromiseWithResolvers<void>[], count: number): Promise<void> {
  for (let ended = 0; ended < count; ended += 1) {
    while (ends[ended] === undefined) await new Promise(setImmediate)
    if (ended % 3 === 0) ends[ended]?.reject(new Error('failed'))
    else ends[ended]?.resolve()
  }
}

test('never more than the most are under way, and work that fails hands its turn on', async () => {
  const { ends, join, most } = crowd()
  const take = createTurns(3)
  const all = Promise.allSettled(Array.from({ length: 20 }, () => join(take)))
  await endAll(ends, 20)
  assert.equal((await all).filter(({ status }) => status === 'rejected').length, 7)
  assert.equal(most(), 3)
})

test('one key that waits for ever does not keep another from its turn', async () => {
  const slow = crowd()
  const turns = createTurnsByKey(2)
  const stuck = Promise.all(Array.from({ length: 10 }, () => slow.join(turns('slow'))))
  assert.equal(await turns('quick')(() => Promise.resolve('done')), 'done')
  assert.equal(slow.most(), 2)
  for (let at = 0; at < 10; at += 1) {
    while (slow.ends[at] === undefined) await new Promise(setImmediate)
    slow.ends[at]?.resolve()
  }
  await stuck
})
