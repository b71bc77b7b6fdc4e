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
    de: {
      title: 'Der Server spricht eine heutige Protokollversion',
      why: 'Clients beenden das Gespräch, wenn beide Seiten keine gemeinsame Version kennen.',
      pass: 'Der Server spricht eine Protokollversion, die Clients kennen.',
      cases: {
        none: {
          message: 'Der Server nennt keine Protokollversion.',
          fix: 'Beantworten Sie initialize mit einer protocolVersion: einer von {known}.',
        },
        unknown: {
          message: 'Der Server spricht nur {offered}.',
          fix: 'Aktualisieren Sie das MCP-SDK des Servers; nötig ist eine von {known}.',
        },
      },
    },
    es: {
      title: 'El servidor habla una versión actual del protocolo',
      why: 'Los clientes terminan la conversación cuando no hay una versión común.',
      pass: 'El servidor habla una versión del protocolo que los clientes conocen.',
      cases: {
        none: {
          message: 'El servidor no nombra ninguna versión del protocolo.',
          fix: 'Responda a initialize con una protocolVersion: una de {known}.',
        },
        unknown: {
          message: 'El servidor solo habla {offered}.',
          fix: 'Actualice el SDK de MCP del servidor; hace falta una de {known}.',
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
