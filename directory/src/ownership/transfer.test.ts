import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Problem, type Actor, type ListingId, type OrganisationId } from '../kernel/index.ts'
import {
  allowsTransfer,
  daysForAStep,
  nextTransfer,
  transferStatuses,
  type TransferEvent,
  type TransferEventName,
  type TransferState,
  type TransferStatus,
} from './transfer.ts'

const actor: Actor = { kind: 'system', name: 'test' }
const start = Date.parse('2026-11-21T08:00:00Z')
const day = 86_400_000
const [listing, from, to] = ['l' as ListingId, 'a' as OrganisationId, 'b' as OrganisationId]
const offered: TransferEvent = { name: 'offered', listing, from, to }
const events: Readonly<Record<TransferEventName, TransferEvent>> = {
  offered,
  accepted: { name: 'accepted' },
  declined: { name: 'declined' },
  withdrawn: { name: 'withdrawn' },
  proved: { name: 'proved', place: 'file' },
  asked: { name: 'asked', text: 'The site is not ours.' },
  approved: { name: 'approved' },
  refused: { name: 'refused', text: 'Nobody knows you.' },
  expired: { name: 'expired' },
}
const names = Object.keys(events) as TransferEventName[]

function past(...given: TransferEventName[]): TransferState {
  const all = ['offered' as const, ...given]
  const state = all.reduce<TransferState | undefined>(
    (before, name, index) =>
      nextTransfer(before, {
        event: events[name],
        actor,
        at: new Date(start + index * (name === 'expired' ? 30 * day : 1)),
      }),
    undefined,
  )
  return state ?? assert.fail('no state')
}

const pasts: Readonly<Record<TransferStatus, TransferState>> = {
  offered: past(),
  accepted: past('accepted'),
  asked: past('accepted', 'asked'),
  done: past('accepted', 'proved'),
  declined: past('declined'),
  withdrawn: past('accepted', 'withdrawn'),
  refused: past('accepted', 'asked', 'refused'),
  expired: past('expired'),
}

type Answer = TransferStatus | 'conflict' | 'already-decided'
const refusing = (code: Answer) =>
  Object.fromEntries(names.map((name) => [name, code])) as Record<TransferEventName, Answer>
const open = { ...refusing('conflict'), declined: 'declined', withdrawn: 'withdrawn' } as const
const over = refusing('already-decided')

const truths: Readonly<Record<TransferStatus, Readonly<Record<TransferEventName, Answer>>>> = {
  offered: { ...open, accepted: 'accepted' },
  accepted: { ...open, proved: 'done', asked: 'asked' },
  asked: { ...open, proved: 'done', approved: 'done', refused: 'refused' },
  done: over,
  declined: over,
  withdrawn: over,
  refused: over,
  expired: over,
}

function answer(state: TransferState | undefined, name: TransferEventName, at: number): string {
  try {
    return nextTransfer(state, { event: events[name], actor, at: new Date(at) }).status
  } catch (error) {
    assert.ok(error instanceof Problem, String(error))
    return error.code
  }
}

for (const status of transferStatuses) {
  for (const name of names) {
    const expected = truths[status][name]
    test(`an offer that is ${status} + ${name} → ${expected}; when its time is over only that can happen`, () => {
      const state = pasts[status]
      assert.equal(state.status, status)
      assert.equal(answer(state, name, state.expiresAt.getTime() - 1), expected)
      const late = expected === 'already-decided' ? expected : name === 'expired' ? 'expired' : 'conflict'
      assert.equal(answer(state, name, state.expiresAt.getTime()), late)
      if (name !== 'expired') assert.equal(allowsTransfer(status, name), expected in pasts)
    })
  }
}

test('nothing happens before an offer, and every step begins the time anew', () => {
  for (const name of names) {
    assert.equal(answer(undefined, name, start), name === 'offered' ? 'offered' : 'conflict')
  }
  const { expiresAt } = nextTransfer(pasts.offered, {
    event: events.accepted,
    actor,
    at: new Date(start + day),
  })
  assert.equal(expiresAt.getTime(), start + (daysForAStep + 1) * day)
  assert.deepEqual(
    [pasts.refused.question, pasts.refused.answer],
    ['The site is not ours.', 'Nobody knows you.'],
  )
})
