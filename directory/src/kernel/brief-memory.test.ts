import assert from 'node:assert/strict'
import { mock, test } from 'node:test'
import { briefMs, createBriefMemory, madeOnceInAWhile } from './brief-memory.ts'

function asker(memory = createBriefMemory<string>()) {
  const asked: ((value: string | undefined) => void)[] = []
  const ask = () => memory.get('key', () => new Promise((resolve) => asked.push(resolve)))
  return { memory, asked, ask }
}

test('an answer is remembered for a second, and those who ask meanwhile share one question', async () => {
  mock.timers.enable({ apis: ['setTimeout'] })
  try {
    const { asked, ask } = asker()
    const [one, other] = [ask(), ask()]
    asked[0]?.('first')
    assert.deepEqual([await one, await other], ['first', 'first'])
    mock.timers.tick(briefMs - 1)
    assert.equal(ask(), 'first', 'what is known is said at once')
    mock.timers.tick(1)
    const later = ask()
    asked[1]?.('second')
    assert.equal(await later, 'second')
    assert.equal(asked.length, 2)
  } finally {
    mock.timers.reset()
  }
})

test('what was forgotten is asked again, and an older question that ends later changes nothing', async () => {
  const { memory, asked, ask } = asker()
  const older = ask()
  memory.forget('key')
  const newer = ask()
  asked[1]?.('new')
  asked[0]?.('old')
  assert.deepEqual(await Promise.all([older, newer]), ['old', 'new'])
  assert.equal(await ask(), 'new')
})

test('what is not there, and what could not be asked, is not remembered', async () => {
  const { asked, ask, memory } = asker()
  const none = ask()
  asked[0]?.(undefined)
  assert.equal(await none, undefined)
  await assert.rejects(async () => await memory.get('key', () => Promise.reject(new Error('away'))), /away/)
  const some = ask()
  asked[1]?.('there')
  assert.equal(await some, 'there')
})

test('what is made from a key is made once in a second, and then not kept', () => {
  mock.timers.enable({ apis: ['setTimeout'] })
  try {
    let made = 0
    const of = madeOnceInAWhile((key) => `${key} ${(made += 1)}`)
    assert.deepEqual([of('a'), of('b'), of('a')], ['a 1', 'b 2', 'a 1'])
    mock.timers.tick(briefMs)
    assert.deepEqual([of('a'), of('a'), of('b')], ['a 3', 'a 3', 'b 4'])
    mock.timers.tick(briefMs)
    assert.equal(of('b'), 'b 5')
    for (let key = 0; key < 999; key += 1) of(`filling ${key}`)
    assert.notEqual(of('one more'), of('one more'))
    assert.equal(of('b'), 'b 5')
  } finally {
    mock.timers.reset()
  }
})

test('what was forgotten or has had its second is asked again, however often it was found before', async () => {
  mock.timers.enable({ apis: ['setTimeout'] })
  try {
    const { memory, asked, ask } = asker()
    const first = ask()
    asked[0]?.('first')
    assert.equal(await first, 'first')
    assert.deepEqual([ask(), ask(), ask()], ['first', 'first', 'first'])
    memory.forget('key')
    const second = ask()
    asked[1]?.('second')
    assert.equal(await second, 'second')
    assert.deepEqual([ask(), ask()], ['second', 'second'])
    mock.timers.tick(briefMs)
    const third = ask()
    asked[2]?.('third')
    assert.equal(await third, 'third')
    assert.deepEqual([ask(), ask()], ['third', 'third'])
    memory.clear()
    assert.notEqual(ask(), 'third')
  } finally {
    mock.timers.reset()
  }
})
