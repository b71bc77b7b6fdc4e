import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { evidence, tools } from '../test/evidence.ts'
import { sentence } from '../test/sentence.ts'
import { checked, findingsOf, goodTool, modernServer, problems, serve, withTools } from '../test/servers.ts'
import { couldNotLook, seen } from './evidence/evidence.ts'
import {
  acceptsReport,
  defaultPolicy,
  definePolicy,
  judge,
  levelOf,
  mayBeWaived,
  mayReject,
  policies,
  rules,
  verdictWithWaivers,
  type Report,
  type RuleId,
} from './index.ts'

const inOrder = (one: string, other: string) => one.localeCompare(other)
const outcomeOf = (report: Report, rule: string) => findingsOf(report, rule).map(({ outcome }) => outcome)

sentence('7.1', async () => {
  await using server = await serve(modernServer())
  const report = await checked(server.url)
  for (const rule of ['NET-01', 'NET-02']) {
    const [finding] = findingsOf(report, rule)
    assert.deepEqual([finding?.outcome, finding?.reason], ['not-applicable', 'loopback'])
  }
})

sentence('7.2', async () => {
  await using server = await serve(modernServer())
  assert.equal((await checked(server.url)).loopback, true)
  assert.equal(judge(evidence()).loopback, false)
})

sentence('7.3', () => {
  assert.equal(acceptsReport({ loopback: true }, { allowLoopback: false }), false)
  assert.equal(acceptsReport({ loopback: true }, { allowLoopback: true }), true)
  assert.equal(acceptsReport({ loopback: false }, { allowLoopback: false }), true)
})

const mechanical = ['TOOL-01', 'TOOL-02', 'TOOL-03', 'TRN-01', 'TRN-02', 'AUTH-02', 'AUTH-03', 'NET-06']

sentence('8.1', () => {
  assert.deepEqual(
    rules
      .map(({ id }) => id)
      .filter((id) => mayReject(id, 'remote'))
      .toSorted(inOrder),
    mechanical.toSorted(inOrder),
  )
  for (const { id } of rules.filter((rule) => !mechanical.includes(rule.id))) {
    assert.throws(() => definePolicy({ ...defaultPolicy, levels: { [id]: 'reject' } }), /mechanical/)
  }
})

sentence('8.2', () => {
  const more: RuleId[] = ['DOC-01', 'LOC-05', 'LOC-06', 'LOC-07', 'LOC-08', 'LOC-09', 'LOC-10', 'LOC-11']
  for (const id of more) assert.deepEqual([mayReject(id, 'bundle'), mayReject(id, 'remote')], [true, false])
  assert.equal(mayReject('LOC-12', 'bundle'), false)
})

sentence('8.3', () => {
  const mail = seen({ kind: 'email', address: 'help@publisher.example', wellFormed: true } as const)
  const report = judge(evidence({ support: mail }))
  assert.deepEqual(outcomeOf(report, 'DOC-06'), ['needs-human'])
  assert.equal(findingsOf(report, 'DOC-06')[0]?.level, 'must')
  assert.equal(report.verdict, 'ready')
})

sentence('8.4', async () => {
  await using server = await serve(withTools(goodTool()))
  const report = await checked(server.url)
  assert.deepEqual(outcomeOf(report, 'AUTH-01'), ['pass'])
  assert.equal(report.verdict, 'ready')
})

sentence('8.5', async () => {
  const writes = { ...goodTool('delete_note'), annotations: { title: 'Delete', destructiveHint: true } }
  await using server = await serve(withTools(writes))
  const report = await checked(server.url)
  assert.deepEqual(outcomeOf(report, 'AUTH-01'), ['needs-human'])
  assert.equal(report.verdict, 'ready')
})

sentence('9.1', () => {
  const groups = new Set('NET TRN PRO TOOL LIM ERR SEC AUTH DATA USE DOC ICN'.split(' '))
  for (const { id } of rules) {
    const [group = '', number = ''] = id.split('-')
    assert.ok(groups.has(group), id)
    assert.match(number, /^\d{2}$/)
  }
})

sentence('9.2', () => {
  const listing = seen({ pages: 3, count: 9, end: 'repeated-cursor' } as const)
  const [paging] = findingsOf(judge(evidence({ listing })), 'TRN-05')
  assert.equal(paging?.evidence.signal, 'paging')
  const [version] = findingsOf(
    judge(evidence({ negotiation: seen({ modern: [], legacy: '2024-11-05' }) })),
    'TRN-03',
  )
  assert.equal(version?.evidence.signal, 'version')
})

sentence('9.3', () => {
  const ids = rules.map(({ id }) => id)
  assert.equal(new Set(ids).size, ids.length)
})

const hintFaults = (annotations: object, more: object = {}) => {
  const report = judge(evidence({ tools: tools({ ...goodTool(), annotations, ...more }) }))
  return problems(report).filter((line) => /^TOOL-0[123]/.test(line))
}

sentence('9.4', () => {
  assert.deepEqual(hintFaults({ title: 'List notes' }), ['TOOL-01 none tools/list_notes'])
})

sentence('9.5', () => {
  assert.deepEqual(hintFaults({ title: 'List notes' }, { readOnlyHint: true }), [
    'TOOL-02 outside tools/list_notes',
  ])
})

sentence('9.6', () => {
  assert.deepEqual(hintFaults({ title: 'List notes', readOnlyHint: 'true' }), [
    'TOOL-03 not-boolean tools/list_notes',
  ])
})

sentence('9.7', () => {
  const initialize = { outcome: 'not-mcp', status: 405, protocolVersions: [], excerpt: '' } as const
  const report = judge(evidence({ openings: seen({ initialize, legacySse: true }) }))
  assert.deepEqual(outcomeOf(report, 'TRN-02'), ['fail'])
  assert.deepEqual(outcomeOf(report, 'TRN-01'), ['not-applicable'])
})

sentence('9.8', () => {
  const nothing = seen({ found: false, tried: [] })
  const access = seen({ protected: true, status: 401, schemes: [], writers: [] })
  const report = judge(evidence({ access, resource: nothing, issuer: nothing }))
  assert.deepEqual(outcomeOf(report, 'AUTH-02'), ['fail'])
  for (const rule of ['AUTH-05', 'AUTH-06']) assert.deepEqual(outcomeOf(report, rule), ['not-applicable'])
})

sentence('9.9', async () => {
  await using busy = await serve((_request, response) => void response.writeHead(503).end('busy'))
  await using page = await serve((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html' })
    response.end('<!doctype html><h1>Welcome</h1>')
  })
  assert.deepEqual(outcomeOf(await checked(busy.url), 'TRN-01'), ['not-evaluated'])
  assert.deepEqual(outcomeOf(await checked(page.url), 'TRN-01'), ['fail'])
  assert.deepEqual(outcomeOf(judge(evidence({ openings: couldNotLook('stopped') })), 'TRN-01'), [
    'not-evaluated',
  ])
})

const filesIn = (folder: string) =>
  readdirSync(new URL(folder, import.meta.url)).map((name) => name.replace(/\.[jt]s$/, ''))

sentence('10.1', () => {
  const prefixes = filesIn('./rules/').map((name) => name.split('-').slice(0, 2).join('-'))
  assert.deepEqual(prefixes.toSorted(inOrder), rules.map(({ id }) => id).toSorted(inOrder))
})

sentence('10.2', () => {
  assert.deepEqual(filesIn('./policies/').toSorted(inOrder), [...policies.keys()].toSorted(inOrder))
})

sentence('10.3', () => {
  assert.equal(defaultPolicy.id, 'faq-2026-02-10')
  const demandsOfTheFaq = ['TOOL-01', 'TOOL-02', 'TOOL-03', 'TRN-01', 'TRN-02', 'AUTH-02', 'AUTH-03']
  for (const { id } of rules) {
    const rejects = levelOf(defaultPolicy, id) === 'reject'
    assert.equal(rejects, demandsOfTheFaq.includes(id), id)
  }
})

sentence('11.1', () => {
  const { findings, verdict } = judge(evidence({ tools: tools({ ...goodTool(), inputSchema: {} }) }))
  const waiver = { rule: 'TOOL-23', reason: 'The fix is on its way.', expires: '2026-12-01' }
  assert.equal(verdict, 'blocked')
  assert.equal(verdictWithWaivers(findings, [waiver], new Date('2026-11-30T00:00:00Z')), 'ready')
  assert.equal(verdictWithWaivers(findings, [waiver], new Date('2026-12-02T00:00:00Z')), 'blocked')
})

sentence('11.2', () => {
  const { findings } = judge(
    evidence({ tools: tools({ ...goodTool(), annotations: { title: 'List notes' } }) }),
  )
  const waiver = { rule: 'TOOL-01', reason: 'We know them.', expires: '2099-01-01' }
  assert.equal(verdictWithWaivers(findings, [waiver], new Date('2026-11-30T00:00:00Z')), 'blocked')
  assert.deepEqual(
    (['reject', 'must', 'should', 'info'] as const).map((level) => mayBeWaived({ level })),
    [false, true, true, true],
  )
})
