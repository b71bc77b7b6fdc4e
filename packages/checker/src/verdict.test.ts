import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { evidence, tools } from '../test/evidence.ts'
import { sentence, sentences } from '../test/sentence.ts'
import { checked, findingsOf, goodTool, legacyServer, initialized, serve } from '../test/servers.ts'
import { couldNotLook, notRequested, seen } from './evidence/evidence.ts'
import type { Part } from './evidence/facts.ts'
import {
  check,
  definePolicy,
  defaultPolicy,
  defineRule,
  exitCode,
  InvalidTarget,
  judge,
  levels,
  levelOf,
  missingForPublication,
  outcomes,
  reportSchema,
  rules,
  scopes,
  verdicts,
  type Policy,
} from './index.ts'
import { run } from './run.ts'

const inOrder = (one = '', other = '') => one.localeCompare(other)

test('every sentence of docs/verdict.md has exactly one test', () => {
  const here = new URL('.', import.meta.url)
  const files = readdirSync(here, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.test.ts'),
  )
  const source = files.map((name) => readFileSync(new URL(name, here), 'utf8')).join('\n')
  const tested = [...source.matchAll(/^sentence\('(\d+\.\d+)'/gm)].map(([, number]) => number)
  assert.ok(tested.length > 0)
  assert.deepEqual(tested.toSorted(inOrder), [...sentences.keys()].toSorted(inOrder))
})

/** One rule at each level, all of which fail on the same fact. */
const failing = (id: `${string}-${number}`) =>
  defineRule({
    id,
    title: 'A rule that fails',
    why: 'To see what follows.',
    clause: { name: 'none', url: 'https://example.com' },
    scope: 'passive',
    needs: ['url'],
    *check() {
      yield { case: 'always' }
    },
    text: { en: { pass: 'Never.', cases: { always: { message: 'It fails.', fix: 'It cannot.' } } } },
    examples: { pass: [], fail: [] },
  })

const policyWith = (entries: Policy['levels']) =>
  definePolicy({ ...defaultPolicy, id: 'test', levels: entries })
const bad = tools({ ...goodTool(), annotations: { title: 'List notes' } })

sentence('1.1', () => {
  const told = evidence({ tools: bad })
  const fromCommandLine = judge(told)
  const fromDirectory = judge(JSON.parse(JSON.stringify(told)) as typeof told, { policy: defaultPolicy })
  assert.deepEqual(fromDirectory, fromCommandLine)
})

sentence('2.1', () => {
  assert.deepEqual(levels, ['reject', 'must', 'should', 'info'])
  for (const finding of judge(evidence({ tools: bad })).findings) assert.ok(levels.includes(finding.level))
})

sentence('2.2', () => {
  const inTheSources = {
    REJ: 'TOOL-01 TOOL-02 TOOL-03 TRN-01 TRN-02 AUTH-02 AUTH-03',
    MUST: 'TOOL-04 TOOL-05 TOOL-10 TOOL-15 TOOL-23 TRN-03 TRN-05 TRN-08 NET-01 NET-02 AUTH-04 AUTH-05 AUTH-06',
    BLOCK: 'AUTH-07 AUTH-08 AUTH-09 AUTH-14 AUTH-15 DOC-06 DOC-07',
    SHOULD: 'TOOL-11',
    INFO: 'AUTH-01',
  }
  const translated = { REJ: 'reject', MUST: 'must', BLOCK: 'must', SHOULD: 'should', INFO: 'info' }
  for (const word of ['REJ', 'MUST', 'BLOCK', 'SHOULD', 'INFO'] as const) {
    for (const rule of inTheSources[word].split(' ')) {
      assert.equal(levelOf(defaultPolicy, rule as 'TOOL-01'), translated[word], rule)
    }
  }
})

sentence('2.3', () => {
  for (const rule of rules) assert.equal('level' in rule, false)
  const levelUnder = (policy: Policy) =>
    run([failing('TST-01')], evidence(), policy, ['passive']).findings.map(({ level }) => level)
  assert.deepEqual(levelUnder(policyWith({ 'TST-01': 'must' })), ['must'])
  assert.deepEqual(levelUnder(policyWith({ 'TST-01': 'info' })), ['info'])
})

sentence('3.1', () => {
  assert.deepEqual(outcomes, ['pass', 'fail', 'needs-human', 'not-applicable', 'not-evaluated'])
  const { findings } = judge(evidence({ tools: bad }))
  for (const rule of rules) assert.ok(findings.some((finding) => finding.rule === rule.id))
})

sentence('3.2', () => {
  const { findings } = judge(evidence())
  const spared = findings.filter(({ outcome }) => outcome === 'not-applicable')
  const reasons = new Map(spared.map(({ reason, message }) => [reason, message]))
  assert.match(reasons.get('no-login') ?? '', /asks for no credential/)
  assert.match(reasons.get('not-modern') ?? '', /does not speak 2026-07-28/)
  for (const { reason, because } of spared) assert.ok(reason !== null && reason === because)
})

sentence('3.3', () => {
  const report = judge(evidence({ tools: couldNotLook('unreachable', { problem: 'no answer.' }) }))
  assert.equal(findingsOf(report, 'TOOL-01')[0]?.reason, 'could-not-look')
  assert.equal(findingsOf(report, 'DOC-01')[0]?.reason, 'not-requested')
  for (const { outcome, reason } of report.findings.filter(
    (finding) => finding.outcome === 'not-evaluated',
  )) {
    assert.ok(reason === 'could-not-look' || reason === 'not-requested', `${outcome} ${reason}`)
  }
})

sentence('3.4', () => {
  const cut = { code: 'list-cut', params: { count: 1, problem: 'it broke off' } }
  const part = (raw: object) => {
    const whole = tools(raw)
    return judge(evidence({ tools: whole.looked ? seen(whole.value, cut) : whole }))
  }
  const [fine] = findingsOf(part(goodTool()), 'TOOL-01')
  assert.deepEqual([fine?.outcome, fine?.reason], ['not-evaluated', 'could-not-look'])
  const [broken] = findingsOf(part({ name: 'drop' }), 'TOOL-01')
  assert.equal(broken?.outcome, 'fail')
})

sentence('4.1', async () => {
  assert.deepEqual(scopes, ['passive', 'login', 'call'])
  await using server = await serve(legacyServer(() => initialized))
  assert.deepEqual((await checked(server.url)).scopes, ['passive'])
})

sentence('4.2', async () => {
  const asked: string[] = []
  await using server = await serve(
    legacyServer(({ method }, request) => {
      asked.push(`${method} ${request.headers.authorization ?? 'without credentials'}`)
      return method === 'initialize'
        ? initialized
        : method === 'tools/list'
          ? { tools: [goodTool()] }
          : undefined
    }),
  )
  await checked(server.url, { token: 'a-token-of-a-test-account' })
  const known =
    /^(server\/discover|initialize|ping|tools\/list|prompts\/list|resources\/(templates\/)?list|completion\/complete|connectory\/no-such-method) /
  assert.ok(asked.length > 0)
  for (const each of asked) assert.match(each, known)
  assert.deepEqual(
    asked.filter((each) => !each.endsWith(' without credentials')),
    [],
  )
})

sentence('4.3', () => {
  const [finding] = findingsOf(judge(evidence()), 'AUTH-09')
  assert.deepEqual([finding?.outcome, finding?.reason], ['not-evaluated', 'not-requested'])
})

sentence('4.4', () => {
  const { notLookedAt } = judge(evidence())
  const { parts } = evidence()
  const unasked = (need: Part) => {
    const part = parts[need]
    return !part.looked && part.outcome === 'not-evaluated' && part.reason === 'not-requested'
  }
  assert.deepEqual(
    notLookedAt.map(({ rule }) => rule),
    rules
      .filter(({ scope, needs }) => scope !== 'passive' || needs.some((need) => unasked(need)))
      .map(({ id }) => id),
  )
})

sentence('4.5', () => {
  assert.equal(judge(evidence({ tools: notRequested('needs-login') })).verdict, 'ready')
})

sentence('4.6', async () => {
  await using server = await serve((_request, response) => void response.writeHead(401).end())
  const reason = async (more: Parameters<typeof checked>[1]) =>
    findingsOf(await checked(server.url, more), 'TOOL-01')[0]?.reason
  assert.equal(await reason({}), 'not-requested')
  assert.equal(await reason({ scopes: ['passive', 'login'] }), 'could-not-look')
  assert.equal(await reason({ scopes: ['passive', 'login'], token: 'refused' }), 'could-not-look')
})

const verdictAt = (level: 'reject' | 'must' | 'should' | 'info') =>
  run([failing('TOOL-01')], evidence(), policyWith({ 'TOOL-01': level }), ['passive']).verdict

sentence('5.1', () => {
  assert.deepEqual(
    levels.map((level) => verdictAt(level)),
    ['blocked', 'blocked', 'ready', 'ready'],
  )
})

const unseen = couldNotLook('unreachable', { problem: 'no answer.' })

sentence('5.2', () => {
  assert.equal(judge(evidence({ tools: unseen })).verdict, 'incomplete')
  assert.equal(judge(evidence({ tools: unseen, negotiation: seen({ modern: [] }) })).verdict, 'blocked')
})

sentence('5.3', () => {
  assert.deepEqual(verdicts, ['ready', 'blocked', 'incomplete'])
  assert.equal(judge(evidence()).verdict, 'ready')
  const light = policyWith({ 'TOOL-01': 'should' })
  assert.equal(run(rules, evidence({ tools: unseen }), light, ['passive']).verdict, 'ready')
})

sentence('5.4', () => {
  assert.deepEqual(
    verdicts.map((verdict) => exitCode({ verdict })),
    [0, 1, 3],
  )
})

sentence('5.5', async () => {
  for (const verdict of verdicts) assert.notEqual(exitCode({ verdict }), 2)
  for (const url of ['', 'mcp.example', 'ftp://mcp.example/mcp', 'https://']) {
    await assert.rejects(checked(url), InvalidTarget)
  }
  assert.equal(typeof check, 'function')
})

sentence('5.6', () => {
  const crashing = {
    ...failing('TST-01'),
    check: () => {
      throw new Error('a bug')
    },
  }
  const { verdict, findings } = run([crashing], evidence(), policyWith({ 'TST-01': 'must' }), ['passive'])
  assert.equal(verdict, 'incomplete')
  assert.deepEqual([findings[0]?.outcome, findings[0]?.reason], ['not-evaluated', 'could-not-look'])
  assert.match(findings[0]?.message ?? '', /a bug/)
})

sentence('6.1', () => {
  const { server } = evidence()
  const protectedServer = { ...server, authType: 'oauth' } as const
  assert.deepEqual(missingForPublication({ scopes: ['passive'], server }), ['call'])
  assert.deepEqual(missingForPublication({ scopes: ['passive'], server: protectedServer }), ['login', 'call'])
  assert.deepEqual(missingForPublication({ scopes: [...scopes], server: protectedServer }), [])
})

test('a report is what its own schema reads back', () => {
  const report = judge(evidence({ tools: bad }))
  assert.deepEqual(reportSchema.parse(JSON.parse(JSON.stringify(report))), report)
})
