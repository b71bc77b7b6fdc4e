import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { SubmissionEvent } from './events.ts'
import { next, submissionState, submissionStatus } from './model.ts'
import {
  answer,
  approved,
  by,
  changes,
  events,
  iso,
  pasts,
  publisher,
  reviewer,
  risky,
  second,
  system,
  taken as claimed,
  waiting,
} from './pasts.test.ts'

const inReview = submissionState(claimed)

test('a case is one reviewer’s until the time is over; then others may take it, and the first decides no more', () => {
  const claim: SubmissionEvent = { name: 'claimed', until: iso(20) }
  assert.equal(answer(inReview, by(second, claim, 8.9)), 'conflict')
  const longer = next(inReview, by(reviewer, claim, 8))
  assert.deepEqual(longer.claim, { person: reviewer.id, until: new Date(iso(20)) })
  const taken = next(inReview, by(second, claim, 9))
  assert.equal(taken.claim?.person, second.id)
  assert.equal(answer(taken, by(reviewer, approved, 10)), 'conflict')
  assert.equal(answer(taken, by(second, approved, 10)), 'approved')
  assert.equal(answer(taken, by(second, approved, 20)), 'conflict')
  const free = next(inReview, by(reviewer, events['given-back']))
  assert.equal(free.claim, null)
  assert.equal(answer(free, by(reviewer, approved)), 'conflict')
  assert.equal(answer(taken, by(reviewer, events['given-back'])), 'conflict')
  assert.equal(answer(free, by(second, { name: 'claimed', until: iso(1) })), 'conflict')
})

test('who has acted for the publisher takes no case of theirs and decides nothing on it', () => {
  assert.equal(answer(submissionState(waiting), by(publisher, events.claimed)), 'not-allowed')
  const withdrawer = submissionState([...waiting, by(reviewer, { ...events['replied'] } as SubmissionEvent)])
  assert.equal(answer(withdrawer, by(reviewer, events.claimed)), 'not-allowed')
  assert.equal(answer(inReview, by(system, approved)), 'not-allowed')
})

test('what is risky needs the approvals of two people', () => {
  const once = submissionState([...risky, by(reviewer, approved)])
  assert.deepEqual([once.status, once.claim, once.approvals], ['second-approval', null, [reviewer.id]])
  assert.equal(answer(once, by(reviewer, events.claimed)), 'not-allowed')
  const renewed = next(submissionState(pasts['second-approval']), by(second, events['check-requested']))
  assert.deepEqual([renewed.approvals, renewed.risks], [[], []])
})

test('an appeal is decided by another person, once; when it is granted others decide on the case', () => {
  const open = submissionState(pasts.appealed.slice(0, -1))
  assert.equal(answer(open, by(reviewer, events.claimed)), 'not-allowed')
  const held = submissionState(pasts.appealed)
  const granted = next(held, by(second, events['appeal-granted']))
  assert.deepEqual(
    [granted.status, granted.objection, granted.overturned],
    ['in-review', null, [reviewer.id]],
  )
  assert.equal(answer(granted, by(second, approved)), 'approved')
  const free = next(granted, by(second, events['given-back']))
  assert.equal(answer(free, by(reviewer, events.claimed)), 'not-allowed')
  const refused = next(held, by(second, events['appeal-refused']))
  assert.deepEqual([refused.status, refused.appeal], ['rejected', { outcome: 'refused', text: 'It is not.' }])
  assert.equal(answer(refused, by(publisher, events.appealed)), 'already-decided')
})

test('the time for changes passes when it is over, and not before', () => {
  const asked = submissionState(pasts['changes-requested'])
  assert.equal(answer(asked, by(system, events['deadline-passed'], 1.9)), 'conflict')
  assert.equal(answer(asked, by(system, events['deadline-passed'], 2)), 'lapsed')
  const endless = next(inReview, by(reviewer, { ...changes, deadline: null } as SubmissionEvent))
  assert.equal(answer(endless, by(system, events['deadline-passed'], 9_000)), 'conflict')
})

test('only the approval of the version that is listed can stand for a new one, and nobody says so but the program', () => {
  const first = submissionState(waiting)
  assert.equal(answer(first, by(system, events['carried-over'])), 'conflict')
  const [begun, ...rest] = waiting
  assert.ok(begun)
  const updating = (updates: number) =>
    submissionState([{ ...begun, event: { ...begun.event, updates } as SubmissionEvent }, ...rest])
  assert.equal(answer(updating(2), by(system, events['carried-over'])), 'conflict')
  assert.equal(answer(updating(1), by(reviewer, events['carried-over'])), 'conflict')
  assert.equal(answer(updating(1), by(system, events['carried-over'])), 'approved')
})

test('what was decided before cases were taken has happened all the same', () => {
  const old = { ...by(reviewer, approved), payloadVersion: 1 }
  assert.equal(submissionStatus([...waiting, old]), 'approved')
  assert.equal(answer(submissionState(waiting), by(reviewer, approved)), 'conflict')
})
