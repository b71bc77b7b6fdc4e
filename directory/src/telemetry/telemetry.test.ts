import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { until } from '../../../test/until.ts'
import { testDatabase } from '../../test/database.ts'
import {
  createIds,
  createLog,
  manualClock,
  type CallId,
  type ConnectionId,
  type ListingId,
  type OrganisationId,
  type PersonId,
} from '../kernel/index.ts'
import { createTelemetry, type CallRecord } from './index.ts'
import { insertCalls } from './insert-calls-store.ts'

const clock = manualClock(new Date('2026-11-30T23:59:59.500Z'))
const ids = createIds(clock)
const config = { callRecordMonths: 13 }
const listing = ids.next<ListingId>()
const organisation = ids.next<OrganisationId>()

function call(change: Partial<CallRecord> = {}): CallRecord {
  return {
    id: ids.next<CallId>(),
    at: clock.now(),
    organisation,
    person: ids.next<PersonId>(),
    listing,
    connection: null,
    method: 'tools/call',
    tool: 'echo',
    callerEra: 'modern',
    upstreamEra: 'legacy',
    status: 'ok',
    durationMs: 12.4,
    requestBytes: 120,
    responseBytes: 300,
    responseTokens: 17,
    cut: false,
    ...change,
  }
}

test('calls are written within the batch time, on both sides of the end of a month', async () => {
  await using database = await testDatabase()
  const telemetry = createTelemetry({ db: database.db, clock, log: createLog('silent'), config })
  await telemetry.preparePartitions()
  telemetry.record(call())
  telemetry.record(call({ status: 'timeout', at: new Date('2026-12-01T00:00:00.000Z') }))
  await until(async () => (await telemetry.recent(organisation, 10)).length === 2)
  const [newest, older] = await telemetry.recent(organisation, 10)
  assert.equal(newest?.status, 'timeout')
  assert.equal(older?.durationMs, 12)
  assert.deepEqual(await telemetry.usage(listing, new Date('2026-11-01T00:00:00Z')), {
    calls: 2,
    failed: 1,
    lastAt: new Date('2026-12-01T00:00:00.000Z'),
  })
  const months = await sql<{ name: string }>`
    select inhrelid::regclass::text as name from pg_inherits
    where inhparent = 'call_record'::regclass order by 1`.execute(database.db)
  assert.deepEqual(
    months.rows.map(({ name }) => name),
    ['call_record_2026_11', 'call_record_2026_12', 'call_record_2027_01'],
  )
})

test('the columns for parameters and results stay empty', async () => {
  await using database = await testDatabase()
  const telemetry = createTelemetry({ db: database.db, clock, log: createLog('silent'), config })
  telemetry.record(call())
  await telemetry.flush()
  const { rows } = await sql`select parameters, result from call_record`.execute(database.db)
  assert.deepEqual(rows, [{ parameters: null, result: null }])
})

test('a name that PostgreSQL cannot store does not hold up the records of others', async () => {
  await using database = await testDatabase()
  const telemetry = createTelemetry({ db: database.db, clock, log: createLog('silent'), config })
  telemetry.record(call({ tool: `a\0${'b'.repeat(197)}😀`, method: 'tools\0call' }))
  telemetry.record(call())
  await telemetry.flush()
  const tools = (await telemetry.recent(organisation, 10)).map(({ tool }) => tool)
  assert.deepEqual(new Set(tools), new Set([`a\u{fffd}${'b'.repeat(197)}\u{fffd}`, 'echo']))
})

test('a name stays what it is, whatever it means to a database', async () => {
  await using database = await testDatabase()
  const telemetry = createTelemetry({ db: database.db, clock, log: createLog('silent'), config })
  const names = [
    'a"b',
    'a\\',
    '\\"',
    '{a,b}',
    'NULL',
    'null',
    '',
    ' a ',
    "a'b",
    'a\nb',
    '名前 😀',
    '$1',
    '"},{"',
  ]
  for (const tool of [...names, null]) telemetry.record(call({ tool, method: tool ?? 'none' }))
  await telemetry.flush()
  const records = await telemetry.recent(organisation, 100)
  assert.deepEqual(new Set(records.map(({ tool }) => tool)), new Set([...names, null]))
  assert.ok(records.every(({ tool, method }) => method === (tool ?? 'none')))
})

test('a record is read as it was written', async () => {
  await using database = await testDatabase()
  const telemetry = createTelemetry({ db: database.db, clock, log: createLog('silent'), config })
  const one = call({
    at: new Date('2026-11-30T11:22:33.457Z'),
    connection: ids.next<ConnectionId>(),
    callerEra: null,
    upstreamEra: null,
    status: 'tool-error',
    durationMs: 299_999,
    requestBytes: 5_000_000_000,
    responseTokens: null,
    cut: true,
  })
  telemetry.record(one)
  await telemetry.flush()
  assert.deepEqual(await telemetry.recent(organisation, 10), [one])
})

test('calls of one batch keep what they differ in, whoever called what', async () => {
  await using database = await testDatabase()
  const telemetry = createTelemetry({ db: database.db, clock, log: createLog('silent'), config })
  const same = { person: ids.next<PersonId>(), connection: ids.next<ConnectionId>() }
  const different: readonly Partial<CallRecord>[] = [
    {},
    { person: ids.next<PersonId>() },
    { listing: ids.next<ListingId>() },
    { connection: null },
    { callerEra: 'legacy' },
    { upstreamEra: 'legacy' },
    { status: 'timeout' },
    { method: 'a b', tool: 'c' },
    { method: 'a', tool: 'b c' },
    { method: 'a', tool: null },
    { method: 'a', tool: '' },
  ]
  const calls = [...different, ...different].map((change, at) => call({ ...same, ...change, durationMs: at }))
  for (const one of calls) telemetry.record(one)
  await telemetry.flush()
  const found = await telemetry.recent(organisation, 100)
  assert.deepEqual(
    found.toSorted((one, other) => one.durationMs - other.durationMs),
    calls,
  )
})

test('what may be written already is written once, and what is new beside it too', async () => {
  await using database = await testDatabase()
  const telemetry = createTelemetry({ db: database.db, clock, log: createLog('silent'), config })
  await telemetry.preparePartitions()
  const [written, late] = [call(), call()]
  await insertCalls(database.db, [written], 'first')
  await insertCalls(database.db, [written, late], 'again')
  assert.deepEqual(
    new Set((await telemetry.recent(organisation, 10)).map(({ id }) => id)),
    new Set([written.id, late.id]),
  )
})

test('a batch whose first attempt failed, though some of it was written, is there once when it is tried again', async () => {
  await using database = await testDatabase()
  const telemetry = createTelemetry({ db: database.db, clock, log: createLog('silent'), config })
  await telemetry.preparePartitions()
  const [written, beside, later] = [call(), call(), call()]
  await insertCalls(database.db, [written], 'first')
  const kept = async () => new Set((await telemetry.recent(organisation, 10)).map(({ id }) => id))
  for (const one of [written, beside]) telemetry.record(one)
  await telemetry.flush()
  assert.deepEqual(await kept(), new Set([written.id]))
  telemetry.record(later)
  await telemetry.flush()
  assert.deepEqual(await kept(), new Set([written.id, beside.id, later.id]))
})

test('two organisations see their own calls only', async () => {
  await using database = await testDatabase()
  const telemetry = createTelemetry({ db: database.db, clock, log: createLog('silent'), config })
  const other = ids.next<OrganisationId>()
  telemetry.record(call())
  telemetry.record(call({ organisation: other }))
  await telemetry.flush()
  assert.deepEqual(
    (await telemetry.recent(other, 10)).map((one) => one.organisation),
    [other],
  )
})

test('months older than records are kept are dropped whole, and a person sees the own calls', async () => {
  await using database = await testDatabase()
  const telemetry = createTelemetry({ db: database.db, clock, log: createLog('silent'), config })
  const bob = ids.next<PersonId>()
  for (const at of ['2025-09-30T23:59:59Z', '2025-10-01T00:00:00Z'])
    telemetry.record(call({ at: new Date(at) }))
  telemetry.record(call({ person: bob }))
  await telemetry.flush()
  await telemetry.dropOld()
  const kept = await telemetry.recent(organisation, 10)
  assert.deepEqual(
    kept.map(({ at }) => at.toISOString().slice(0, 7)),
    ['2026-11', '2025-10'],
  )
  assert.deepEqual(
    (await telemetry.recent(organisation, 10, bob)).map(({ person }) => person),
    [bob],
  )
  await telemetry.dropOld()
})

test('a partition is made once, also by two processes at the same time', async () => {
  await using database = await testDatabase()
  const make = () =>
    createTelemetry({ db: database.db, clock, log: createLog('silent'), config }).preparePartitions()
  await Promise.all([make(), make(), make()])
})

test('a publisher sees what five people of others did, day by day, and nothing that fewer did or their own people', async () => {
  await using database = await testDatabase()
  const telemetry = createTelemetry({ db: database.db, clock, log: createLog('silent'), config })
  const people = Array.from({ length: 6 }, () => ids.next<PersonId>())
  const others = ids.next<OrganisationId>()
  const on = (day: string, who: readonly PersonId[], change: Partial<CallRecord> = {}) => {
    for (const person of who) {
      const at = new Date(`2026-11-${day}T12:00:00Z`)
      telemetry.record(call({ at, person, organisation: others, durationMs: 10, ...change }))
    }
  }
  on('28', people)
  on('28', people.slice(0, 2), { durationMs: 900 })
  on('27', people.slice(0, 4))
  on('26', people, { status: 'timeout', durationMs: 300_000 })
  on('25', people.slice(0, 4), { status: 'tool-error' })
  // What is not counted: today, before, other methods, what never left, other listings, the publisher's own people.
  on('30', people)
  on('26', people, { method: 'tools/list' })
  on('26', people, { status: 'not-connected' })
  on('26', people, { listing: ids.next<ListingId>() })
  on('26', people, { organisation })
  await telemetry.flush()
  const usage = await telemetry.listingUsage(listing, organisation)
  assert.deepEqual(
    usage.days.flatMap(({ day, calls }) => (calls === null ? [] : [[day.toISOString(), calls]])),
    [
      ['2026-11-26T00:00:00.000Z', 6],
      ['2026-11-28T00:00:00.000Z', 8],
    ],
  )
  assert.deepEqual([usage.days.length, usage.days[0]?.day], [30, new Date('2026-10-31T00:00:00Z')])
  assert.deepEqual([usage.people, usage.p50Ms, usage.p95Ms], [6, 10, 900])
  assert.deepEqual([usage.failures.timeout, usage.failures['tool-error']], [5, null])
  const ofNobody = await telemetry.listingUsage(ids.next<ListingId>(), organisation)
  assert.deepEqual([ofNobody.people, ofNobody.p50Ms, ofNobody.days[29]?.calls], [null, null, null])
})
