import assert from 'node:assert/strict'
import { Problem, type Actor, type PersonId, type ReportId } from '../kernel/index.ts'
import type { Happening, SubmissionEvent, SubmissionEventName } from './events.ts'
import { next, type SubmissionState, type SubmissionStatus } from './model.ts'

/** A past for every status, and one of every event; it has no tests of its own. */
export const report = 'r1' as ReportId
export const clauses = ['TOOL-01'] as const
export const publisher = person('publisher')
export const reviewer = person('reviewer')
export const second = person('second')
export const system: Actor = { kind: 'system', name: 'test' }
const start = Date.parse('2026-11-21T08:00:00Z')
const hour = 3_600_000

function person(name: string) {
  return { kind: 'person', id: name as PersonId } as const
}

export function by(actor: Actor, event: SubmissionEvent, hours = 1): Happening {
  return { event, actor, at: new Date(start + hours * hour) }
}

export function iso(hours: number): string {
  return new Date(start + hours * hour).toISOString()
}

const submitted: SubmissionEvent = { name: 'submitted', revision: 1, attempt: 1 }
export const checked: SubmissionEvent = { name: 'checked', attempt: 1, report, verdict: 'ready' }
export const approved: SubmissionEvent = { name: 'approved', report, lookedAt: ['tools/echo'] }
export const rejected: SubmissionEvent = { name: 'rejected', clauses, text: 'Not yours.' }
export const changes: SubmissionEvent = {
  name: 'changes-requested',
  clauses,
  text: 'Name the owner.',
  fixes: { 'TOOL-01': 'Say that it reads.' },
  deadline: iso(2),
}

export const events: Readonly<Record<SubmissionEventName, SubmissionEvent>> = {
  submitted,
  'check-requested': { name: 'check-requested', attempt: 2, revision: 1 },
  checked,
  'risks-named': { name: 'risks-named', attempt: 1, risks: ['payments'] },
  'rejected-automatically': { name: 'rejected-automatically', attempt: 1, report, clauses },
  'carried-over': { name: 'carried-over', attempt: 1, report, version: 1 },
  claimed: { name: 'claimed', until: iso(9) },
  'given-back': { name: 'given-back' },
  waived: { name: 'waived', rule: 'TOOL-04', reason: 'Titles follow.', expires: '2027-01-01' },
  'changes-requested': changes,
  'deadline-passed': { name: 'deadline-passed' },
  rejected,
  'not-a-fit': { name: 'not-a-fit', text: 'There are ten of these.' },
  appealed: { name: 'appealed', text: 'It is mine.' },
  'appeal-granted': { name: 'appeal-granted', text: 'It is.' },
  'appeal-refused': { name: 'appeal-refused', text: 'It is not.' },
  replied: { name: 'replied', from: 'publisher', text: 'Which owner?' },
  approved,
  published: { name: 'published', version: '1.0.0' },
  withdrawn: { name: 'withdrawn' },
  resubmitted: { name: 'resubmitted', revision: 2, attempt: 2 },
  'proof-accepted': {
    name: 'proof-accepted',
    revision: 1,
    key: 'k',
    startedAt: '2026-11-21T08:00:00.000Z',
    engine: 'connectory-checker/0.1.0',
    verdict: 'ready',
    tools: 2,
  },
}
export const names = Object.keys(events) as SubmissionEventName[]

export const waiting = [by(publisher, submitted), by(system, checked)]
export const taken = [...waiting, by(reviewer, events.claimed)]
export const risky = [...waiting, by(system, events['risks-named']), by(reviewer, events.claimed)]

export const pasts: Readonly<Record<SubmissionStatus, readonly Happening[]>> = {
  checking: [by(publisher, submitted)],
  'in-review': taken,
  'second-approval': [...risky, by(reviewer, approved), by(second, events.claimed)],
  'changes-requested': [...taken, by(reviewer, changes)],
  lapsed: [...taken, by(reviewer, changes), by(system, events['deadline-passed'], 2)],
  rejected: [...taken, by(reviewer, rejected)],
  'not-a-fit': [...taken, by(reviewer, events['not-a-fit'])],
  appealed: [...taken, by(reviewer, rejected), by(publisher, events.appealed), by(second, events.claimed)],
  approved: [...taken, by(reviewer, approved)],
  published: [...taken, by(reviewer, approved), by(reviewer, events.published)],
  withdrawn: [by(publisher, submitted), by(publisher, events.withdrawn)],
}

const publishersDo: readonly SubmissionEventName[] = [
  'submitted',
  'check-requested',
  'appealed',
  'replied',
  'published',
  'withdrawn',
  'resubmitted',
  'proof-accepted',
]
const programsDo: readonly SubmissionEventName[] = [
  'checked',
  'carried-over',
  'risks-named',
  'rejected-automatically',
  'deadline-passed',
]

/** Who would do it. In "second-approval" and "appealed" the case is with the second reviewer. */
export function actorOf(name: SubmissionEventName, status: SubmissionStatus): Actor {
  if (publishersDo.includes(name)) return publisher
  if (programsDo.includes(name)) return system
  return status === 'second-approval' || status === 'appealed' ? second : reviewer
}

export function answer(state: SubmissionState | undefined, happening: Happening): string {
  try {
    return next(state, happening).status
  } catch (error) {
    assert.ok(error instanceof Problem, String(error))
    assert.match(error.message, /\.$/)
    return error.code
  }
}
