import type { Finding, Report } from '@connectory/checker'

/** A report for pages to show; it has no tests of its own. */
export const exampleReport: Report = {
  schema: 'connectory-report/1',
  target: 'https://mcp.example.com/mcp',
  policy: 'faq-2026-02-10',
  engine: 'connectory-checker/0.1.0',
  scopes: ['passive', 'login'],
  loopback: false,
  startedAt: '2026-11-21T09:00:00.000Z',
  durationMs: 2_345,
  verdict: 'ready',
  findings: [
    finding('TOOL-04', 'fail', 'should', {
      case: 'none',
      target: 'tools/delete_project_and_everything_that_belongs_to_it_without_asking',
      params: { tool: 'delete_project_and_everything_that_belongs_to_it_without_asking' },
      evidence: {
        excerpt: { name: 'delete_project_and_everything_that_belongs_to_it_without_asking', annotations: {} },
        patch: { title: 'Delete project' },
      },
      fix: 'Add a title.',
    }),
    finding('DOC-06', 'needs-human', 'must', {
      target: 'help@example.com',
      message: 'A person writes to the address.',
    }),
    finding('TRN-01', 'pass', 'reject', {
      evidence: { excerpt: { status: 200, contentType: 'application/json' } },
    }),
    finding('TOOL-01', 'pass', 'reject'),
    finding('AUTH-09', 'not-evaluated', 'must', { reason: 'not-requested', because: 'not-requested' }),
    finding('NET-02', 'not-applicable', 'must', { reason: 'loopback', because: 'loopback' }),
  ],
  notLookedAt: [{ rule: 'AUTH-09', because: 'login' }],
  server: {
    era: 'both',
    protocolVersion: '2025-11-25',
    serverInfo: { name: 'tracker', version: '3.1.4' },
    authType: 'oauth',
    toolCount: 4,
  },
  exchanges: [
    {
      id: 'x1',
      step: 'initialize',
      startedAt: '2026-11-21T09:00:00.000Z',
      durationMs: 120,
      request: {
        method: 'POST',
        url: 'https://mcp.example.com/mcp',
        headers: { accept: 'application/json' },
        body: '{}',
      },
      response: {
        status: 200,
        headers: { 'content-type': 'application/json' },
        body: '{"jsonrpc":"2.0"}',
        truncated: false,
      },
      error: null,
    },
  ],
}

export function finding(
  rule: string,
  outcome: Finding['outcome'],
  level: Finding['level'],
  more: Partial<Finding> = {},
): Finding {
  return {
    rule,
    outcome,
    level,
    target: 'https://mcp.example.com/mcp',
    message: `${rule} is ${outcome}.`,
    evidence: {},
    fix: null,
    case: null,
    reason: null,
    because: null,
    params: {},
    ...more,
  }
}
