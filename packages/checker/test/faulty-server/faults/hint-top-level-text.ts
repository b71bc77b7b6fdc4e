import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'hint-top-level-text',
  title: 'A hint beside the annotations is a text too.',
  rule: 'TOOL-02',
  case: 'outside',
  level: 'reject',
  change(server) {
    server.changeTool('get_book', { annotations: { title: 'Get a book' }, destructiveHint: 'false' })
  },
})
