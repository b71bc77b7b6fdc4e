import assert from 'node:assert/strict'
import { test } from 'node:test'
import { defaultPolicy, reportSchema } from '@connectory/checker'
import { crashReport } from './crash-report.ts'

test('the report of a check that broke passes nothing, is incomplete and says what broke', () => {
  const report = crashReport({
    target: 'https://mcp.example.com/mcp',
    policy: defaultPolicy,
    scopes: ['passive', 'login'],
    startedAt: new Date('2026-01-01T00:00:00Z'),
    durationMs: 12,
    problem: 'the checker fell over',
  })
  assert.deepEqual(reportSchema.parse(report), report)
  assert.equal(report.verdict, 'incomplete')
  assert.ok(report.findings.length > 20)
  assert.ok(report.findings.every(({ outcome }) => outcome === 'not-evaluated'))
  assert.match(report.findings[0]?.message ?? '', /the checker fell over/)
})
