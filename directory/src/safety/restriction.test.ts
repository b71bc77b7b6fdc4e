import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { PersonId } from '../kernel/index.ts'
import { after, eventNames, fold, obstacle, stages, type EventName, type Happened } from './restriction.ts'

const people = ['ada', 'bo', 'cy', 'publisher'] as unknown as readonly [
  PersonId,
  PersonId,
  PersonId,
  PersonId,
]
const [ada, bo, cy, publisher] = people
const at = new Date('2026-11-21T10:00:00Z')
const by = (id: PersonId, ...names: EventName[]): Happened[] =>
  names.map((name) => ({ name, at, actor: { kind: 'person', id } }))

/** Ada puts it there; Bo signs a block. */
const pasts = {
  clear: [],
  quarantined: by(ada, 'quarantined'),
  'block-asked': by(ada, 'quarantined', 'block-asked'),
  blocked: [...by(ada, 'quarantined', 'block-asked'), ...by(bo, 'blocked')],
} as const

/** Cy, who had no part in it. Everything that is not here cannot follow. */
const table: Readonly<Record<keyof typeof pasts, Partial<Record<EventName, keyof typeof pasts>>>> = {
  clear: { quarantined: 'quarantined' },
  quarantined: { released: 'clear', 'block-asked': 'block-asked', objected: 'quarantined' },
  'block-asked': { 'block-refused': 'quarantined', blocked: 'blocked', objected: 'block-asked' },
  blocked: { unblocked: 'quarantined', objected: 'blocked' },
}

test('every event in every stage, by somebody who had no part in it', () => {
  for (const stage of stages) {
    const standing = fold(pasts[stage])
    assert.equal(standing.stage, stage)
    for (const name of eventNames) {
      const follows = table[stage][name]
      assert.equal(
        obstacle(standing, name, cy),
        follows === undefined ? 'not-now' : undefined,
        `${stage} ${name}`,
      )
      const [event] = by(cy, name)
      assert.ok(event)
      if (follows === undefined) assert.throws(() => after(standing, event), /cannot follow/)
      else assert.equal(after(standing, event).stage, follows, `${stage} ${name}`)
    }
  }
})

test('every event in every stage with an open objection, by each person', () => {
  const refused: string[] = []
  for (const stage of stages.slice(1)) {
    const standing = fold([...pasts[stage], ...by(publisher, 'objected')])
    for (const name of eventNames) {
      for (const person of [ada, bo, cy]) {
        if (obstacle(standing, name, person) === 'same-person') refused.push(`${stage} ${name} ${person}`)
      }
      const expected =
        name === 'objection-refused' ? stage : name === 'objected' ? undefined : table[stage][name]
      assert.equal(obstacle(standing, name, cy) === undefined ? name : undefined, expected && name)
    }
  }
  assert.deepEqual(refused, [
    'quarantined objection-refused ada',
    'block-asked blocked ada',
    'block-asked objection-refused ada',
    'blocked objection-refused ada',
    'blocked objection-refused bo',
  ])
})

test('who ended a block does not end the quarantine that is left; who asks again signs as little as before', () => {
  const unblocked = fold([...pasts.blocked, ...by(cy, 'unblocked')])
  assert.equal(obstacle(unblocked, 'released', cy), 'same-person')
  assert.equal(obstacle(unblocked, 'released', ada), undefined)
  const again = fold([...pasts['block-asked'], ...by(ada, 'block-refused'), ...by(bo, 'block-asked')])
  assert.equal(obstacle(again, 'blocked', bo), 'same-person')
  assert.equal(obstacle(again, 'blocked', ada), undefined)
})

test('no row of orders of one person, however long, blocks anything', () => {
  let reached = new Map([['', fold([])]])
  for (let step = 0; step < 6; step += 1) {
    const next = new Map(reached)
    for (const standing of reached.values()) {
      for (const event of eventNames.flatMap((name) => by(ada, name))) {
        if (obstacle(standing, event.name, ada) !== undefined) continue
        const then = after(standing, event)
        next.set(JSON.stringify(then), then)
      }
    }
    reached = next
  }
  assert.ok(reached.size > 4)
  assert.ok([...reached.values()].every(({ stage }) => stage !== 'blocked'))
})
