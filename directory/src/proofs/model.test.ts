import assert from 'node:assert/strict'
import { test } from 'node:test'
import { defaultPolicy, type Report } from '@connectory/checker'
import { mostDays, proofOf, ProofRefused, type Wanted } from './model.ts'

const now = new Date('2026-11-21T12:00:00Z')
const report: Report = {
  schema: 'connectory-report/1',
  target: 'https://mcp.example.com/mcp',
  policy: defaultPolicy.id,
  engine: 'connectory-checker/0.1.0',
  scopes: ['passive', 'call'],
  loopback: false,
  startedAt: '2026-11-21T11:00:00.000Z',
  durationMs: 900,
  verdict: 'ready',
  findings: [],
  notLookedAt: [],
  server: { era: 'modern', protocolVersion: null, serverInfo: null, authType: 'none', toolCount: 2 },
  calls: [
    { tool: 'a', outcome: 'worked' },
    { tool: 'b', outcome: 'worked' },
  ],
  exchanges: [],
}
const wanted: Wanted = {
  serverUrl: 'https://MCP.example.com/mcp',
  allowLoopback: false,
  now,
  tools: ['a', 'b'],
}

function fault(change: Partial<Report>, want: Partial<Wanted> = {}): unknown {
  try {
    return proofOf({ ...report, ...change }, 'key', { ...wanted, ...want })
  } catch (error) {
    if (error instanceof ProofRefused) return error.fault
    throw error
  }
}

test('a report of this server in which every tool gave a result is a proof', () => {
  assert.deepEqual(fault({}), {
    key: 'key',
    startedAt: report.startedAt,
    engine: report.engine,
    verdict: 'ready',
    tools: 2,
  })
  assert.notEqual(fault({}, { tools: undefined }), 'tools-missing')
})

const refused: readonly (readonly [string, Partial<Report>, Partial<Wanted>?])[] = [
  ['narrowed', { only: ['TOOL-01'] }],
  ['narrowed', { source: 'tools-file' }],
  ['narrowed', { loopback: true }],
  ['other-server', { target: 'https://mcp.example.com/other' }],
  ['other-server', { target: 'tools.json' }],
  ['other-policy', { policy: 'openai-2026-08' }],
  ['too-old', { startedAt: new Date(now.getTime() - mostDays * 86_400_000 - 1).toISOString() }],
  ['from-the-future', { startedAt: new Date(now.getTime() + 6 * 60_000).toISOString() }],
  ['not-called', { calls: undefined }],
  ['not-called', { calls: [] }],
  [
    'not-all-called',
    {
      calls: [
        { tool: 'a', outcome: 'worked' },
        { tool: 'b', outcome: 'not-called' },
      ],
    },
  ],
  [
    'some-failed',
    {
      calls: [
        { tool: 'a', outcome: 'worked' },
        { tool: 'b', outcome: 'failed' },
      ],
    },
  ],
  ['tools-missing', {}, { tools: ['a', 'b', 'c'] }],
]

for (const [index, [name, change, want]] of refused.entries()) {
  test(`a report is refused as ${name} (${index + 1})`, () => assert.equal(fault(change, want), name))
}

test('on an instance that allows loopback a report on this machine counts', () => {
  assert.notEqual(fault({ loopback: true }, { allowLoopback: true }), 'narrowed')
})
