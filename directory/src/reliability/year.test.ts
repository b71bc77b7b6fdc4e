import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { PersonId } from '../kernel/index.ts'
import { dayOf } from '../monitoring/index.ts'
import { decide } from './decide.ts'
import { isHealthy, reasonsOf, type DayOfLooks, type Facts } from './facts.ts'
import { after, type Happened } from './fold.ts'
import { nothingYet, stages, type EventName, type Ledger, type LedgerEvent, type Stage } from './model.ts'
import { policy20261121 as policy } from './policy-2026-11-21.ts'

const dayMs = 86_400_000
const now = new Date('2026-11-21T01:00:00Z')
const system = { kind: 'system', name: 'reliability' } as const
const person = { kind: 'person', id: '01990000-0000-7000-8000-000000000001' as PersonId } as const
const delisting: LedgerEvent = { name: 'delisted' }

/** One listing through time, as the module moves it, without a database. Operators confirm what is proposed. */
function live(plan: (day: number) => DayOfLooks | 'our outage', length: number) {
  const first = dayOf(now)
  const past: (Happened & { readonly day: number })[] = []
  const seen: DayOfLooks[] = []
  let state = nothingYet
  let outages = 0
  let outagesBefore = 0
  for (let day = first; day < first + length; day += 1) {
    const planned = plan(day)
    if (planned === 'our outage') outages += 1
    else seen.push(planned)
    const at = new Date((day + 1) * dayMs + 3_600_000)
    if (state.since === null) outagesBefore = outages
    const shown = state.stage === 'hidden' || state.stage === 'delisted' ? state.stage : 'published'
    const known: Facts = {
      ...reasonsOf(seen.slice(-policy.windowDays - 2), { now: at, clearedAt: state.clearedAt }, policy),
      lostMs: (outages - outagesBefore) * dayMs,
      blind: planned === 'our outage',
      shown,
    }
    const due = state.stage === 'hidden' && state.proposed && !known.blind
    const event = decide(state, known, policy, at) ?? (due ? delisting : undefined)
    if (event === undefined) continue
    const one = { event, at, actor: event.name === 'delisted' ? person : system, day }
    const before = state.stage
    state = after(state, one, policy)
    if (state.stage !== before) outagesBefore = outages
    past.push(one)
  }
  return { past, state, seen }
}

const dayOfLooks = (day: number, failed: number): DayOfLooks => ({ day, looks: 96, good: 96 - failed })
const stepsDown: readonly EventName[] = ['warned', 'last-warned', 'hidden', 'delisting-due', 'delisted']

test('whatever servers and outages do: nobody healthy is warned, no step is skipped, each has its whole time', () => {
  const kinds = fc.constantFrom('well', 'well', 'blip', 'bad', 'dead', 'our outage')
  const spell = fc.record({ kind: kinds, days: fc.integer({ min: 1, max: 40 }) })
  fc.assert(
    fc.property(fc.array(spell, { minLength: 1, maxLength: 8 }), (spells) => {
      const kindsByDay = spells.flatMap(({ kind, days }) => Array.from({ length: days }, () => kind))
      const failed = { well: 0, blip: 2, bad: 12, dead: 96 }
      const first = dayOf(now)
      const { past } = live((day) => {
        const kind = kindsByDay[day - first] ?? 'well'
        return kind === 'our outage' ? kind : dayOfLooks(day, failed[kind])
      }, kindsByDay.length)
      let stage: Stage = 'listed'
      let dueAtOfStage = 0
      for (const { event, at, day } of past) {
        const kind = kindsByDay[day - first]
        if (stepsDown.includes(event.name) && event.name !== 'delisted') {
          assert.ok(kind === 'bad' || kind === 'dead', `${event.name} after a day that was ${kind}`)
          assert.ok(at.getTime() >= dueAtOfStage, `${event.name} came before its time`)
        }
        const before: Ledger = { ...nothingYet, stage, proposed: event.name === 'delisted' }
        const entered: Stage = after(before, { event, at, actor: person }, policy).stage
        assert.ok(entered === 'listed' || stages.indexOf(entered) - stages.indexOf(stage) <= 1)
        stage = entered
        if (entered === 'listed') dueAtOfStage = 0
        if ('dueAt' in event && event.dueAt !== null) dueAtOfStage = Date.parse(event.dueAt)
      }
    }),
    { numRuns: 60 },
  )
})

test('a year of 50 listings: who is dead goes the whole way in order, who is well never hears of us, our outages move nobody', () => {
  const first = dayOf(now)
  const ours = new Set([20, 21, 40, 100, 101, 102, 200])
  /** Dead from its own day for so many days; 0 is well for the whole year. */
  const deadFor = (listing: number): number => [0, 0, 1, 12, 35, 400][listing % 6] ?? 0
  const expected: Readonly<Record<number, readonly EventName[]>> = {
    0: [],
    1: [],
    12: ['warned', 'last-warned', 'restored'],
    35: ['warned', 'last-warned', 'hidden', 'restored'],
    400: ['warned', 'last-warned', 'hidden', 'delisting-due', 'delisted'],
  }
  for (let listing = 0; listing < 50; listing += 1) {
    const begins = 45 + listing
    const dead = deadFor(listing)
    const { past, state } = live((day) => {
      const at = day - first
      if (ours.has(at)) return 'our outage'
      // Everybody has a bad quarter of an hour now and then.
      const failed = at >= begins && at < begins + dead ? 96 : (at * 7 + listing) % 11 === 0 ? 2 : 0
      return dayOfLooks(day, failed)
    }, 365)
    const steps = past.map(({ event }) => event.name).filter((name) => name !== 'extended')
    assert.deepEqual(steps, expected[dead], `listing ${listing}`)
    assert.equal(state.stage, dead === 400 ? 'delisted' : 'listed')
    for (const { day, event } of past) assert.ok(!ours.has(day - first), event.name)
    const outageInside =
      past.some(({ day }) => day - first < 100) && past.some(({ day }) => day - first > 102)
    const given = past.flatMap(({ event }) =>
      event.name === 'extended' && event.because === 'our-outage' ? [event.lostMs / dayMs] : [],
    )
    if (outageInside && dead === 400) assert.ok(given.includes(3), `listing ${listing}: ${given.join(' ')}`)
  }
})

test('a server that fails one day in eight is not forgiven for ever', () => {
  const first = dayOf(now)
  const { past } = live((day) => dayOfLooks(day, (day - first) % 8 === 0 ? 96 : 0), 365)
  assert.ok(past.some(({ event }) => event.name === 'hidden'))
  assert.ok(past.filter(({ event }) => event.name === 'restored').length <= 3)
  assert.ok(isHealthy(dayOfLooks(first, 4), policy) && !isHealthy(dayOfLooks(first, 5), policy))
})
