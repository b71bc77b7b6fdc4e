import assert from 'node:assert/strict'
import { test } from 'node:test'
import { defaultPolicy } from '@connectory/checker'
import { sql } from 'kysely'
import { testDatabase } from '../../test/database.ts'
import { factsOf, somebody, submissionBed, type SubmissionBed } from '../../test/submission-bed.ts'
import { submissionPages } from '../../test/submission-pages.ts'
import {
  inTransaction,
  Problem,
  type PersonId,
  type ProblemCode,
  type ReportId,
  type Viewer,
} from '../kernel/index.ts'
import { createOrganisations } from '../organisations/index.ts'
import { crashReport } from '../probe/crash-report.ts'
import type { SubmissionEvent } from './events.ts'
import type { Submission } from './model.ts'
import { record } from './record.ts'

const now = { publishOnApproval: true }
const robot = { kind: 'system', name: 'test' } as const
const judge = { kind: 'person', id: '01990000-0000-7000-8000-000000000001' as PersonId } as const

async function withBed(
  run: (bed: SubmissionBed, count: (table: string) => Promise<number>) => Promise<void>,
) {
  await using database = await testDatabase()
  await using bed = await submissionBed({ connectionString: database.connectionString })
  const count = async (table: string) => {
    const { rows } = await database.pool.query<{ n: number }>(`select count(*)::int as n from ${table}`)
    return rows[0]?.n ?? -1
  }
  await run(bed, count)
}

function problem(code: ProblemCode, sentence: RegExp) {
  return (error: unknown) => {
    assert.ok(error instanceof Problem, String(error))
    assert.equal(error.code, code)
    assert.match(error.message, sentence)
    return true
  }
}

async function happen(
  bed: SubmissionBed,
  { id }: Submission,
  ...events: SubmissionEvent[]
): Promise<Submission> {
  return await inTransaction(bed.db, async (trx) => {
    let submission = await bed.submissions.load(trx, id)
    for (const event of events) {
      const byPerson = event.name === 'rejected'
      const actor = byPerson ? judge : robot
      if (byPerson) {
        const until = new Date(bed.clock.now().getTime() + 3_600_000).toISOString()
        const change = { event: { name: 'claimed', until }, actor, reason: 'Test.' } as const
        submission = await bed.submissions.record(trx, submission, change)
      }
      submission = await bed.submissions.record(trx, submission, { event, actor, reason: 'Test.' })
    }
    return submission
  })
}

function checked(bed: SubmissionBed): SubmissionEvent {
  return { name: 'checked', attempt: 1, report: bed.ids.next<ReportId>(), verdict: 'blocked' }
}

const rejected: SubmissionEvent = { name: 'rejected', clauses: ['TOOL-01'], text: 'Say what the tools do.' }

test('a submission is whole: claim, revision, event, audit row and job exist together', async () => {
  await withBed(async (bed, count) => {
    const ada = somebody(bed.ids)
    const { id, state, seen } = await bed.submissions.submit(ada, factsOf(), now)
    assert.equal(state.status, 'checking')
    assert.equal(seen, 1)
    const view = await bed.submissions.view(ada, id)
    assert.deepEqual(view.revision.facts, factsOf())
    assert.deepEqual(
      view.past.map(({ event }) => event),
      [{ name: 'submitted', revision: 1, attempt: 1 }],
    )
    assert.equal(await bed.jobs.left('probe'), 1)
    assert.equal(await count(`audit where action = 'submissions.submitted'`), 1)
    const [row] = await bed.submissions.mine(ada)
    assert.equal(row?.name, 'Example')
    assert.equal(row.status, 'checking')
  })
})

test('an address that is pending is refused to its publisher and to others, and nothing half-written stays', async () => {
  await withBed(async (bed, count) => {
    const [ada, bob] = [somebody(bed.ids), somebody(bed.ids)]
    const { id } = await bed.submissions.submit(ada, factsOf(), now)
    const again = factsOf({ serverUrl: 'https://mcp.example.com/mcp/' })
    await assert.rejects(
      bed.submissions.submit(ada, again, now),
      problem('already-exists', /already submitted/),
    )
    await assert.rejects(bed.submissions.submit(bob, again, now), problem('already-exists', /Somebody else/))
    assert.equal(await bed.submissions.duplicateOf(ada, factsOf().serverUrl), id)
    assert.equal(await bed.submissions.duplicateOf(ada, again.serverUrl), id)
    assert.equal(await bed.submissions.duplicateOf(bob, factsOf().serverUrl), undefined)
    for (const table of ['submission', 'revision', 'listing', 'event', 'probe_run']) {
      assert.equal(await count(table), 1, table)
    }
    assert.equal(await bed.jobs.left('probe'), 1)
  })
})

test('of two submissions of one address at the same time, one is accepted', async () => {
  await withBed(async (bed, count) => {
    const people = Array.from({ length: 6 }, () => somebody(bed.ids))
    const results = await Promise.allSettled(people.map((one) => bed.submissions.submit(one, factsOf(), now)))
    assert.equal(results.filter(({ status }) => status === 'fulfilled').length, 1)
    for (const result of results) {
      if (result.status === 'rejected') problem('already-exists', /./)(result.reason)
    }
    assert.equal(await count('submission'), 1)
  })
})

test('two organisations never meet: what is not yours does not exist', async () => {
  await withBed(async (bed) => {
    const [ada, bob, reviewer] = [somebody(bed.ids), somebody(bed.ids), somebody(bed.ids, 'reviewer')]
    const { id, seen } = await bed.submissions.submit(ada, factsOf(), now)
    const nothing = problem('not-found', /no such submission/)
    await assert.rejects(bed.submissions.view(bob, id), nothing)
    await assert.rejects(bed.submissions.withdraw(bob, id, { seen }), nothing)
    await assert.rejects(bed.submissions.resubmit(bob, id, { seen }), nothing)
    await assert.rejects(bed.submissions.requestCheck(bob, id, { seen }), nothing)
    assert.deepEqual(await bed.submissions.mine(bob), [])
    assert.equal((await bed.submissions.view(reviewer, id)).submission.id, id)
    await assert.rejects(
      bed.submissions.withdraw(reviewer, id, { seen }),
      problem('not-allowed', /publisher/),
    )
  })
})

test('a reviewer of the publisher’s own organisation answers for the publisher, not for the directory', async () => {
  await withBed(async (bed) => {
    const ada = somebody(bed.ids)
    await sql`insert into person values (${ada.person}, 'ada', ${ada.name}, ${ada.email}, ${bed.clock.now()})`.execute(
      bed.db,
    )
    const organisation = await createOrganisations(bed).createPersonal(bed.db, ada.person, ada.name)
    const { id } = await bed.submissions.submit({ ...ada, organisation }, factsOf(), now)
    await happen(bed, { id } as Submission, checked(bed))
    const elsewhere = { ...somebody(bed.ids, 'reviewer'), person: ada.person }
    await bed.submissions.reply(elsewhere, id, 'All is well with it.')
    const { past } = await bed.submissions.view(elsewhere, id)
    assert.deepEqual(past.at(-1)?.event, { name: 'replied', from: 'publisher', text: 'All is well with it.' })
  })
})

test('a form made before something happened is refused, and says that nothing was saved', async () => {
  await withBed(async (bed) => {
    const ada = somebody(bed.ids)
    const submission = await bed.submissions.submit(ada, factsOf(), now)
    await happen(bed, submission, checked(bed))
    await assert.rejects(
      bed.submissions.withdraw(ada, submission.id, { seen: submission.seen }),
      problem('stale-form', /Nothing was saved/),
    )
    const { past } = await bed.submissions.view(ada, submission.id)
    assert.equal(past.length, 2)
  })
})

test('after a rejection the address is free, and the publisher may come back with a new revision', async () => {
  await withBed(async (bed, count) => {
    const ada = somebody(bed.ids)
    const first = await bed.submissions.submit(ada, factsOf(), now)
    const { seen } = await happen(bed, first, checked(bed), rejected)
    assert.equal(await count('listing where claimed'), 0)
    const facts = factsOf({ tagline: 'Finds better examples' })
    const again = await bed.submissions.resubmit(ada, first.id, { seen, facts })
    assert.equal(again.listing, first.listing)
    assert.deepEqual([again.state.status, again.state.revision, again.state.attempt], ['checking', 2, 2])
    assert.equal(await count('listing where claimed'), 1)
    assert.equal((await bed.submissions.revision(bed.db, first.id, 1)).facts.tagline, 'Finds examples')
    assert.equal((await bed.submissions.revision(bed.db, first.id)).facts.tagline, 'Finds better examples')
    assert.equal(await bed.jobs.left('probe'), 2)
  })
})

test('a rejected address that somebody else took meanwhile is not given back', async () => {
  await withBed(async (bed, count) => {
    const [ada, bob] = [somebody(bed.ids), somebody(bed.ids)]
    const first = await bed.submissions.submit(ada, factsOf(), now)
    const { seen } = await happen(bed, first, checked(bed), rejected)
    await bed.submissions.submit(bob, factsOf(), now)
    await assert.rejects(
      bed.submissions.resubmit(ada, first.id, { seen }),
      problem('already-exists', /Somebody else/),
    )
    assert.equal(await count(`revision where submission_id = '${first.id}'`), 1)
  })
})

test('the address of a submission stays the same', async () => {
  await withBed(async (bed) => {
    const ada = somebody(bed.ids)
    const first = await bed.submissions.submit(ada, factsOf(), now)
    const { seen } = await happen(bed, first, checked(bed), rejected)
    const facts = factsOf({ serverUrl: 'https://mcp.example.com/other' })
    await assert.rejects(
      bed.submissions.resubmit(ada, first.id, { seen, facts }),
      problem('invalid-input', /stays the same/),
    )
  })
})

test('the result of a check that was withdrawn meanwhile changes nothing', async () => {
  await withBed(async (bed, count) => {
    const ada = somebody(bed.ids)
    const { id, seen } = await bed.submissions.submit(ada, factsOf(), now)
    assert.notEqual(await bed.submissions.target(id, 1), undefined)
    await bed.submissions.withdraw(ada, id, { seen })
    assert.equal(await bed.submissions.target(id, 1), undefined)
    const report = crashReport({
      target: factsOf().serverUrl,
      policy: defaultPolicy,
      scopes: ['passive'],
      startedAt: bed.clock.now(),
      durationMs: 0,
      problem: 'none',
    })
    const outcome = { submission: id, attempt: 1, id: bed.ids.next<ReportId>(), report }
    assert.equal(await inTransaction(bed.db, (trx) => bed.submissions.recordChecked(trx, outcome)), false)
    assert.equal(await count(`event where kind = 'checked'`), 0)
    assert.equal((await bed.submissions.submit(somebody(bed.ids), factsOf(), now)).state.status, 'checking')
  })
})

test('the projection says what the events say', async () => {
  await withBed(async (bed) => {
    const ada: Viewer = somebody(bed.ids)
    const submission = await bed.submissions.submit(ada, factsOf(), now)
    const { seen } = await happen(bed, submission, checked(bed))
    assert.equal((await bed.submissions.inStatus(['in-review']))[0]?.id, submission.id)
    await bed.submissions.requestCheck(ada, submission.id, { seen })
    assert.deepEqual(await bed.submissions.inStatus(['in-review']), [])
    const [row] = await bed.submissions.inStatus(['checking'])
    assert.equal(row?.attempt, 2)
  })
})

test('a decision in the last moment of a claim is read again as it was judged, at one and the same time', async () => {
  await withBed(async (bed) => {
    const submission = await bed.submissions.submit(somebody(bed.ids), factsOf(), now)
    const { id } = await happen(bed, submission, checked(bed))
    const last = bed.clock.now().getTime() + 60_000
    const until = new Date(last + 1).toISOString()
    // It goes on between two looks at it.
    let looks = 0
    const deps = { ...bed, clock: { now: () => new Date(last + looks++) } }
    const decided = await inTransaction(bed.db, async (trx) => {
      const open = await bed.submissions.load(trx, id)
      const claim = { event: { name: 'claimed', until }, actor: judge, reason: 'Test.' } as const
      const held = await bed.submissions.record(trx, open, claim)
      return await record(deps, trx, held, { event: rejected, actor: judge, reason: 'Test.' })
    })
    assert.deepEqual((await bed.submissions.load(bed.db, id)).state, decided.state)
  })
})

test('of two decisions at the same time one is taken', async () => {
  await withBed(async (bed, count) => {
    const submission = await bed.submissions.submit(somebody(bed.ids), factsOf(), now)
    await happen(bed, submission, checked(bed))
    const results = await Promise.allSettled([1, 2, 3].map(() => happen(bed, submission, rejected)))
    assert.equal(results.filter(({ status }) => status === 'fulfilled').length, 1)
    assert.equal(await count(`event where kind = 'rejected'`), 1)
  })
})

test('a publisher may resubmit while a reviewer looks, and the decision on the old revision is refused', async () => {
  await withBed(async (bed) => {
    const ada = somebody(bed.ids)
    const submission = await bed.submissions.submit(ada, factsOf(), now)
    const { seen } = await happen(bed, submission, checked(bed))
    await bed.submissions.resubmit(ada, submission.id, { seen, facts: factsOf({ tagline: 'Better' }) })
    await assert.rejects(happen(bed, submission, rejected), problem('conflict', /still running/))
  })
})

test('the page of an open case says that it needs a test account only where its server has a login', async () => {
  await withBed(async (bed) => {
    const ada = somebody(bed.ids)
    const app = submissionPages(bed, { ada }, new URL('http://127.0.0.1:8080'))
    const login = factsOf({ auth: 'oauth' })
    const { id } = await bed.submissions.submit(ada, login, now)
    const asks = async () => {
      const page = await app.request(`/submissions/${id}`, { headers: { cookie: 'as=ada' } })
      return (await page.text()).includes('is being reviewed and needs one')
    }
    assert.ok(await asks())
    const words = { name: 'tess', secret: 'sesame', hints: '' }
    await bed.submissions.giveAccount(ada, id, words)
    assert.ok(!(await asks()))
    await bed.submissions.removeAccount(ada, id)
    assert.ok(await asks())
    await happen(bed, await bed.submissions.load(bed.db, id), {
      name: 'checked',
      attempt: 1,
      report: bed.ids.next<ReportId>(),
      verdict: 'ready',
    })
    const { seen } = await bed.submissions.load(bed.db, id)
    await bed.submissions.resubmit(ada, id, { seen, facts: { ...login, auth: 'none' } })
    assert.ok(!(await asks()))
  })
})
