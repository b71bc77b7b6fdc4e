import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'description-missing',
  title: 'A tool has no description.',
  rule: 'TOOL-15',
  case: 'none',
  level: 'must',
  change(server) {
    server.changeTool('get_book', { description: undefined })
  },
})
