import { clauses } from '../clauses.ts'
import { defineRule } from '../rule.ts'

export const rule = defineRule({
  id: 'TRN-01',
  title: 'The server speaks Streamable HTTP',
  why: 'It is the only transport that directories connect over.',
  clause: clauses.faqTransport,
  scope: 'passive',
  needs: ['openings'],
  *check({ openings }) {
    const { initialize, discover, legacySse } = openings
    const answers = [initialize, discover].filter((answer) => answer !== undefined)
    if (answers.some(({ outcome }) => outcome === 'result' || outcome === 'protected')) return
    if (legacySse) {
      yield { outcome: 'not-applicable', because: 'sse-only' }
      return
    }
    // A broken answer with 200 is the server's own word; beside it the refusal of the other opening is in order.
    const broken = answers.find(({ outcome, status }) => outcome === 'not-mcp' && status < 400)
    const answer = broken ?? answers[0]
    if (!answer) return
    const refused = !broken && answers.some(({ outcome }) => outcome === 'refused')
    yield {
      case: refused ? 'refused' : 'other',
      params: { status: answer.status, contentType: answer.contentType ?? 'none' },
      excerpt: answer.excerpt,
    }
  },
  text: {
    en: {
      pass: 'The server answers a POST as Streamable HTTP demands.',
      cases: {
        other: {
          message:
            'The answer to initialize is not Streamable HTTP: HTTP {status}, content-type {contentType}.',
          fix: 'Name the address of the MCP endpoint itself, and answer POST with application/json or text/event-stream.',
        },
        refused: {
          message: 'The server refuses both initialize and server/discover.',
          fix: 'Answer initialize (or server/discover) of a client that offers protocol versions up to 2026-07-28.',
        },
      },
    },
  },
  examples: {
    pass: [
      {
        openings: {
          initialize: { outcome: 'result', status: 200, protocolVersions: ['2025-11-25'], excerpt: '' },
          legacySse: false,
        },
      },
      {
        openings: {
          initialize: { outcome: 'protected', status: 401, protocolVersions: [], excerpt: '' },
          legacySse: false,
        },
      },
      {
        openings: {
          discover: { outcome: 'result', status: 200, protocolVersions: ['2026-07-28'], excerpt: '' },
          initialize: { outcome: 'refused', status: 400, protocolVersions: [], excerpt: '' },
          legacySse: false,
        },
      },
    ],
    fail: [
      {
        openings: {
          initialize: {
            outcome: 'not-mcp',
            status: 200,
            contentType: 'text/html',
            protocolVersions: [],
            excerpt: '<!doctype html>',
          },
          legacySse: false,
        },
      },
      {
        openings: {
          discover: { outcome: 'refused', status: 400, protocolVersions: [], excerpt: '{}' },
          initialize: { outcome: 'refused', status: 400, protocolVersions: [], excerpt: '{}' },
          legacySse: false,
        },
      },
    ],
  },
})
