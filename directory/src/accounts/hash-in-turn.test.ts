import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hashInTurn, mostHashedAtOnce } from './hash-in-turn.ts'

test('a crowd that signs in is looked at a few at a time, new people and known ones together', async () => {
  let now = 0
  let most = 0
  const slowly = async <Result>(result: Result): Promise<Result> => {
    now += 1
    most = Math.max(most, now)
    await new Promise(setImmediate)
    now -= 1
    return result
  }
  const hashing = hashInTurn({
    hash: (password) => slowly(`hash of ${password}`),
    verify: ({ hash, password }) => slowly(hash === `hash of ${password}`),
  })
  const hashes = await Promise.all(Array.from({ length: 20 }, (_, who) => hashing.hash(String(who))))
  const pairs = hashes.map((hash, who) => ({ hash, password: String(who) }))
  const [, ...same] = await Promise.all([hashing.hash('new'), ...pairs.map((pair) => hashing.verify(pair))])
  assert.ok(same.every((one) => one === true))
  assert.equal(most, mostHashedAtOnce)
})
