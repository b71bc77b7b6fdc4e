import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'description-short',
  title: 'The description of a tool is one word.',
  rule: 'TOOL-15',
  case: 'short',
  change(server) {
    server.changeTool('get_book', { description: 'Book.' })
  },
})
