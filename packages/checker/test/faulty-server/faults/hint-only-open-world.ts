import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'hint-only-open-world',
  title: 'Of the hints only openWorldHint is there.',
  rule: 'TOOL-01',
  case: 'none',
  level: 'reject',
  change(server) {
    server.changeTool('get_book', { annotations: { title: 'Get a book', openWorldHint: false } })
  },
})
