import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'hint-as-text',
  title: 'A hint is the text "true".',
  rule: 'TOOL-03',
  case: 'not-boolean',
  level: 'reject',
  change(server) {
    server.tool('search_books').annotations['readOnlyHint'] = 'true'
  },
})
