import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'hint-missing',
  title: 'A tool has annotations, and in them only a title.',
  rule: 'TOOL-01',
  case: 'none',
  level: 'reject',
  change(server) {
    server.changeTool('get_book', { annotations: { title: 'Get a book' } })
  },
})
