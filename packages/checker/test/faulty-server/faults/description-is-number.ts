import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'description-is-number',
  title: 'The description of a tool is a number.',
  rule: 'TOOL-15',
  case: 'none',
  level: 'must',
  change(server) {
    server.changeTool('get_book', { description: 7 })
  },
})
