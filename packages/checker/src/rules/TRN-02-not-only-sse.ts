import { clauses } from '../clauses.ts'
import { defineRule } from '../rule.ts'

export const rule = defineRule({
  id: 'TRN-02',
  title: 'The server offers more than the old SSE transport',
  why: 'The transport with a separate event stream was replaced in 2025 and is not accepted.',
  clause: clauses.faqTransport,
  scope: 'passive',
  needs: ['openings'],
  *check({ openings }) {
    const { initialize, discover, legacySse } = openings
    const spoken = [initialize, discover].find(
      (answer) => answer?.outcome === 'result' || answer?.outcome === 'protected',
    )
    if (!legacySse || spoken) return
    yield {
      case: 'only',
      params: { status: initialize?.status ?? discover?.status ?? 0 },
      excerpt: 'event: endpoint',
    }
  },
  text: {
    en: {
      pass: 'The server does not depend on the old SSE transport.',
      cases: {
        only: {
          message: 'The server offers only the old SSE transport (GET answers with the event "endpoint").',
          fix: 'Serve Streamable HTTP on one address that takes POST; current SDKs do this with a few lines.',
        },
      },
    },
  },
  examples: {
    pass: [
      {
        openings: {
          initialize: { outcome: 'result', status: 200, protocolVersions: ['2025-11-25'], excerpt: '' },
          legacySse: true,
        },
      },
      {
        openings: {
          initialize: { outcome: 'not-mcp', status: 404, protocolVersions: [], excerpt: '' },
          legacySse: false,
        },
      },
    ],
    fail: [
      {
        openings: {
          initialize: { outcome: 'not-mcp', status: 405, protocolVersions: [], excerpt: '' },
          legacySse: true,
        },
      },
    ],
  },
})
