import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { factsOf, somebody } from '../../test/submission-bed.ts'
import { inTransaction, Problem, type SubmissionId, type Viewer } from '../kernel/index.ts'
import { goodTool, reviewBed, silentTool, untitledTool } from './bed.test.ts'
import type { DecisionForm } from './decide.ts'

const bench = await reviewBed()
after(() => bench[Symbol.asyncDispose]())
const { bed, review, publisher, reviewer, submitted } = bench

async function seenOf(id: SubmissionId): Promise<number> {
  return (await bed.submissions.load(bed.db, id)).seen
}

async function form(id: SubmissionId, more: Partial<DecisionForm>): Promise<DecisionForm> {
  return { seen: await seenOf(id), decision: 'approve', clauses: [], text: '', lookedAt: ['call'], ...more }
}

async function kinds(id: SubmissionId): Promise<string[]> {
  return (await bed.submissions.past(bed.db, id)).map(({ event }) => event.name)
}

/** What the publisher was told of a submission, the newest first. */
async function told(id: SubmissionId): Promise<readonly string[]> {
  const { notices } = await bed.notices.inbox(publisher)
  return notices.filter(({ about }) => about === `submission:${id}`).map(({ kind }) => kind)
}

async function refused(work: Promise<unknown>): Promise<Problem> {
  const error = await work.then(
    () => assert.fail('nothing was refused'),
    (reason: unknown) => reason,
  )
  if (!(error instanceof Problem)) throw error
  return error
}

async function nothingChanges(id: SubmissionId, work: () => Promise<Problem>): Promise<Problem> {
  const before = await kinds(id)
  const problem = await work()
  assert.deepEqual(await kinds(id), before)
  return problem
}

test('a mechanical failure is rejected without a person, naming the rule; asked again, nothing happens twice', async () => {
  const id = await submitted([goodTool, silentTool])
  assert.deepEqual(await kinds(id), ['submitted', 'checked', 'rejected-automatically'])
  const submission = await bed.submissions.load(bed.db, id)
  assert.deepEqual(submission.state.objection, { by: 'check', clauses: ['TOOL-01'], text: '' })
  const stored = await bed.probe.report(id, 1)
  assert.ok(stored)
  const again = await inTransaction(bed.db, (trx) =>
    review.decideAutomatically(trx, { submission: id, attempt: 1, id: stored.id, report: stored.report }),
  )
  assert.equal(again, 'rejected')
  assert.equal((await kinds(id)).length, 3)
  await bed.probe.run({ submission: id, attempt: 1 })
  assert.equal((await kinds(id)).length, 3)
  assert.deepEqual(await told(id), ['submissions.rejected-automatically'])
})

test('everything else waits in the queue, the longest first, with the gates that say why', async () => {
  const first = await submitted([goodTool])
  const second = await submitted([untitledTool])
  const entries = (await review.queue()).filter(({ row }) => row.id === first || row.id === second)
  assert.deepEqual(
    entries.map(({ row }) => row.id),
    [first, second],
  )
  const gates = entries.map((entry) => entry.gates.map(({ gate }) => gate))
  assert.ok(gates[0]?.includes('scope-not-covered') && gates[0].includes('first-listing'))
  assert.ok(gates[1]?.includes('required-fail') && !gates[0]?.includes('required-fail'))
})

test('an approval publishes in the same transaction: event, version, audit, and the tool is found', async () => {
  const id = await submitted([goodTool], { name: 'Approved example' })
  const submission = await review.decide(reviewer, id, await form(id, { decision: 'approve' }))
  assert.equal(submission.state.status, 'published')
  assert.deepEqual(await kinds(id), ['submitted', 'checked', 'approved', 'published'])
  const found = await bed.catalogue.search({ text: 'find_examples', page: 1 })
  const card = found.hits.find(({ name }) => name === 'Approved example')
  assert.deepEqual(card?.toolNames, ['find_examples'])
  const version = await bed.catalogue.shownVersion(submission.listing)
  assert.deepEqual(version?.tools[0]?.inputSchema, goodTool.inputSchema)
  assert.equal(version?.authType, 'none')
  const { rows } = await bench.database.pool.query<{ action: string }>(
    'select action from audit where subject = any($1) order by id',
    [[`submission:${id}`, `listing:${submission.listing}`]],
  )
  assert.deepEqual(rows.map(({ action }) => action).slice(-3), [
    'submissions.approved',
    'catalogue.publish',
    'submissions.published',
  ])
})

test('when the catalogue refuses, the approval is not recorded either', async () => {
  const id = await submitted([goodTool], { name: 'Half' })
  const { listing } = await bed.submissions.load(bed.db, id)
  await inTransaction(bed.db, (trx) =>
    bed.catalogue.remove(trx, { listing, actor: { kind: 'system', name: 'test' }, reason: 'test' }),
  )
  const problem = await nothingChanges(id, async () =>
    refused(review.decide(reviewer, id, await form(id, {}))),
  )
  assert.equal(problem.code, 'conflict')
})

test('an approval needs what the check did not cover: the check called no tool, so the reviewer must say so', async () => {
  const id = await submitted([goodTool])
  const problem = await nothingChanges(id, async () =>
    refused(review.decide(reviewer, id, await form(id, { lookedAt: ['login'] }))),
  )
  assert.deepEqual([problem.code, Object.keys(problem.fields)], ['invalid-input', ['lookedAt']])
})

test('a required rule stands in the way of an approval until it is waived', async () => {
  const id = await submitted([untitledTool])
  const blocked = await nothingChanges(id, async () =>
    refused(review.decide(reviewer, id, await form(id, {}))),
  )
  assert.equal(blocked.code, 'conflict')
  await review.waive(reviewer, id, {
    seen: await seenOf(id),
    rule: 'TOOL-04',
    reason: 'The publisher promised titles for December.',
    expires: inDays(30),
  })
  const submission = await review.decide(reviewer, id, await form(id, {}))
  assert.equal(submission.state.status, 'published')
  assert.deepEqual((await kinds(id)).slice(2), ['waived', 'approved', 'published'])
})

for (const [name, change, field] of [
  ['a rule that does not fail', { rule: 'DOC-01' }, 'rule'],
  ['no rule', { rule: '' }, 'rule'],
  ['no reason', { reason: '  because ' }, 'reason'],
  ['yesterday', { expires: inDays(-1) }, 'expires'],
  ['in two years', { expires: inDays(730) }, 'expires'],
  ['some day', { expires: '31.12.2026' }, 'expires'],
] as const) {
  test(`a waiver for ${name} is refused beside its field`, async () => {
    const id = await submitted([untitledTool])
    const waiver = { rule: 'TOOL-04', reason: 'Promised for December.', expires: inDays(30), ...change }
    const problem = await nothingChanges(id, async () =>
      refused(review.waive(reviewer, id, { seen: await seenOf(id), ...waiver })),
    )
    assert.deepEqual([problem.code, Object.keys(problem.fields)], ['invalid-input', [field]])
  })
}

for (const decision of ['reject', 'request-changes'] as const) {
  test(`${decision} is impossible without a clause, with an unknown one, and without a sentence`, async () => {
    const id = await submitted([goodTool])
    for (const [change, field] of [
      [{ clauses: [], text: 'The tool does something else.' }, 'clauses'],
      [{ clauses: ['NOPE-1'], text: 'The tool does something else.' }, 'clauses'],
      [{ clauses: ['POL-2.B'], text: '  ' }, 'text'],
      [{ clauses: ['POL-2.B'], text: 'x'.repeat(4_001) }, 'text'],
    ] as const) {
      const problem = await nothingChanges(id, async () =>
        refused(review.decide(reviewer, id, await form(id, { decision, ...change }))),
      )
      assert.deepEqual([problem.code, Object.keys(problem.fields)], ['invalid-input', [field]])
    }
    const text = 'The tool does something else.'
    const { state } = await review.decide(
      reviewer,
      id,
      await form(id, { decision, clauses: ['POL-2.B', 'DOC-06', 'POL-2.B'], text }),
    )
    assert.deepEqual(state.objection, { by: 'reviewer', clauses: ['POL-2.B', 'DOC-06'], text })
    const [notice] = (await bed.notices.inbox(publisher)).notices
    assert.deepEqual(
      [notice?.kind, notice?.quote, notice?.what.parameters, notice?.link],
      [
        `submissions.${state.status}`,
        text,
        { name: 'Example', clauses: 'POL-2.B, DOC-06' },
        `/submissions/${id}`,
      ],
    )
  })
}

test('a form that was made before something happened is refused, and so is a second decision', async () => {
  const id = await submitted([untitledTool])
  const old = await form(id, { decision: 'reject', clauses: ['TOOL-04'], text: 'Give every tool a title.' })
  await review.waive(reviewer, id, {
    seen: old.seen,
    rule: 'TOOL-04',
    reason: 'Promised for December.',
    expires: inDays(9),
  })
  assert.equal((await nothingChanges(id, () => refused(review.decide(reviewer, id, old)))).code, 'stale-form')
  await review.decide(reviewer, id, await form(id, {}))
  for (const seen of [old.seen, await seenOf(id)]) {
    const problem = await nothingChanges(id, () => refused(review.decide(reviewer, id, { ...old, seen })))
    assert.equal(problem.code, 'already-decided')
  }
})

test('two reviewers who decide at the same moment: one decision', async () => {
  const id = await submitted([goodTool])
  const approve = await form(id, {})
  const reject = await form(id, { decision: 'reject', clauses: ['POL-2.B'], text: 'It does something else.' })
  const other = somebody(bed.ids, 'reviewer')
  const results = await Promise.allSettled([
    review.decide(reviewer, id, approve),
    review.decide(other, id, reject),
  ])
  assert.deepEqual(results.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected'])
  assert.equal((await kinds(id)).filter((kind) => kind === 'approved' || kind === 'rejected').length, 1)
  assert.equal((await told(id)).length, 1)
})

const people: readonly (readonly [string, Viewer])[] = [
  ['somebody without the role', somebody(bed.ids)],
  ['an operator', somebody(bed.ids, 'operator')],
  ['a reviewer who belongs to the publisher', { ...publisher, roles: new Set(['reviewer']) }],
  ['a reviewer who acts for the publisher', { ...reviewer, organisation: publisher.organisation }],
]
for (const [name, viewer] of people) {
  test(`${name} may not decide, waive or pretend to`, async () => {
    const id = await submitted([untitledTool])
    const decision = await form(id, {
      decision: 'reject',
      clauses: ['TOOL-04'],
      text: 'Give every tool a title.',
    })
    const waiver = {
      seen: decision.seen,
      rule: 'TOOL-04',
      reason: 'For a friend of mine.',
      expires: inDays(9),
    }
    for (const work of [() => review.decide(viewer, id, decision), () => review.waive(viewer, id, waiver)]) {
      assert.equal((await nothingChanges(id, () => refused(work()))).code, 'not-allowed')
    }
    const actions = await review.actions(viewer, await bed.submissions.load(bed.db, id))
    assert.ok(actions.every(({ obstacle }) => obstacle !== null))
  })
}

test('with "publish later" an approval waits for the publisher, and for nobody else', async () => {
  const id = await submitted([goodTool], { publishOnApproval: false })
  const early = await refused(review.publish(publisher, id, { seen: await seenOf(id) }))
  assert.equal(early.code, 'conflict')
  const approved = await review.decide(reviewer, id, await form(id, {}))
  assert.equal(approved.state.status, 'approved')
  assert.equal((await bed.catalogue.byId(approved.listing))?.state, 'unlisted')
  assert.equal((await refused(review.publish(reviewer, id, { seen: approved.seen }))).code, 'not-found')
  assert.equal((await refused(review.publish(publisher, id, { seen: 1 }))).code, 'stale-form')
  assert.deepEqual(await told(id), ['submissions.approved'])
  const published = await review.publish(publisher, id, { seen: approved.seen })
  assert.deepEqual(await told(id), ['submissions.published', 'submissions.approved'])
  assert.equal(published.state.status, 'published')
  assert.equal((await bed.catalogue.byId(approved.listing))?.state, 'published')
  assert.equal(
    (await refused(review.publish(publisher, id, { seen: published.seen }))).code,
    'already-decided',
  )
})

test('while the check runs nothing can be decided', async () => {
  const facts = factsOf({ serverUrl: 'http://127.0.0.1:9/mcp' })
  const { id } = await bed.submissions.submit(publisher, facts, { publishOnApproval: true })
  assert.equal((await refused(review.decide(reviewer, id, await form(id, {})))).code, 'conflict')
})

function inDays(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
}
