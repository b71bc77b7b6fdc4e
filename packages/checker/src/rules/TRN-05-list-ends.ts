import { clauses } from '../clauses.ts'
import { defineRule } from '../rule.ts'

export const rule = defineRule({
  id: 'TRN-05',
  title: 'tools/list is complete and ends',
  why: 'Clients follow nextCursor until it stops; a list without end hangs them.',
  clause: clauses.mcpPaging,
  scope: 'passive',
  needs: ['listing'],
  *check({ listing }) {
    if (listing.end === 'complete') return
    yield {
      case: listing.end,
      signal: 'paging',
      params: { pages: listing.pages, count: listing.count },
      excerpt: `${listing.pages} pages, ${listing.count} tools`,
    }
  },
  text: {
    en: {
      pass: 'tools/list was read to its end.',
      cases: {
        'repeated-cursor': {
          message: 'tools/list repeats a cursor after {pages} pages, so it never ends.',
          fix: 'Send a new nextCursor with each page, and none with the last.',
        },
        'too-many-pages': {
          message: 'tools/list goes on after {pages} pages.',
          fix: 'Send more tools per page; at most 100 pages are read.',
        },
        'too-many-tools': {
          message: 'tools/list has more than 5,000 tools.',
          fix: 'Offer fewer tools; group them behind parameters. No model can choose among {count}.',
        },
        'broken-page': {
          message: 'Page {pages} of tools/list is not a result with a list of tools.',
          fix: 'Answer every page with {"tools": [...]}, and nextCursor as text or not at all.',
        },
      },
    },
    de: {
      title: 'tools/list ist vollständig und endet',
      why: 'Clients folgen nextCursor, bis er endet; eine Liste ohne Ende hängt sie auf.',
      pass: 'tools/list wurde bis zum Ende gelesen.',
      cases: {
        'repeated-cursor': {
          message: 'tools/list wiederholt nach {pages} Seiten einen Cursor, endet also nie.',
          fix: 'Senden Sie mit jeder Seite einen neuen nextCursor und mit der letzten keinen.',
        },
        'too-many-pages': {
          message: 'tools/list geht nach {pages} Seiten weiter.',
          fix: 'Senden Sie mehr Werkzeuge je Seite; gelesen werden höchstens 100 Seiten.',
        },
        'too-many-tools': {
          message: 'tools/list hat mehr als 5.000 Werkzeuge.',
          fix: 'Bieten Sie weniger Werkzeuge an; fassen Sie sie durch Parameter zusammen. Kein Modell kann unter {count} wählen.',
        },
        'broken-page': {
          message: 'Seite {pages} von tools/list ist kein Ergebnis mit einer Liste von Werkzeugen.',
          fix: 'Beantworten Sie jede Seite mit {"tools": [...]} und nextCursor als Text oder gar nicht.',
        },
      },
    },
    es: {
      title: 'tools/list está completa y termina',
      why: 'Los clientes siguen nextCursor hasta que acaba; una lista sin fin los bloquea.',
      pass: 'tools/list se leyó hasta el final.',
      cases: {
        'repeated-cursor': {
          message: 'tools/list repite un cursor tras {pages} páginas, así que nunca termina.',
          fix: 'Envíe un nextCursor nuevo con cada página, y ninguno con la última.',
        },
        'too-many-pages': {
          message: 'tools/list sigue después de {pages} páginas.',
          fix: 'Envíe más herramientas por página; se leen como máximo 100 páginas.',
        },
        'too-many-tools': {
          message: 'tools/list tiene más de 5.000 herramientas.',
          fix: 'Ofrezca menos herramientas; agrúpelas con parámetros. Ningún modelo puede elegir entre {count}.',
        },
        'broken-page': {
          message: 'La página {pages} de tools/list no es un resultado con una lista de herramientas.',
          fix: 'Responda a cada página con {"tools": [...]}, y nextCursor como texto o sin él.',
        },
      },
    },
  },
  examples: {
    pass: [{ listing: { pages: 2, count: 60, end: 'complete' } }],
    fail: [
      { listing: { pages: 2, count: 60, end: 'repeated-cursor' } },
      { listing: { pages: 100, count: 100, end: 'too-many-pages' } },
      { listing: { pages: 1, count: 5001, end: 'too-many-tools' } },
      { listing: { pages: 1, count: 0, end: 'broken-page' } },
    ],
  },
})
