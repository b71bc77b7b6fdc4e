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
    de: {
      title: 'Der Server bietet mehr als den alten SSE-Transport',
      why: 'Der Transport mit getrenntem Ereignisstrom wurde 2025 ersetzt und wird nicht angenommen.',
      pass: 'Der Server hängt nicht vom alten SSE-Transport ab.',
      cases: {
        only: {
          message:
            'Der Server bietet nur den alten SSE-Transport (GET antwortet mit dem Ereignis "endpoint").',
          fix: 'Bieten Sie Streamable HTTP unter einer Adresse an, die POST nimmt; heutige SDKs tun das mit wenigen Zeilen.',
        },
      },
    },
    es: {
      title: 'El servidor ofrece más que el antiguo transporte SSE',
      why: 'El transporte con un flujo de eventos aparte se sustituyó en 2025 y no se acepta.',
      pass: 'El servidor no depende del antiguo transporte SSE.',
      cases: {
        only: {
          message:
            'El servidor solo ofrece el antiguo transporte SSE (GET responde con el evento "endpoint").',
          fix: 'Sirva Streamable HTTP en una dirección que acepte POST; los SDK actuales lo hacen con pocas líneas.',
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
