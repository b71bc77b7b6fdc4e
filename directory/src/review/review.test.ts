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

/** A submission in review that the reviewer has taken. */
async function taken(...given: Parameters<typeof submitted>): Promise<SubmissionId> {
  const id = await submitted(...given)
  await review.claim(reviewer, id)
  return id
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
  const { by, clauses, decider } = submission.state.objection ?? assert.fail('no objection')
  assert.deepEqual([by, clauses, decider], ['check', ['TOOL-01'], null])
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
  const entries = (await review.queue(reviewer)).filter(({ row }) => row.id === first || row.id === second)
  assert.deepEqual(
    entries.map(({ row }) => row.id),
    [first, second],
  )
  const gates = entries.map((entry) => entry.gates.map(({ gate }) => gate))
  assert.ok(gates[0]?.includes('scope-not-covered') && gates[0].includes('first-listing'))
  assert.ok(gates[1]?.includes('required-fail') && !gates[0]?.includes('required-fail'))
})

test('an approval publishes in the same transaction: event, version, audit, and the tool is found', async () => {
  const id = await taken([goodTool], { name: 'Approved example' })
  const submission = await review.decide(reviewer, id, await form(id, {}))
  assert.equal(submission.state.status, 'published')
  assert.deepEqual(await kinds(id), ['submitted', 'checked', 'claimed', 'approved', 'published'])
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
  const id = await taken([goodTool], { name: 'Half' })
  const { listing } = await bed.submissions.load(bed.db, id)
  const why = { actor: { kind: 'system', name: 'test' }, reason: 'test' } as const
  const { serverUrl } = (await bed.catalogue.byId(listing)) ?? assert.fail('no listing')
  await bed.catalogue.release(bed.db, { listing, ...why })
  await bed.catalogue.reserve(bed.db, { ...somebody(bed.ids), name: 'Other', serverUrl, ...why })
  const sent = await form(id, {})
  const problem = await nothingChanges(id, () => refused(review.decide(reviewer, id, sent)))
  assert.equal(problem.code, 'already-exists')
})

test('an approval needs what the check did not cover: the check called no tool, so the reviewer must say so', async () => {
  const id = await taken([goodTool])
  const problem = await nothingChanges(id, async () =>
    refused(review.decide(reviewer, id, await form(id, { lookedAt: ['login'] }))),
  )
  assert.deepEqual([problem.code, Object.keys(problem.fields)], ['invalid-input', ['lookedAt']])
})

test('a required rule stands in the way of an approval until it is waived', async () => {
  const id = await taken([untitledTool])
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
  assert.deepEqual((await kinds(id)).slice(3), ['waived', 'approved', 'published'])
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
    const id = await taken([untitledTool])
    const waiver = { rule: 'TOOL-04', reason: 'Promised for December.', expires: inDays(30), ...change }
    const problem = await nothingChanges(id, async () =>
      refused(review.waive(reviewer, id, { seen: await seenOf(id), ...waiver })),
    )
    assert.deepEqual([problem.code, Object.keys(problem.fields)], ['invalid-input', [field]])
  })
}

for (const decision of ['reject', 'request-changes'] as const) {
  test(`${decision} is impossible without a clause, with an unknown one, and without a sentence`, async () => {
    const id = await taken([goodTool])
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
    const { by, clauses, text: words, decider } = state.objection ?? assert.fail('no objection')
    assert.deepEqual(
      [by, clauses, words, decider],
      ['reviewer', ['POL-2.B', 'DOC-06'], text, reviewer.person],
    )
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
  const id = await taken([untitledTool])
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

test('two reviewers who take a case at the same moment: one has it, and only that one decides, once', async () => {
  const id = await submitted([goodTool])
  const others = [reviewer, somebody(bed.ids, 'reviewer')]
  const results = await Promise.allSettled(others.map((each) => review.claim(each, id)))
  assert.deepEqual(results.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected'])
  const entry = async (viewer: Viewer) => (await review.queue(viewer)).find(({ row }) => row.id === id)
  const mine = await Promise.all(others.map(async (each) => (await entry(each))?.claim?.mine))
  assert.deepEqual(new Set(mine), new Set([false, true]))
  const holder = others[mine.indexOf(true)] ?? assert.fail('nobody has it')
  const other = others[mine.indexOf(false)] ?? assert.fail('both have it')
  const reject = { decision: 'reject', clauses: ['POL-2.B'], text: 'It does something else.' } as const
  assert.equal((await refused(review.decide(other, id, await form(id, reject)))).code, 'conflict')
  assert.equal((await refused(review.giveBack(other, id))).code, 'conflict')
  const twice = await Promise.allSettled(
    [await form(id, {}), await form(id, reject)].map((each) => review.decide(holder, id, each)),
  )
  assert.deepEqual(twice.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected'])
  assert.equal((await kinds(id)).filter((kind) => kind === 'approved' || kind === 'rejected').length, 1)
  assert.equal((await told(id)).length, 1)
})

test('a case that was given back can be taken by others, and a form from before that is not stale', async () => {
  const id = await submitted([goodTool])
  const before = await form(id, {})
  await review.claim(reviewer, id)
  await review.giveBack(reviewer, id)
  assert.equal((await refused(review.decide(reviewer, id, before))).code, 'conflict')
  const other = somebody(bed.ids, 'reviewer')
  await review.claim(other, id)
  assert.equal((await review.decide(other, id, before)).state.status, 'published')
})

test('"meets the policy but is not a fit" has a reason and no clause, and only where the policy is met', async () => {
  const id = await taken([goodTool])
  const notAFit = { decision: 'not-a-fit', text: 'There are ten of these here already.' } as const
  const wordless = await nothingChanges(id, async () =>
    refused(review.decide(reviewer, id, await form(id, { ...notAFit, text: ' no ' }))),
  )
  assert.deepEqual(Object.keys(wordless.fields), ['text'])
  const { state, listing } = await review.decide(reviewer, id, await form(id, notAFit))
  assert.deepEqual(
    [state.status, state.objection?.clauses, state.objection?.text],
    ['not-a-fit', [], notAFit.text],
  )
  assert.equal((await bed.catalogue.byId(listing))?.state, 'unlisted')
  const failing = await taken([untitledTool])
  const problem = await refused(review.decide(reviewer, failing, await form(failing, notAFit)))
  assert.equal(problem.code, 'conflict')
})

const people: readonly (readonly [string, Viewer])[] = [
  ['somebody without the role', somebody(bed.ids)],
  ['an operator', somebody(bed.ids, 'operator')],
  ['a reviewer who belongs to the publisher', { ...publisher, roles: new Set(['reviewer']) }],
  ['a reviewer who acts for the publisher', { ...reviewer, organisation: publisher.organisation }],
]
for (const [name, viewer] of people) {
  test(`${name} may not take a case, decide, waive or pretend to`, async () => {
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
    for (const work of [
      () => review.claim(viewer, id),
      () => review.decide(viewer, id, decision),
      () => review.waive(viewer, id, waiver),
    ]) {
      assert.equal((await nothingChanges(id, () => refused(work()))).code, 'not-allowed')
    }
    const actions = await review.actions(viewer, await bed.submissions.load(bed.db, id))
    assert.ok(actions.every(({ obstacle }) => obstacle !== null))
  })
}

test('with "publish later" an approval waits for the publisher, and for nobody else', async () => {
  const id = await taken([goodTool], { publishOnApproval: false })
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
