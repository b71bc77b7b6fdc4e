import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { somebody } from '../../test/submission-bed.ts'
import {
  inTransaction,
  Problem,
  type OrganisationId,
  type SubmissionId,
  type Viewer,
} from '../kernel/index.ts'
import { insertDecided, type NewDecided } from '../submissions/decided-store.ts'
import { goodTool, reviewBed, silentTool } from './bed.test.ts'
import { awaitsAnswer } from '../test-accounts/model.ts'
import { createReview } from './create-review.ts'
import { loadConsole } from './load-console.ts'

const bench = await reviewBed()
after(() => bench[Symbol.asyncDispose]())
const { bed, review, publisher, reviewer, submitted, later } = bench
const second = somebody(bed.ids, 'reviewer')
const day = 86_400_000
const deleteTool = {
  ...goodTool,
  name: 'delete_examples',
  annotations: { title: 'Delete examples', destructiveHint: true },
}

async function taken(by: Viewer = reviewer, tools: readonly unknown[] = [goodTool]): Promise<SubmissionId> {
  const id = await submitted(tools)
  await review.claim(by, id)
  return id
}

async function seenOf(id: SubmissionId): Promise<number> {
  return (await bed.submissions.load(bed.db, id)).seen
}

async function decide(viewer: Viewer, id: SubmissionId, decision: 'approve' | 'reject' | 'not-a-fit') {
  const clauses = decision === 'reject' ? ['POL-2.B'] : []
  const text = decision === 'approve' ? '' : 'It does something else.'
  return await review.decide(viewer, id, {
    seen: await seenOf(id),
    decision,
    clauses,
    text,
    lookedAt: ['call'],
  })
}

async function askForChanges(id: SubmissionId) {
  return await review.decide(reviewer, id, {
    seen: await seenOf(id),
    decision: 'request-changes',
    clauses: ['POL-2.B', 'DOC-06'],
    text: 'The tool does something else.',
    fixes: { 'DOC-06': 'Name a page with examples.', 'TOOL-04': 'Of a clause that was not chosen.' },
    days: 7,
    lookedAt: [],
  })
}

async function code(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => assert.fail('nothing was refused'),
    (reason: unknown) => reason,
  )
  if (!(error instanceof Problem)) throw error
  return error.code
}

async function told(): Promise<string | undefined> {
  return (await bed.notices.inbox(publisher)).notices[0]?.kind
}

test('requested changes name clauses, what would meet them and by when; the publisher is told that', async () => {
  const id = await taken()
  const { state } = await askForChanges(id)
  assert.deepEqual(state.objection?.fixes, { 'DOC-06': 'Name a page with examples.' })
  const deadline = state.objection.deadline ?? assert.fail('no deadline')
  assert.ok(Math.abs(deadline.getTime() - bed.clock.now().getTime() - 7 * day) < 60_000)
  const [notice] = (await bed.notices.inbox(publisher)).notices
  assert.deepEqual([notice?.kind, notice?.by], ['submissions.changes-requested', deadline])
})

test('publisher and reviewers write to each other; a question stands in the queue until it is answered', async () => {
  const id = await taken()
  await askForChanges(id)
  const asks = async () => (await review.queue(reviewer)).some(({ row }) => row.id === id && row.asks)
  assert.equal(await asks(), false)
  await bed.submissions.reply(publisher, id, ' Which page? ')
  assert.equal(await asks(), true)
  await bed.submissions.reply(second, id, 'Any public one.')
  assert.equal(await asks(), false)
  assert.equal(await told(), 'submissions.replied')
  const words = (await bed.submissions.past(bed.db, id)).flatMap(({ event }) =>
    event.name === 'replied' ? [`${event.from}: ${event.text}`] : [],
  )
  assert.deepEqual(words, ['publisher: Which page?', 'reviewer: Any public one.'])
  assert.equal(await code(bed.submissions.reply(publisher, id, '  ')), 'invalid-input')
  assert.equal(await code(bed.submissions.reply(somebody(bed.ids), id, 'Hello?')), 'not-found')
})

test('a new revision continues the same case and shows what changed since the last one', async () => {
  const id = await taken()
  await askForChanges(id)
  const { facts } = await bed.submissions.revision(bed.db, id)
  const change = { seen: await seenOf(id), facts: { ...facts, tagline: 'Finds better examples' } }
  const { state } = await bed.submissions.resubmit(publisher, id, change)
  assert.deepEqual([state.revision, state.objection, state.claim], [2, null, null])
  await bed.probe.run({ submission: id, attempt: 2 })
  const { earlier, proposed } = await loadConsole({ ...bed, ...ports }, second, id)
  assert.deepEqual([earlier?.tagline, proposed?.tagline], ['Finds examples', 'Finds better examples'])
  assert.deepEqual(
    earlier?.tools.map(({ name }) => name),
    ['find_examples'],
  )
})

const ports = {
  organisations: { isMember: async () => false },
}

test('a crowd that takes one case at the same time waits for each other, and for no connection to the database', async () => {
  const id = await taken()
  const crowd = Array.from({ length: bed.poolSize + 1 }, () => review.claim(reviewer, id))
  assert.equal((await Promise.all(crowd)).length, bed.poolSize + 1)
  const seen = await seenOf(id)
  const form = { seen, decision: 'approve', clauses: [], text: '', lookedAt: ['call'] } as const
  const decided = await Promise.allSettled(crowd.map(() => review.decide(reviewer, id, form)))
  assert.equal(decided.filter(({ status }) => status === 'fulfilled').length, 1)
})

test('a deadline that passes closes the case with an outcome of its own; a new revision opens it again', async () => {
  const id = await taken()
  const { listing } = await askForChanges(id)
  await later(6 * day, () => review.closeOverdue())
  assert.equal((await bed.submissions.load(bed.db, id)).state.status, 'changes-requested')
  await later(8 * day, () => review.closeOverdue())
  await later(8 * day, () => review.closeOverdue())
  const { state, seen } = await bed.submissions.load(bed.db, id)
  assert.deepEqual([state.status, await told()], ['lapsed', 'submissions.deadline-passed'])
  const again = await bed.submissions.resubmit(publisher, id, { seen })
  assert.deepEqual([again.state.status, again.listing], ['checking', listing])
})

test('a case whose time is over is taken over by others', async () => {
  const id = await taken()
  assert.equal(await code(review.claim(second, id)), 'conflict')
  await later(5 * 3_600_000, async () => {
    assert.equal(await code(decide(reviewer, id, 'approve')), 'conflict')
    await review.claim(second, id)
    assert.equal((await decide(second, id, 'approve')).state.status, 'published')
  })
})

for (const decision of ['reject', 'not-a-fit'] as const) {
  test(`the publisher appeals against "${decision}"; somebody else decides, and grants it for others to decide`, async () => {
    const id = await taken()
    const { state } = await decide(reviewer, id, decision)
    const appeal = { seen: await seenOf(id), text: 'The tool finds examples, as it says.' }
    assert.equal(await code(bed.submissions.appeal(reviewer, id, appeal)), 'not-allowed')
    assert.equal(
      await code(bed.submissions.appeal(publisher, id, { ...appeal, text: 'No.' })),
      'invalid-input',
    )
    await bed.submissions.appeal(publisher, id, appeal)
    assert.ok((await review.queue(second)).some(({ row }) => row.id === id && row.status === 'appealed'))
    assert.equal(await code(review.claim(reviewer, id)), 'not-allowed')
    await review.claim(second, id)
    const form = { seen: await seenOf(id), granted: true, text: 'It does find examples.' }
    assert.equal(await code(review.decideAppeal(reviewer, id, form)), 'not-allowed')
    const granted = await review.decideAppeal(second, id, form)
    assert.deepEqual([granted.state.status, await told()], ['in-review', 'submissions.appeal-granted'])
    assert.equal(await code(decide(reviewer, id, 'approve')), 'not-allowed')
    assert.equal((await decide(second, id, 'approve')).state.status, 'published')
    assert.equal(state.objection?.decider, reviewer.person)
  })
}

test('an appeal against the check itself is decided by any reviewer; refused, the decision stands and is final', async () => {
  const id = await submitted([silentTool])
  await bed.submissions.appeal(publisher, id, { seen: await seenOf(id), text: 'It has hints, I think.' })
  await review.claim(reviewer, id)
  const form = { seen: await seenOf(id), granted: false, text: 'No tool declares a hint.' }
  const { state, seen } = await review.decideAppeal(reviewer, id, form)
  assert.deepEqual([state.status, state.appeal?.outcome], ['rejected', 'refused'])
  const again = bed.submissions.appeal(publisher, id, { seen, text: 'But it has hints, I think.' })
  assert.equal(await code(again), 'already-decided')
})

test('what the check could not see is not approved, not even for later: it can be checked again', async () => {
  // Its answer to tools/list has no list.
  const id = await submitted(undefined as unknown as readonly unknown[], { publishOnApproval: false })
  await review.claim(reviewer, id)
  const waiver = { rule: 'TRN-05', reason: 'It shows them to its customers.' }
  const expires = new Date(bed.clock.now().getTime() + 30 * day).toISOString().slice(0, 10)
  await review.waive(reviewer, id, { ...waiver, expires, seen: await seenOf(id) })
  await assert.rejects(decide(reviewer, id, 'approve'), /has not seen the tools/)
  const { state } = await bed.submissions.requestCheck(publisher, id, { seen: await seenOf(id) })
  assert.deepEqual([state.status, state.approvals], ['checking', []])
})

test('what destroys is listed after the approvals of two people, each of whom looked at the newest report', async () => {
  const id = await taken(reviewer, [deleteTool])
  const once = await decide(reviewer, id, 'approve')
  assert.deepEqual(
    [once.state.status, once.state.risks],
    ['second-approval', ['destructive-tools', 'open-writes']],
  )
  assert.equal((await bed.catalogue.byId(once.listing))?.state, 'unlisted')
  assert.equal(await code(review.claim(reviewer, id)), 'not-allowed')
  const entry = (await review.queue(second)).find(({ row }) => row.id === id)
  assert.deepEqual(entry?.gates.find(({ gate }) => gate === 'destructive-tools')?.rules, ['delete_examples'])
  assert.ok(entry.priority.factors.some(({ factor }) => factor === 'second'))
  await review.claim(second, id)
  assert.equal((await decide(second, id, 'approve')).state.status, 'published')
})

const always = { from: new Date(0), to: new Date('2999-01-01') }

test('a decision is counted once, with what it named and how long it took; of two approvals the second counts', async () => {
  const before = await bed.submissions.tally(always)
  const id = await taken(reviewer, [deleteTool])
  await decide(reviewer, id, 'approve')
  const { outcomes: once } = await bed.submissions.tally(always)
  assert.equal(once.approved.count, before.outcomes.approved.count)
  await review.claim(second, id)
  await decide(second, id, 'approve')
  await askForChanges(await taken())
  const after = await bed.submissions.tally(always)
  assert.equal(after.outcomes.approved.count, before.outcomes.approved.count + 1)
  assert.equal(after.against.count, before.against.count + 1)
  assert.equal(after.waited.count, before.waited.count + 2)
  const named = (tally: typeof after) => tally.clauses.find(({ clause }) => clause === 'DOC-06')?.changesAsked
  assert.equal(named(after)?.count, (named(before)?.count ?? 0) + 1)
  assert.equal(after.outcomes['changes-requested'].publishers, 1)
})

test('statistics show what many publishers share and nobody alone', async () => {
  const [many, few] = [7, 4].map((count) =>
    Array.from({ length: count }, () => bed.ids.next<OrganisationId>()),
  )
  const counted = async (
    publishers: readonly OrganisationId[] = [],
    change: Pick<NewDecided, 'outcome' | 'clauses'> & { readonly day: string; readonly waited?: number },
  ) => {
    const { day: date, waited, ...rest } = change
    const waitedMs = waited === undefined ? null : waited * day
    await inTransaction(bed.db, async (trx) => {
      for (const organisation of publishers) {
        const row = { ...rest, waitedMs, organisation, at: new Date(date), seq: 1 }
        await insertDecided(trx, { ...row, submission: bed.ids.next<SubmissionId>() })
      }
    })
  }
  const hints = { outcome: 'rejected-automatically', clauses: ['TOOL-01', 'TOOL-02'] } as const
  await counted(many, { ...hints, day: '2020-03-01' })
  await counted(few, { outcome: 'rejected', clauses: ['TOOL-01', 'DOC-06'], day: '2020-02-29', waited: 2.5 })
  await counted(few, { outcome: 'changes-requested', clauses: ['TOOL-01'], day: '2020-03-31', waited: 1 })
  await counted(many, { outcome: 'not-a-fit', clauses: [], day: '2019-12-31', waited: 9 })
  // The Monday on which is counted, and after the year.
  await counted(many, { ...hints, day: '2020-04-06' })
  await counted(many, { ...hints, day: '2019-03-31' })
  const clock = { now: () => new Date('2020-04-08T12:00:00Z') }
  const { until, windows, months } = await createReview({ ...bed, ...ports, clock }).statistics()
  assert.equal(until.toISOString(), '2020-04-06T00:00:00.000Z')
  const [month, quarter, year] = windows
  const rule = (clause: string, figures: object) => ({ clause, waivers: null, ...figures })
  assert.deepEqual(quarter?.clauses, [
    // 7 + 4 + 4, of eleven publishers.
    rule('TOOL-01', { decisions: 15, rejections: 10, changesAsked: null, share: 100 }),
    rule('TOOL-02', { decisions: 5, rejections: 5, changesAsked: null, share: 33 }),
  ])
  assert.deepEqual([month?.clauses, month?.decisions], [[], null])
  assert.deepEqual([quarter.decisions, quarter.medianAgeDays, year?.medianAgeDays], [15, null, 3])
  const shown = months.filter(({ outcomes }) => Object.values(outcomes).some((figure) => figure !== null))
  assert.deepEqual(
    shown.map((one) => [
      one.month.toISOString().slice(0, 7),
      one.outcomes.rejectedByCheck,
      one.outcomes.notAFit,
    ]),
    [
      ['2019-12', null, 5],
      ['2020-03', 5, null],
    ],
  )
})

test('a test account is opened by who has taken the case alone, and its publisher sees when; in time it ends', async () => {
  const id = await submitted([goodTool])
  const { listing } = await bed.submissions.load(bed.db, id)
  const words = { name: 'tess', secret: 'open sesame', hints: '' }
  await bed.submissions.giveAccount(publisher, id, words)
  const view = async () => await bed.testAccounts.view(bed.db, { listing })
  const refusals = async (...people: Viewer[]) =>
    await Promise.all(people.map(async (person) => await code(review.openAccount(person, id))))
  assert.deepEqual(await refusals(reviewer, publisher), ['conflict', 'not-allowed'])
  await review.claim(reviewer, id)
  assert.deepEqual(await refusals(second), ['conflict'])
  assert.deepEqual(await review.openAccount(reviewer, id), words)
  assert.equal((await view()).openings.length, 1)
  assert.equal((await view()).account?.expiresAt, null)
  await decide(reviewer, id, 'approve')
  assert.deepEqual(await refusals(reviewer), ['already-decided'])
  await later(89 * day, () => bed.testAccounts.endExpired())
  assert.equal((await view()).account?.end, null)
  // Once a month its publisher is asked whether it works; one click answers.
  await later(29 * day, () => bed.testAccounts.askMonthly())
  assert.equal((await view()).account?.askedAt, null)
  await later(31 * day, async () => {
    await bed.testAccounts.askMonthly()
    assert.equal(await told(), 'test-accounts.confirm')
    assert.ok(awaitsAnswer((await view()).account ?? assert.fail('no account')))
    await bed.submissions.confirmAccount(publisher, id)
    assert.ok(!awaitsAnswer((await view()).account ?? assert.fail('no account')))
  })
  await later(91 * day, () => bed.testAccounts.endExpired())
  assert.equal((await view()).account?.end?.why, 'expired')
  assert.equal(await told(), 'test-accounts.expired')
  // Given again for what is listed, it is kept for as long once more; what is taken down has none.
  await bed.submissions.giveAccount(publisher, id, words)
  assert.ok((await view()).account?.expiresAt)
  const because = { actor: { kind: 'system', name: 'test' }, reason: 'It fails.' } as const
  await bed.catalogue.setStanding(bed.db, { listing, state: 'delisted', ...because })
  assert.equal((await view()).account?.end?.why, 'taken-down')
})
