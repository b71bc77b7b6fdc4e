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
    de: {
      title: 'Der Server spricht Streamable HTTP',
      why: 'Nur über diesen Transport verbinden sich Verzeichnisse.',
      pass: 'Der Server beantwortet ein POST, wie Streamable HTTP es verlangt.',
      cases: {
        other: {
          message:
            'Die Antwort auf initialize ist kein Streamable HTTP: HTTP {status}, content-type {contentType}.',
          fix: 'Nennen Sie die Adresse des MCP-Endpunkts selbst und antworten Sie auf POST mit application/json oder text/event-stream.',
        },
        refused: {
          message: 'Der Server lehnt initialize und server/discover ab.',
          fix: 'Beantworten Sie initialize (oder server/discover) eines Clients, der Protokollversionen bis 2026-07-28 anbietet.',
        },
      },
    },
    es: {
      title: 'El servidor habla Streamable HTTP',
      why: 'Es el único transporte por el que se conectan los directorios.',
      pass: 'El servidor responde a un POST como pide Streamable HTTP.',
      cases: {
        other: {
          message:
            'La respuesta a initialize no es Streamable HTTP: HTTP {status}, content-type {contentType}.',
          fix: 'Indique la dirección del propio punto de acceso MCP y responda al POST con application/json o text/event-stream.',
        },
        refused: {
          message: 'El servidor rechaza initialize y server/discover.',
          fix: 'Responda a initialize (o server/discover) de un cliente que ofrece versiones del protocolo hasta 2026-07-28.',
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
