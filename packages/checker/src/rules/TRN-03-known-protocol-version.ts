import { clauses } from '../clauses.ts'
import { defineRule } from '../rule.ts'

const known: ReadonlySet<string> = new Set(['2025-03-26', '2025-06-18', '2025-11-25', '2026-07-28'])

export const rule = defineRule({
  id: 'TRN-03',
  title: 'The server speaks a current protocol version',
  why: 'Clients end the conversation when no version is known to both sides.',
  clause: clauses.mcpLifecycle,
  scope: 'passive',
  needs: ['negotiation'],
  *check({ negotiation }) {
    const offered = [...negotiation.modern, ...(negotiation.legacy === undefined ? [] : [negotiation.legacy])]
    if (offered.some((version) => known.has(version))) return
    yield {
      case: offered.length === 0 ? 'none' : 'unknown',
      signal: offered.length === 0 ? 'initialize' : 'version',
      params: { offered, known: [...known] },
      excerpt: offered,
    }
  },
  text: {
    en: {
      pass: 'The server speaks a protocol version that clients know.',
      cases: {
        none: {
          message: 'The server names no protocol version.',
          fix: 'Answer initialize with a protocolVersion: one of {known}.',
        },
        unknown: {
          message: 'The server speaks only {offered}.',
          fix: 'Update the MCP SDK of the server; one of {known} is needed.',
        },
      },
    },
  },
  examples: {
    pass: [
      { negotiation: { modern: ['2026-07-28'] } },
      { negotiation: { modern: [], legacy: '2025-06-18' } },
      { negotiation: { modern: ['2026-07-28'], legacy: '2024-11-05' } },
    ],
    fail: [{ negotiation: { modern: [], legacy: '2024-11-05' } }, { negotiation: { modern: [] } }],
  },
})
