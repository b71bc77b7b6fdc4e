import assert from 'node:assert/strict'
import { test } from 'node:test'
import { manualTimers } from '../../test/manual-timers.ts'
import { createIds, manualClock, type PersonId } from '../kernel/index.ts'
import { createUpstreamQueue, type NoTurn } from './upstream-queue.ts'

const ids = createIds(manualClock(new Date('2026-11-21T12:00:00Z')))
const [ada, bob] = [ids.next<PersonId>(), ids.next<PersonId>()]
const slow = 'https://slow.example/mcp'
const calm = new AbortController().signal
const soon = () => new Promise<void>((done) => void setImmediate(done))

function queueOf(atOnce: number, waitingEach = 100) {
  const timers = manualTimers()
  const queue = createUpstreamQueue({ atOnce, waitMs: 10_000, waitingEach }, timers.after)
  return { timers, queue }
}

type Place = (() => void) | NoTurn

async function admitted(entering: Place | Promise<Place>): Promise<() => void> {
  const place = await entering
  assert.ok(typeof place === 'function', String(place))
  return place
}

test('people take turns: one call of Bob does not wait for all of Ada’s', async () => {
  const { queue, timers } = queueOf(1)
  let leave = await admitted(queue.enter(slow, ada, calm))
  const order: string[] = []
  const join = (person: PersonId, name: string) =>
    Promise.resolve(queue.enter(slow, person, calm)).then((place) => {
      order.push(name)
      if (typeof place === 'function') leave = place
    })
  const waiting = [join(ada, 'ada 1'), join(ada, 'ada 2'), join(ada, 'ada 3'), join(bob, 'bob 1')]
  for (let turn = 0; turn < 4; turn += 1) {
    leave()
    // Giving a place back twice gives nobody a second one.
    leave()
    await soon()
    assert.equal(order.length, turn + 1)
  }
  await Promise.all(waiting)
  assert.deepEqual(order, ['ada 1', 'bob 1', 'ada 2', 'ada 3'])
  assert.equal(timers.waiting(), 0)
})

test('nobody waits longer than ten seconds, nor for another server', async () => {
  const { queue, timers } = queueOf(1)
  const leave = await admitted(queue.enter(slow, ada, calm))
  const late = queue.enter(slow, bob, calm)
  await admitted(queue.enter('https://quick.example/mcp', bob, calm))
  timers.advance(10_000)
  assert.equal(await late, 'waited-too-long')
  leave()
  await admitted(queue.enter(slow, bob, calm))
})

test('who gives up while waiting leaves the line, and the line of one person is bounded', async () => {
  const { queue, timers } = queueOf(1, 1)
  const leave = await admitted(queue.enter(slow, ada, calm))
  const impatient = new AbortController()
  const waiting = queue.enter(slow, bob, impatient.signal)
  assert.equal(await queue.enter(slow, bob, calm), 'too-many-waiting')
  impatient.abort()
  assert.equal(await waiting, 'cancelled')
  assert.equal(await queue.enter(slow, bob, impatient.signal), 'cancelled')
  assert.equal(timers.waiting(), 0)
  leave()
  await admitted(queue.enter(slow, bob, calm))
})
