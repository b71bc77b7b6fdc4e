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
