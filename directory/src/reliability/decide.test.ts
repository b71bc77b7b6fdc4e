import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { PersonId } from '../kernel/index.ts'
import { dayOf } from '../monitoring/index.ts'
import { decide, recoveryDays } from './decide.ts'
import { reasonsOf, type Facts } from './facts.ts'
import { after } from './fold.ts'
import {
  eventNames,
  mayFollow,
  nothingYet,
  type EventName,
  type Ledger,
  type LedgerEvent,
  type Stage,
} from './model.ts'
import { policy20261121 as policy } from './policy-2026-11-21.ts'

const dayMs = 86_400_000
const now = new Date('2026-11-21T01:00:00Z')
const reasons = { policy: policy.id, looks: 2880, failed: 300, days: 30, healthyRun: 0 }
const system = { kind: 'system', name: 'reliability' } as const
const person = { kind: 'person', id: '01990000-0000-7000-8000-000000000001' as PersonId } as const

function inDays(days: number, from: Date = now): Date {
  return new Date(from.getTime() + days * dayMs)
}

function facts(change: Partial<Facts> = {}): Facts {
  return { ...reasons, fresh: true, lostMs: 0, blind: false, shown: 'published', ...change }
}

function ledger(stage: Stage, change: Partial<Ledger> = {}): Ledger {
  const since = stage === 'listed' ? null : inDays(-10)
  const dueAt = stage === 'listed' || stage === 'delisted' ? null : inDays(-1)
  return { ...nothingYet, stage, since, dueAt, ...change }
}

const dueAt = inDays(7).toISOString()
const events: Readonly<Record<EventName, LedgerEvent>> = {
  warned: { name: 'warned', dueAt, reasons },
  'last-warned': { name: 'last-warned', dueAt, reasons },
  hidden: { name: 'hidden', dueAt, reasons },
  'delisting-due': { name: 'delisting-due', reasons },
  delisted: { name: 'delisted' },
  'return-due': { name: 'return-due', reasons },
  restored: { name: 'restored', because: 'operator' },
  extended: { name: 'extended', because: 'operator', days: 7, dueAt },
  paused: { name: 'paused' },
  resumed: { name: 'resumed', dueAt },
  objected: { name: 'objected' },
  'objection-refused': { name: 'objection-refused', dueAt },
  closed: { name: 'closed' },
}

describe('the table of states and events', () => {
  const everywhere = { restored: 'listed', closed: 'listed' } as const
  const rows: readonly (readonly [string, Ledger, Partial<Record<EventName, Stage>>])[] = [
    ['listed', ledger('listed'), { warned: 'warned' }],
    [
      'warned',
      ledger('warned'),
      { ...everywhere, 'last-warned': 'grace', extended: 'warned', paused: 'warned', objected: 'warned' },
    ],
    [
      'grace',
      ledger('grace'),
      { ...everywhere, hidden: 'hidden', extended: 'grace', paused: 'grace', objected: 'grace' },
    ],
    [
      'hidden',
      ledger('hidden'),
      { ...everywhere, 'delisting-due': 'hidden', extended: 'hidden', paused: 'hidden', objected: 'hidden' },
    ],
    [
      'hidden, delisting proposed',
      ledger('hidden', { proposed: true }),
      { ...everywhere, delisted: 'delisted', extended: 'hidden', paused: 'hidden', objected: 'hidden' },
    ],
    [
      'hidden, delisting proposed, paused',
      ledger('hidden', { proposed: true, pausedAt: now }),
      { ...everywhere, extended: 'hidden', resumed: 'hidden', objected: 'hidden' },
    ],
    [
      'hidden, delisting proposed, objected',
      ledger('hidden', { proposed: true, objectedAt: now, hasObjected: true }),
      { ...everywhere, extended: 'hidden', paused: 'hidden', 'objection-refused': 'hidden' },
    ],
    ['delisted', ledger('delisted'), { ...everywhere, 'return-due': 'delisted', objected: 'delisted' }],
    [
      'delisted, return proposed, objection refused',
      ledger('delisted', { proposed: true, hasObjected: true }),
      everywhere,
    ],
    [
      'warned, paused, objected',
      ledger('warned', { pausedAt: now, objectedAt: now, hasObjected: true }),
      {
        ...everywhere,
        'last-warned': 'grace',
        extended: 'warned',
        resumed: 'warned',
        'objection-refused': 'warned',
      },
    ],
  ]
  for (const [name, before, allowed] of rows) {
    test(`${name}: ${Object.keys(allowed).join(', ')}, and nothing else`, () => {
      for (const event of eventNames) {
        const happened = { event: events[event], at: now, actor: person }
        assert.equal(mayFollow(before, event), event in allowed, event)
        if (event in allowed) assert.equal(after(before, happened, policy).stage, allowed[event], event)
        else assert.throws(() => after(before, happened, policy), /cannot follow/, event)
      }
    })
  }

  test('a pause and an objection stand until they are answered, an extension takes a proposal back', () => {
    const step = (before: Ledger, event: EventName) =>
      after(before, { event: events[event], at: now, actor: person }, policy)
    const paused = step(ledger('warned'), 'paused')
    assert.deepEqual(paused.pausedAt, now)
    assert.deepEqual(step(paused, 'resumed'), { ...ledger('warned'), dueAt: new Date(dueAt) })
    const objected = step(ledger('hidden'), 'objected')
    assert.deepEqual([objected.objectedAt, objected.hasObjected], [now, true])
    const refused = step(objected, 'objection-refused')
    assert.deepEqual([refused.objectedAt, refused.hasObjected], [null, true])
    assert.equal(step(ledger('hidden', { proposed: true }), 'extended').proposed, false)
    assert.equal(step(ledger('hidden', { proposed: true }), 'delisted').delistedBy, person.id)
  })
})

describe('the next step', () => {
  const named = (before: Ledger, change: Partial<Facts> = {}) =>
    decide(before, facts(change), policy, now)?.name

  test('a warning needs more than 5 failures in 100 looks of enough days, also on the last one', () => {
    assert.equal(named(ledger('listed')), 'warned')
    assert.equal(named(ledger('listed'), { failed: 144 }), undefined)
    assert.equal(named(ledger('listed'), { failed: 145 }), 'warned')
    for (const change of [
      { healthyRun: 1 },
      { days: 2 },
      { looks: 99, failed: 99 },
      { fresh: false },
      { blind: true },
      { shown: 'gone' },
    ] as const) {
      assert.equal(named(ledger('listed'), change), undefined, JSON.stringify(change))
    }
  })

  test('each further step waits for its time, and says when the next one follows', () => {
    const steps = [
      ['warned', 'last-warned', policy.graceDays],
      ['grace', 'hidden', policy.hiddenDays],
    ] as const
    for (const [stage, name, days] of steps) {
      const expected = { name, reasons, dueAt: inDays(days).toISOString() }
      assert.deepEqual(decide(ledger(stage), facts(), policy, now), expected)
      assert.equal(named(ledger(stage, { dueAt: inDays(1) })), undefined)
    }
    assert.equal(named(ledger('hidden'), { shown: 'hidden' }), 'delisting-due')
    assert.equal(named(ledger('hidden', { proposed: true }), { shown: 'hidden' }), undefined)
    assert.equal(named(ledger('delisted'), { shown: 'delisted' }), undefined)
  })

  test('nothing gets worse after a healthy day, without a fresh look, while we are blind, paused or objected to', () => {
    for (const stage of ['warned', 'grace', 'hidden'] as const) {
      const shown = stage === 'hidden' ? 'hidden' : 'published'
      assert.equal(named(ledger(stage), { shown, healthyRun: 1 }), undefined)
      assert.equal(named(ledger(stage), { shown, fresh: false }), undefined)
      assert.equal(named(ledger(stage), { shown, blind: true }), undefined)
      assert.equal(named(ledger(stage), { shown, days: 0 }), undefined)
      assert.equal(named(ledger(stage, { pausedAt: now }), { shown }), undefined)
      assert.equal(named(ledger(stage, { objectedAt: now }), { shown }), undefined)
    }
  })

  test('enough healthy days end it, also while it is paused; what was delisted comes back through a person', () => {
    assert.equal(named(ledger('warned'), { healthyRun: 2 }), undefined)
    assert.equal(named(ledger('warned'), { healthyRun: 3 }), 'restored')
    assert.equal(named(ledger('grace', { pausedAt: now }), { healthyRun: 3 }), 'restored')
    assert.equal(named(ledger('hidden'), { shown: 'hidden', healthyRun: 6 }), undefined)
    assert.equal(named(ledger('hidden', { proposed: true }), { shown: 'hidden', healthyRun: 7 }), 'restored')
    assert.equal(named(ledger('delisted'), { shown: 'delisted', healthyRun: 13 }), undefined)
    assert.equal(named(ledger('delisted'), { shown: 'delisted', healthyRun: 14 }), 'return-due')
    assert.equal(
      named(ledger('delisted', { proposed: true }), { shown: 'delisted', healthyRun: 15 }),
      undefined,
    )
  })

  test('who fails again soon needs twice as many healthy days each time, 28 at most', () => {
    const needed = [0, 1, 2, 3, 4, 5].map((relapses) => recoveryDays({ stage: 'warned', relapses }, policy))
    assert.deepEqual(needed, [3, 6, 12, 24, 28, 28])
    const warnedAt = (clearedAt: Date) =>
      after(
        { ...nothingYet, clearedAt, relapses: 1 },
        { event: events.warned, at: now, actor: system },
        policy,
      )
    assert.equal(warnedAt(inDays(-90)).relapses, 2)
    assert.equal(warnedAt(inDays(-91)).relapses, 0)
  })

  test('time lost by our own outage is given back once, at the latest with the next step', () => {
    const hour = 3_600_000
    const dueSoon = ledger('grace', { dueAt: inDays(1), lostMs: hour })
    assert.deepEqual(decide(dueSoon, facts({ lostMs: 3 * hour }), policy, now), {
      name: 'extended',
      because: 'our-outage',
      lostMs: 2 * hour,
      dueAt: new Date(inDays(1).getTime() + 2 * hour).toISOString(),
    })
    const given = after(
      dueSoon,
      {
        event: { name: 'extended', because: 'our-outage', lostMs: 2 * hour, dueAt },
        at: now,
        actor: system,
      },
      policy,
    )
    assert.equal(decide(given, facts({ lostMs: 3 * hour }), policy, now), undefined)
    const halfHour = { lostMs: hour / 2 }
    assert.equal(named(ledger('grace', { dueAt: now }), halfHour), undefined)
    assert.equal(named(ledger('grace', { dueAt: new Date(now.getTime() - hour / 2) }), halfHour), 'hidden')
  })

  test('a new version that was reviewed ends it, a withdrawal closes it', () => {
    assert.deepEqual(decide(ledger('hidden'), facts(), policy, now), {
      name: 'restored',
      because: 'republished',
    })
    assert.equal(named(ledger('delisted')), 'restored')
    for (const stage of ['warned', 'grace', 'hidden', 'delisted'] as const) {
      assert.equal(named(ledger(stage), { shown: 'gone' }), 'closed')
    }
  })
})

test('days without enough looks neither break nor make a row; today and what was judged before do not count', () => {
  const today = dayOf(now)
  const day = (ago: number, failed: number, looks = 96) => ({
    day: today - ago,
    looks,
    good: looks - failed,
  })
  const days = [day(0, 96), day(1, 0), day(2, 4, 4), day(3, 4), day(4, 5), day(5, 0), day(31, 96)]
  assert.deepEqual(reasonsOf(days, { now, clearedAt: null }, policy), {
    policy: policy.id,
    looks: 4 * 96,
    failed: 9,
    days: 4,
    healthyRun: 2,
    fresh: true,
  })
  const later = reasonsOf(days, { now, clearedAt: inDays(-4) }, policy)
  assert.deepEqual([later.days, later.failed], [2, 4])
  assert.equal(reasonsOf([day(3, 96)], { now, clearedAt: null }, policy).fresh, false)
})
