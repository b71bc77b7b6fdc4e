import assert from 'node:assert/strict'
import { test } from 'node:test'
import { until } from '../../../test/until.ts'
import { callbackUrl, go } from '../../test/connect-steps.ts'
import { connectionsBed } from '../../test/connections-bed.ts'
import { testDatabase } from '../../test/database.ts'
import { startDpopServer } from '../../test/dpop-server.ts'
import { rawMcp } from '../../test/raw-mcp.ts'
import { factsOf, listening, somebody, submissionBed, type BedOptions } from '../../test/submission-bed.ts'
import { signIn } from '../../test/visit.ts'

const now = { publishOnApproval: true }
const tool = {
  name: 'echo',
  description: 'Says again what it hears.',
  inputSchema: { type: 'object' },
  annotations: { title: 'Echo', readOnlyHint: true },
}

async function checkedBed(serverUrl: string, options: Partial<BedOptions> = {}) {
  const database = await testDatabase()
  const bed = await submissionBed({ connectionString: database.connectionString, ...options })
  const ada = somebody(bed.ids)
  const { id } = await bed.submissions.submit(ada, factsOf({ serverUrl }), now)
  const check = { submission: id, attempt: 1 }
  const kinds = async () => (await bed.submissions.view(ada, id)).past.map(({ event }) => event.name)
  const report = async () => (await bed.probe.report(id, 1))?.report
  return {
    ...bed,
    ada,
    check,
    kinds,
    report,
    async [Symbol.asyncDispose]() {
      await bed[Symbol.asyncDispose]()
      await database[Symbol.asyncDispose]()
    },
  }
}

test('a submitted server is checked by the worker: a report, the event, and every step written down', async () => {
  await using server = await listening(rawMcp({ tools: [tool, { name: 'silent' }] }))
  await using bed = await checkedBed(server.url)
  await bed.probe.work()
  await until(async () => (await bed.report()) !== undefined)
  const report = await bed.report()
  assert.equal(report?.loopback, true)
  assert.deepEqual(report.scopes, ['passive', 'login'])
  const failed = report.findings.filter(({ rule, outcome }) => rule === 'TOOL-01' && outcome === 'fail')
  assert.equal(failed.length, 1)
  assert.match(failed[0]?.target ?? '', /silent/)
  assert.deepEqual(await bed.kinds(), ['submitted', 'checked'])
  const progress = await bed.probe.progress(bed.check.submission, 1)
  assert.equal(progress.state, 'finished')
  assert.deepEqual(
    progress.steps.map(({ id }) => id),
    ['connect', 'open', 'tools', 'sign-in', 'protocol', 'login', 'odd-requests', 'documents'],
  )
  assert.ok(progress.steps.every(({ state }) => state !== 'running'))
  await until(async () => (await bed.jobs.left('probe')) === 0)
})

test('a check that runs twice, also at the same time, is one report and one event', async () => {
  await using server = await listening(rawMcp({ tools: [tool], delayMs: 20 }))
  await using bed = await checkedBed(server.url)
  await Promise.all([bed.probe.run(bed.check), bed.probe.run(bed.check)])
  await bed.probe.run(bed.check)
  assert.deepEqual(await bed.kinds(), ['submitted', 'checked'])
})

test('two processes that check the same attempt write one report and one event', async () => {
  await using server = await listening(rawMcp({ tools: [tool], delayMs: 50 }))
  await using database = await testDatabase()
  const { connectionString } = database
  await using first = await submissionBed({ connectionString })
  await using second = await submissionBed({ connectionString })
  const { id } = await first.submissions.submit(somebody(first.ids), factsOf({ serverUrl: server.url }), now)
  const check = { submission: id, attempt: 1 }
  await Promise.all([first.probe.run(check), second.probe.run(check)])
  const { rows } = await database.pool.query(`select (select count(*)::int from report) as reports,
    (select count(*)::int from event where kind = 'checked') as events`)
  assert.deepEqual(rows, [{ reports: 1, events: 1 }])
})

test('when what follows from a report fails, there is no report, and the next run writes both', async () => {
  await using server = await listening(rawMcp({ tools: [tool] }))
  let broken = true
  await using bed = await checkedBed(server.url, {
    async decide() {
      if (broken) throw new Error('the decision could not be written')
    },
  })
  await assert.rejects(bed.probe.run(bed.check), /could not be written/)
  assert.equal(await bed.report(), undefined)
  assert.deepEqual(await bed.kinds(), ['submitted'])
  broken = false
  await bed.probe.run(bed.check)
  assert.deepEqual(await bed.kinds(), ['submitted', 'checked'])
})

test('a server whose texts no column of text could hold is reported all the same', async () => {
  const odd = { ...tool, name: 'nul\u0000 half\ud800' }
  await using server = await listening(rawMcp({ tools: [odd, { name: 'x\u0000' }] }))
  await using bed = await checkedBed(server.url)
  await bed.probe.run(bed.check)
  assert.deepEqual(await bed.kinds(), ['submitted', 'checked'])
  assert.notEqual(await bed.report(), undefined)
})

test('an address where nothing listens is a report that could not look, not a lost submission', async () => {
  await using bed = await checkedBed('http://127.0.0.1:9/mcp')
  await bed.probe.run(bed.check)
  assert.notEqual((await bed.report())?.verdict, 'ready')
  assert.deepEqual(await bed.kinds(), ['submitted', 'checked'])
})

test('a directory that does not allow loopback takes no report on it', async () => {
  await using server = await listening(rawMcp({ tools: [tool] }))
  await using bed = await checkedBed(server.url, { allowLoopback: false })
  await bed.probe.run(bed.check)
  const report = await bed.report()
  assert.equal(report?.loopback, false)
  assert.notEqual(report.verdict, 'ready')
})

test('a check that was withdrawn is not begun', async () => {
  let requests = 0
  await using server = await listening(rawMcp({ tools: [], onRequest: () => (requests += 1) }))
  await using bed = await checkedBed(server.url)
  await bed.submissions.withdraw(bed.ada, bed.check.submission, { seen: 1 })
  await bed.probe.run(bed.check)
  assert.equal(requests, 0)
  assert.equal(await bed.report(), undefined)
  assert.equal((await bed.probe.progress(bed.check.submission, 1)).state, 'finished')
})

test('what was asked for long ago and never finished is asked for again', async () => {
  await using bed = await checkedBed('http://127.0.0.1:9/mcp')
  assert.equal(await bed.probe.resume(new Date(Date.now() - 60_000)), 0)
  assert.equal(await bed.probe.resume(new Date(Date.now() + 60_000)), 1)
  assert.equal(await bed.jobs.left('probe'), 2)
})

test('a check behind a login that binds tokens to keys goes through the door of its connection', async () => {
  await using server = await startDpopServer()
  await using connecting = await connectionsBed()
  const { connections } = connecting
  connecting.list('notes', server.url)
  const ada = connecting.person('ada')
  const back = await signIn(await go(connecting, ada, 'notes'), callbackUrl, 'allow')
  assert.equal((await connections.callback(ada, back)).kind, 'connected')
  const [connection] = await connections.list(ada)
  const access = await connections.access(connection?.id ?? assert.fail())
  assert.ok(access.kind === 'token')
  await using bed = await checkedBed(server.url, { credential: access })
  await bed.probe.run(bed.check)
  const report = await bed.report()
  const seen = report?.findings.some(({ rule, target }) => rule === 'TOOL-01' && /echo/.test(target ?? ''))
  assert.equal(seen, true)
})
