import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'title-missing',
  title: 'A tool has no title anywhere.',
  rule: 'TOOL-04',
  case: 'none',
  level: 'must',
  change(server) {
    server.changeTool('get_book', { title: undefined })
    delete server.tool('get_book').annotations['title']
  },
})
