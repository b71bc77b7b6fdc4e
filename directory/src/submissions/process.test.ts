import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { Problem, type Actor, type PersonId, type ReportId } from '../kernel/index.ts'
import type { Happening, SubmissionEvent, SubmissionEventName } from './events.ts'
import { allows, next, type SubmissionState, type SubmissionStatus } from './model.ts'

const people = ['paula', 'pedro', 'rita', 'rosa', 'ruth'].map(
  (name) => ({ kind: 'person', id: name as PersonId }) satisfies Actor,
)
const system: Actor = { kind: 'system', name: 'test' }
const report = (attempt: number) => `report ${attempt}` as ReportId
const hour = 3_600_000

/** Every event as somebody would write it who looks at this state, or `off` beside it. */
function payloads(state: SubmissionState | undefined, at: Date, off: number) {
  const attempt = (state?.attempt ?? 0) + off
  const revision = (state?.revision ?? 0) + off
  const text = 'Words.'
  const inHours = (hours: number) => new Date(at.getTime() + hours * hour).toISOString()
  const clauses = ['TOOL-01'] as const
  const proof = { key: 'k', startedAt: inHours(0), engine: 'e', verdict: 'ready', tools: 1 } as const
  const all = {
    submitted: { revision: 1, attempt: 1 },
    'check-requested': { attempt: attempt + 1, revision },
    checked: { attempt, report: report(attempt), verdict: 'ready' },
    'risks-named': { attempt, risks: ['payments'] },
    'rejected-automatically': { attempt, report: report(attempt), clauses },
    'carried-over': { attempt, report: report(attempt), version: 1 },
    claimed: { until: inHours(4) },
    'given-back': {},
    waived: { rule: 'TOOL-04', reason: text, expires: '2027-01-01' },
    'changes-requested': { clauses, text, fixes: {}, deadline: inHours(8) },
    'deadline-passed': {},
    rejected: { clauses, text },
    'not-a-fit': { text },
    appealed: { text },
    'appeal-granted': { text },
    'appeal-refused': { text },
    replied: { from: off === 0 ? 'publisher' : 'reviewer', text },
    approved: { report: report(attempt), lookedAt: [] },
    published: { version: '1' },
    withdrawn: {},
    resubmitted: { revision: revision + 1, attempt: attempt + 1 },
    'proof-accepted': { revision, ...proof },
  }
  return all
}

const names = Object.keys(payloads(undefined, new Date(0), 0)) as SubmissionEventName[]

function written(name: SubmissionEventName, ...given: Parameters<typeof payloads>): SubmissionEvent {
  return { name, ...payloads(...given)[name] } as SubmissionEvent
}

/** Half of the time what leads on to a listing; else what the status allows; now and then anything at all. */
const step = fc.record({
  way: fc.constantFrom('on', 'on', 'on', 'allowed', 'allowed', 'anything'),
  pick: fc.nat(1_000),
  who: fc.nat(people.length),
  hours: fc.constantFrom(0, 0, 0, 0, 1, 5, 9),
  off: fc.constantFrom(0, 0, 0, 0, 0, 0, 1),
})
const steps = fc.array(step, { minLength: 5, maxLength: 40 })

type Ways = Partial<Record<SubmissionStatus, SubmissionEventName>>
const leadsOn: Ways = {
  checking: 'checked',
  'in-review': 'claimed',
  'second-approval': 'claimed',
  appealed: 'claimed',
  approved: 'published',
}
const leadsOnHeld: Ways = {
  ...leadsOn,
  'in-review': 'approved',
  'second-approval': 'approved',
  appealed: 'appeal-granted',
}

/** Everything that was not refused, in its order, and what came of it. */
function lived(all: typeof steps extends fc.Arbitrary<infer Steps> ? Steps : never) {
  let at = new Date('2026-11-21T08:00:00Z')
  const past: Happening[] = [
    { event: { name: 'submitted', revision: 1, attempt: 1 }, actor: people[0] ?? system, at },
  ]
  let state = past.reduce<SubmissionState | undefined>(next, undefined)
  for (const { way, pick, who, hours, off } of all) {
    at = new Date(at.getTime() + hours * hour)
    const holder = people.find(({ id }) => id === state?.claim?.person)
    const on =
      way === 'on' ? (holder === undefined ? leadsOn : leadsOnHeld)[state?.status ?? 'checking'] : undefined
    const allowed = names.filter((each) => each !== 'withdrawn' && state && allows(state.status, each))
    const choice = way === 'anything' || allowed.length === 0 ? names : allowed
    const name = on ?? choice[pick % choice.length] ?? 'submitted'
    const actor = (on === undefined ? undefined : holder) ?? people[who] ?? system
    const happening = { event: written(name, state, at, off), actor, at }
    try {
      state = next(state, happening)
      past.push(happening)
    } catch (error) {
      assert.ok(error instanceof Problem, String(error))
    }
  }
  return { past, status: state?.status }
}

test('no sequence of events lists anything without a person who may decide and holds the case: two where it is risky', () => {
  const seen = { one: 0, two: 0 }
  fc.assert(
    fc.property(steps, (all) => {
      const { past, status } = lived(all)
      if (status !== 'approved' && status !== 'published') return
      const current = past.slice(past.findLastIndex(({ event }) => event.name === 'checked'))
      const approvals = current.filter(({ event }) => event.name === 'approved')
      const persons = new Set(approvals.map(({ actor }) => (actor.kind === 'person' ? actor.id : 'nobody')))
      const risky = current.some(({ event }) => event.name === 'risks-named')
      assert.ok(!persons.has('nobody') && persons.size === (risky ? 2 : 1), [...persons].join(', '))
      const before = (happening: Happening) => past.slice(0, past.indexOf(happening))
      for (const approval of approvals) {
        assert.ok(!actsForPublisher(before(approval), approval.actor), 'a publisher approved')
        const claim = before(approval).findLast(({ event }) => event.name === 'claimed')
        assert.deepEqual(claim?.actor, approval.actor)
        assert.ok(claim?.event.name === 'claimed' && new Date(claim.event.until) > approval.at)
      }
      seen[risky ? 'two' : 'one'] += 1
    }),
    { numRuns: 250, seed: 5 },
  )
  assert.ok(seen.one > 20 && seen.two > 0, `too few were listed to say so: ${JSON.stringify(seen)}`)
})

const publishersDo: readonly SubmissionEventName[] = [
  'submitted',
  'resubmitted',
  'withdrawn',
  'appealed',
  'proof-accepted',
]

function actsForPublisher(past: readonly Happening[], actor: Actor): boolean {
  return past.some(
    ({ event, actor: other }) =>
      other.kind === 'person' &&
      actor.kind === 'person' &&
      other.id === actor.id &&
      (publishersDo.includes(event.name) || (event.name === 'replied' && event.from === 'publisher')),
  )
}

test('no sequence of events lets the decider of a case decide its appeal', () => {
  let appeals = 0
  fc.assert(
    fc.property(steps, (all) => {
      const { past } = lived(all)
      past.forEach(({ event, actor }, index) => {
        if (event.name !== 'appeal-granted' && event.name !== 'appeal-refused') return
        const decision = past
          .slice(0, index)
          .findLast(({ event: { name } }) => name.startsWith('rejected') || name === 'not-a-fit')
        assert.notDeepEqual(decision?.actor, actor)
        appeals += 1
      })
    }),
    { numRuns: 150, seed: 7 },
  )
  assert.ok(appeals > 0)
})
