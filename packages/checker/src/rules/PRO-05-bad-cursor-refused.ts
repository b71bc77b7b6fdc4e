import { clauses } from '../clauses.ts'
import type { ProbeAnswer } from '../evidence/protocol-facts.ts'
import { defineRule } from '../rule.ts'

/** Also known as: a cursor that nobody gave out. */
export const rule = defineRule({
  id: 'PRO-05',
  title: 'A cursor that the server did not give out is refused',
  why: 'A client with an old cursor that gets some page without an error takes it for the next one.',
  clause: clauses.mcpPaging,
  scope: 'passive',
  needs: ['badCursor', 'listing'],
  *check({ badCursor, listing }) {
    let ignored = false
    for (const { era, status, outcome, code, excerpt } of badCursor.answers) {
      const about = { signal: era, params: { status, code: code ?? '-' }, excerpt }
      if (outcome === 'none' || status >= 500) yield { case: 'broken', ...about }
      else if (outcome === 'error' && code !== -32602) yield { case: 'other-code', ...about }
      else if (outcome === 'result' && listing.pages > 1) yield { case: 'accepted', ...about }
      else if (outcome === 'result') ignored = true
    }
    // Who gives out no cursors need not look at them.
    if (ignored) yield { outcome: 'not-applicable', because: 'no-paging' }
  },
  text: {
    en: {
      pass: 'A cursor that the server did not give out is refused with error -32602.',
      cases: {
        accepted: {
          message: 'tools/list has several pages and answers a cursor that it never gave out with a page.',
          fix: 'Answer a cursor that you cannot read with error -32602.',
        },
        'other-code': {
          message: 'tools/list refuses an unknown cursor with HTTP {status}, error {code}.',
          fix: 'Use error -32602 for a cursor that you cannot read.',
        },
        broken: {
          message:
            'tools/list answers an unknown cursor with HTTP {status} and no JSON-RPC error of its own.',
          fix: 'Check the cursor before you use it, and answer error -32602.',
        },
      },
    },
    de: {
      title: 'Ein Cursor, den der Server nicht vergeben hat, wird abgelehnt',
      why: 'Ein Client mit altem Cursor, der ohne Fehler irgendeine Seite bekommt, hält sie für die nächste.',
      pass: 'Ein Cursor, den der Server nicht vergeben hat, wird mit Fehler -32602 abgelehnt.',
      cases: {
        accepted: {
          message:
            'tools/list hat mehrere Seiten und beantwortet einen nie vergebenen Cursor mit einer Seite.',
          fix: 'Antworten Sie auf einen Cursor, den Sie nicht lesen können, mit Fehler -32602.',
        },
        'other-code': {
          message: 'tools/list lehnt einen unbekannten Cursor mit HTTP {status}, Fehler {code} ab.',
          fix: 'Nehmen Sie Fehler -32602 für einen Cursor, den Sie nicht lesen können.',
        },
        broken: {
          message:
            'tools/list beantwortet einen unbekannten Cursor mit HTTP {status} und ohne eigenen JSON-RPC-Fehler.',
          fix: 'Prüfen Sie den Cursor, bevor Sie ihn verwenden, und antworten Sie mit Fehler -32602.',
        },
      },
    },
    es: {
      title: 'Un cursor que el servidor no ha dado se rechaza',
      why: 'Un cliente con un cursor viejo que recibe una página cualquiera sin error la toma por la siguiente.',
      pass: 'Un cursor que el servidor no ha dado se rechaza con el error -32602.',
      cases: {
        accepted: {
          message: 'tools/list tiene varias páginas y responde con una página a un cursor que nunca dio.',
          fix: 'Responda con el error -32602 a un cursor que no pueda leer.',
        },
        'other-code': {
          message: 'tools/list rechaza un cursor desconocido con HTTP {status}, error {code}.',
          fix: 'Use el error -32602 para un cursor que no pueda leer.',
        },
        broken: {
          message:
            'tools/list responde a un cursor desconocido con HTTP {status} y sin un error JSON-RPC propio.',
          fix: 'Compruebe el cursor antes de usarlo y responda con el error -32602.',
        },
      },
    },
  },
  examples: {
    pass: [said(1, { status: 200, outcome: 'error', code: -32602 })],
    fail: [
      said(3, { status: 200, outcome: 'result' }),
      said(1, { status: 200, outcome: 'error', code: -32603 }),
      said(1, { status: 500, outcome: 'none' }),
    ],
  },
})

function said(pages: number, answer: Omit<ProbeAnswer, 'probe' | 'era' | 'excerpt'>) {
  return {
    badCursor: { answers: [{ ...answer, probe: 'cursor', era: 'legacy', excerpt: '' }] },
    listing: { pages, count: 9, end: 'complete' },
  } as const
}
