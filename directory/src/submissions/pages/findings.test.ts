import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Hono } from 'hono'
import type { Finding, Report } from '@connectory/checker'
import type { AppEnv } from '../../kernel/index.ts'
import { createWeb, render } from '../../web/index.ts'
import { Findings } from './findings.tsx'

const toFix: Finding = {
  rule: 'TOOL-01',
  outcome: 'fail',
  level: 'must',
  target: 'tools/send',
  message: '',
  evidence: { patch: { annotations: { readOnlyHint: true } } },
  fix: null,
  case: 'none',
  reason: null,
  because: null,
  params: {},
}

/** The page of a report with these findings. */
async function pageOf(findings: readonly Finding[]): Promise<string> {
  const report: Report = {
    schema: 'connectory-report/1',
    target: 'https://mcp.example.com/mcp',
    policy: 'faq-2026-02-10',
    engine: 'test',
    scopes: ['passive'],
    loopback: false,
    startedAt: '2026-11-21T10:00:00.000Z',
    durationMs: 1,
    verdict: 'blocked',
    findings: findings.map((finding) => ({ ...finding })),
    notLookedAt: [],
    server: { era: 'modern', protocolVersion: null, serverInfo: null, authType: 'none', toolCount: 1 },
    exchanges: [],
  }
  const web = createWeb({
    instanceName: 'Connectory',
    publicUrl: new URL('http://127.0.0.1:8080'),
    key: new Uint8Array(32),
    bearerPaths: [],
    reportFault(error) {
      throw error
    },
  })
  const app = new Hono<AppEnv>()
  app.use(...web.before)
  app.get('/', (c) => render(c, Findings({ report })))
  return await (await app.request('/')).text()
}

/** The names of the landmarks of the page, in its order. */
async function landmarks(findings: readonly Finding[]): Promise<readonly string[]> {
  const html = await pageOf(findings)
  return [...html.matchAll(/role="region" aria-label="([^"]+)"/g)].map(([, name = '']) => name)
}

test('every block of code has a name of its own, also where one rule has several fixes at one place', async () => {
  const elsewhere = { ...toFix, target: 'tools/read' }
  const names = await landmarks([toFix, toFix, elsewhere, toFix, elsewhere])
  assert.deepEqual(names, [
    'Fix for TOOL-01, tools/send',
    'Fix for TOOL-01, tools/send (2)',
    'Fix for TOOL-01, tools/read',
    'Fix for TOOL-01, tools/send (3)',
    'Fix for TOOL-01, tools/read (2)',
  ])
})

test('also where some of them stop a listing, and a person decides on the others', async () => {
  const names = await landmarks([toFix, { ...toFix, outcome: 'needs-human' }, { ...toFix, level: 'should' }])
  assert.equal(names.length, 3)
  assert.equal(new Set(names).size, 3, names.join('; '))
})

test('a rule with findings in several parts of the page names one place there, its first', async () => {
  const person: Finding = { ...toFix, outcome: 'needs-human' }
  const unseen: Finding = { ...toFix, outcome: 'not-evaluated', reason: 'could-not-look' }
  const other: Finding = { ...unseen, rule: 'TOOL-02' }
  const html = await pageOf([unseen, person, toFix, { ...toFix, level: 'should' }, other, other])
  const places = [...html.matchAll(/<(\w+)[^>]* id="(TOOL-0\d)"/g)].map(([, tag, id]) => [tag, id])
  assert.deepEqual(places, [
    ['article', 'TOOL-01'],
    ['li', 'TOOL-02'],
  ])
})
